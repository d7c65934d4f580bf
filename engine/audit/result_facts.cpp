#include "engine/audit/result_facts.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "engine/audit/evidence.h"
#include "engine/audit/reads.h"

namespace kijun::audit {
namespace {

using survey::CellOrigin;
using survey::DecisionKind;
using survey::SurveyTable;
using table::MissingReason;

/// Whether what a rule reads can leave it open in a way that somebody could settle, or in a way that nobody can.
struct OpenWays {
  bool settled_by_people = false;
  bool settled_by_nobody = false;
};

bool can_be_settled(MissingReason reason) {
  return table::asks_question(reason) || reason == MissingReason::kNotReviewed;
}

void add_field(const SurveyTable& survey, table::FieldIndex index, OpenWays& ways) {
  const table::Field& field = survey.vocabulary().field(index);
  const std::optional<table::FieldIndex> asked =
      field.role == table::FieldRole::kReading ? survey.vocabulary().find(field.reads) : std::optional(index);
  const bool is_asked = asked && survey.asks(*asked);
  ways.settled_by_people = ways.settled_by_people || is_asked;
  ways.settled_by_nobody = ways.settled_by_nobody || !is_asked;
  const auto legend = survey.manifest().legends.find(index);
  if (legend == survey.manifest().legends.end()) return;
  for (const survey::LegendEntry& entry : legend->second) {
    const bool leaves_open =
        entry.missing != MissingReason::kNone && table::route(entry.missing) == table::MissingRoute::kUnknown;
    if (leaves_open && !can_be_settled(entry.missing)) ways.settled_by_nobody = true;
  }
}

OpenWays open_ways(const ColumnSource& source) {
  const Reads reads = reads_of(source.rule, source.plan);
  OpenWays ways{reads.earlier, reads.earlier || reads.attributes || reads.empties};
  for (const table::FieldIndex field : reads.fields) add_field(source.series.audited(), field, ways);
  return ways;
}

/// No cause that a question or a reading would remove.
bool is_not_asked(const ColumnSource& source, std::uint32_t index) {
  const OpenResult open = source.causes.find(source.rule, {0, {source.column.subjects().space(), index}});
  return !open.causes.empty() && std::none_of(open.causes.begin(), open.causes.end(),
                                              [](const cel::Cause& cause) { return can_be_settled(cause.reason); });
}

/// Calls `visit` with the index of every result of a class.
template <class Visit>
void for_each_of(const RuleColumn& column, const ResultClass& of, Visit visit) {
  for (std::size_t at = 0; at < column.subjects().num_words(); ++at)
    for (BitPlane::Word bits = column.word(of, at); bits != 0; bits &= bits - 1)
      visit(static_cast<std::uint32_t>(at * BitPlane::kWordBits + static_cast<std::size_t>(std::countr_zero(bits))));
}

bool is_held_reading(const survey::PlacedDecision& placed) {
  return placed.decision.kind == DecisionKind::kReading && !placed.stale && placed.subject;
}

bool has_readings(const SurveyTable& survey) {
  return std::any_of(survey.decisions().begin(), survey.decisions().end(), is_held_reading);
}

bool reads_a_reading(const Reads& reads, const table::Vocabulary& vocabulary) {
  return std::any_of(reads.fields.begin(), reads.fields.end(), [&](table::FieldIndex field) {
    return vocabulary.field(field).role == table::FieldRole::kReading;
  });
}

/// The subjects of a column whose own reading, or that of a member of a group they look at, a rule may rest on.
class ReadingReach {
 public:
  ReadingReach(const ColumnSource& source, const Reads& reads)
      : survey_(source.series.audited()),
        space_(source.column.subjects().space()),
        reached_(source.column.subjects().num_subjects()) {
    groups_ = reads.groups;
    if (space_ != table::kRecordSpace) groups_.insert(static_cast<table::GroupId>(space_ - 1));
    everywhere_ = reads.earlier || groups_.size() > 1;
    for (const survey::PlacedDecision& placed : survey_.decisions())
      if (is_held_reading(placed)) add(*placed.subject);
  }
  /// Groups of groups, and other surveys, are not followed: then every subject may be reached.
  [[nodiscard]] bool reaches(std::uint32_t index) const { return everywhere_ || reached_.get(index); }

 private:
  void add(table::SubjectRef subject) {
    if (subject.space == space_) reached_.set(subject.index);
    for (const table::GroupId group : groups_) {
      if (subject.space == table::group_space(group)) add_group(group, subject.index);
      if (subject.space != table::kRecordSpace) continue;
      for (const std::uint32_t each : survey_.groups_of(subject.index, group)) add_group(group, each);
    }
  }
  void add_group(table::GroupId group, std::uint32_t index) {
    if (!seen_.insert({table::group_space(group), index}).second) return;
    if (space_ == table::group_space(group)) reached_.set(index);
    if (space_ != table::kRecordSpace) return;
    for (const std::uint32_t row : survey_.grouping(group).members[index]) reached_.set(row);
  }

  const SurveyTable& survey_;
  table::SpaceId space_;
  BitPlane reached_;
  std::set<table::GroupId> groups_;
  std::set<table::SubjectRef> seen_;
  bool everywhere_ = false;
};

/// Tells which results rest on a reading. What the records of a group share is looked through once.
class ReadingSearch {
 public:
  explicit ReadingSearch(const ColumnSource& source) : source_(source) {}

  bool rests_on_reading(std::uint32_t index) {
    constexpr std::size_t kNoneInOrder = 0;
    cel::CellList cells(kNoneInOrder);
    for (const auto* clause : {&source_.rule.when, &source_.rule.require})
      if (clause->has_value())
        add_deciding_cells(**clause, source_.context, {0, {source_.column.subjects().space(), index}}, cells);
    return cells.any_own([&](const cel::CellRef& cell) { return is_reading(cell); }) ||
           std::any_of(cells.shared().begin(), cells.shared().end(),
                       [&](const auto& shared) { return has_reading(shared); });
  }

 private:
  [[nodiscard]] bool is_reading(const cel::CellRef& cell) const {
    if (cell.is_attribute || cell.index == cel::kWholeRecord) return false;
    if (source_.plan.vocabulary->field(cell.index).role != table::FieldRole::kReading) return false;
    return source_.series.surveys[cell.record.survey]->cell(cell.record.subject, cell.index).origin ==
           CellOrigin::kReading;
  }
  bool has_reading(const std::shared_ptr<const cel::CellList>& shared) {
    const auto known = shared_.find(shared);
    if (known != shared_.end()) return known->second;
    const bool has = shared->any_own([&](const cel::CellRef& cell) { return is_reading(cell); });
    return shared_.emplace(shared, has).first->second;
  }

  const ColumnSource& source_;
  std::map<std::shared_ptr<const cel::CellList>, bool> shared_;
};

}  // namespace

BitPlane find_not_asked(const ColumnSource& source) {
  BitPlane found;
  std::optional<OpenWays> ways;
  for (const ResultClass& each : source.column.classes()) {
    if (each.code.decision.outcome != Outcome::kUnknown) continue;
    const bool not_judgeable = each.code.decision.undecided == Undecided::kNotJudgeable;
    if (!ways) ways = open_ways(source);
    if (!not_judgeable && !ways->settled_by_nobody) continue;
    if (found.size() == 0) found = BitPlane(source.column.subjects().num_subjects());
    if (not_judgeable || !ways->settled_by_people) {
      for (std::size_t at = 0; at < found.num_words(); ++at) found.add(at, source.column.word(each, at));
      continue;
    }
    for_each_of(source.column, each, [&](std::uint32_t index) {
      if (is_not_asked(source, index)) found.set(index);
    });
  }
  return found;
}

std::size_t count_verdicts_on_readings(const ColumnSource& source) {
  const Reads reads = reads_of(source.rule, source.plan);
  if (!reads_a_reading(reads, *source.plan.vocabulary)) return 0;
  const std::vector<std::unique_ptr<survey::SurveyTable>>& surveys = source.series.surveys;
  const auto last = reads.earlier ? surveys.end() : surveys.begin() + 1;
  if (std::none_of(surveys.begin(), last, [](const auto& survey) { return has_readings(*survey); })) return 0;
  const ReadingReach reach(source, reads);
  ReadingSearch search(source);
  std::size_t total = 0;
  for (const ResultClass& each : source.column.classes()) {
    if (each.code.decision.outcome != Outcome::kPass && each.code.decision.outcome != Outcome::kFail) continue;
    for_each_of(source.column, each, [&](std::uint32_t index) {
      if (!reach.reaches(index)) return;
      total += search.rests_on_reading(index) ? 1U : 0U;
    });
  }
  return total;
}

}  // namespace kijun::audit
