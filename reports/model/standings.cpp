/// Counted by words: the results of one rule that mean the same standing are one plane, so a topic costs a few operations
/// per 64 municipalities and rule.
#include "reports/model/standings.h"

#include <numeric>
#include <vector>

#include "reports/model/build_parts.h"

namespace kijun::reports {
namespace {

using audit::BitPlane;
using audit::Verdict;
using PlaneWord = BitPlane::Word;

constexpr std::size_t at(Standing standing) { return static_cast<std::size_t>(standing); }

Standing standing_of(const audit::RuleColumn& column, const audit::ResultCode& code) {
  if (!audit::is_finding(code.decision.outcome)) return Standing::kClear;
  if (column.rule().stage == policy::Stage::kDraft) return Standing::kDraftOnly;
  switch (audit::verdict_of(column, code)) {
    case Verdict::kUnmet:
      return Standing::kUnmet;
    case Verdict::kError:
    case Verdict::kUndecided:
      return Standing::kUndecided;
    case Verdict::kNotYetDue:
      return Standing::kNotYetDue;
    case Verdict::kNote:
    case Verdict::kConfirm:
      return Standing::kNoteOnly;
    case Verdict::kMet:
    case Verdict::kNotApplicable:
      return Standing::kClear;
  }
  return Standing::kClear;
}

using StandingWord = std::array<PlaneWord, kNumStandings>;

/// Results of a column that say something about where a municipality stands.
struct Part {
  const audit::RuleColumn* column = nullptr;
  const audit::ResultClass* results = nullptr;
  const BitPlane* not_asked = nullptr;
  Standing standing = Standing::kClear;
};

std::vector<Part> parts_of(const audit::ResultModel& result, std::string_view topic) {
  std::vector<Part> parts;
  for (std::size_t at = 0; at < result.columns().size(); ++at) {
    const audit::RuleColumn& column = result.columns()[at];
    if (column.rule().topic != topic || column.subjects().space() != table::kRecordSpace) continue;
    for (const audit::ResultClass& each : column.classes())
      if (const Standing standing = standing_of(column, each.code); standing != Standing::kClear)
        parts.push_back({&column, &each, &result.not_asked(at), standing});
  }
  return parts;
}

TopicSummary close(TopicSummary summary) {
  const std::size_t counted =
      std::accumulate(summary.municipalities.begin(), summary.municipalities.end(), std::size_t{0});
  summary.municipalities[at(Standing::kClear)] = summary.total - counted;
  return summary;
}

}  // namespace

Standings::Standings(const audit::ResultModel& result, std::string_view topic) : result_(result) {
  const audit::SubjectList& municipalities = result.municipalities();
  planes_.fill(BitPlane(municipalities.num_subjects()));
  const std::vector<Part> parts = parts_of(result, topic);
  for (std::size_t word = 0; word < municipalities.num_words(); ++word) {
    StandingWord standings{};
    for (const Part& part : parts) {
      const PlaneWord rows = part.column->word(*part.results, word);
      const PlaneWord not_asked = part.not_asked->word(word);
      standings[at(Standing::kNotAsked)] |= rows & not_asked;
      standings[at(part.standing)] |= rows & ~not_asked;
    }
    PlaneWord open = municipalities.word(word);
    for (std::size_t standing = 0; standing < kNumStandings; ++standing) {
      planes_[standing].add(word, standings[standing] & open);
      open &= ~standings[standing];
    }
  }
}

Standing Standings::of(table::SubjectRef municipality) const {
  for (std::size_t standing = 0; standing < kNumStandings; ++standing)
    if (planes_[standing].get(municipality.index)) return static_cast<Standing>(standing);
  return Standing::kClear;
}

TopicSummary Standings::count(const policy::Heading& topic) const {
  TopicSummary summary{topic.id, topic.title, {}, result_.municipalities().size()};
  for (std::size_t standing = 0; standing < kNumStandings; ++standing) {
    summary.municipalities[standing] = planes_[standing].count();
  }
  return close(std::move(summary));
}

TopicSummary Standings::count_zone(const policy::Heading& topic, table::SubjectRef zone) const {
  TopicSummary summary{topic.id, topic.title, {}, 0};
  for (const table::SubjectRef member : result_.members(zone)) {
    const std::size_t word = member.index / BitPlane::kWordBits;
    const bool is_counted = ((result_.municipalities().word(word) >> (member.index % BitPlane::kWordBits)) & 1U) != 0;
    summary.total += is_counted ? 1U : 0U;
    for (std::size_t standing = 0; standing < kNumStandings; ++standing) {
      summary.municipalities[standing] += planes_[standing].get(member.index) ? 1U : 0U;
    }
  }
  return close(std::move(summary));
}

}  // namespace kijun::reports
