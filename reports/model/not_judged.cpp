#include <algorithm>
#include <array>

#include "reports/model/build_parts.h"
#include "reports/model/unlisted.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

using audit::Outcome;

LocalizedText reason_at(const GapReport& report, const BuildIndex& index, std::size_t column, std::size_t position) {
  const std::size_t finding = index.finding_at(report, column, position);
  if (finding != MatrixCell::kNone) {
    return report.findings[finding].reason;
  }
  LocalizedText reason = report.result->detail(column, position).not_applicable_because;
  return reason.empty() ? word(Word::kReasonOutOfScope) : reason;
}

// The entry of a reason among those of one column, which start at `first`.
NotJudged& entry_for(GapReport& report, std::size_t first, audit::Verdict verdict, const LocalizedText& reason) {
  auto& entries = report.not_judged;
  for (std::size_t at = first; at < entries.size(); ++at) {
    if (entries[at].verdict == verdict && entries[at].reason == reason) {
      return entries[at];
    }
  }
  entries.push_back({nullptr, {}, verdict, reason, {}, 0});
  return entries.back();
}

void add_column(GapReport& report, const BuildIndex& index, std::size_t at) {
  const audit::ResultModel& result = *report.result;
  const audit::RuleColumn& column = result.columns()[at];
  const std::size_t first = report.not_judged.size();
  std::array<std::size_t, 8> unlisted{};
  for (const audit::ResultClass& each : column.classes()) {
    unlisted[static_cast<std::size_t>(audit::verdict_of(column, each.code))] += each.count;
  }
  for (const std::uint32_t position : result.listed(at)) {
    const Outcome outcome = column.outcome(position);
    if (outcome == Outcome::kPass || outcome == Outcome::kFail) {
      continue;
    }
    const LocalizedText reason = reason_at(report, index, at, position);
    const audit::Verdict verdict = audit::verdict_of(column, column.code(position));
    NotJudged& entry = entry_for(report, first, verdict, reason);
    entry.subjects.push_back(index.subject_of.at(column.subject(position)));
    ++entry.num_subjects;
    --unlisted[static_cast<std::size_t>(verdict)];
  }
  for (const audit::Verdict verdict :
       {audit::Verdict::kUndecided, audit::Verdict::kError, audit::Verdict::kNotApplicable}) {
    const std::size_t number = unlisted[static_cast<std::size_t>(verdict)];
    if (number != 0) {
      entry_for(report, first, verdict, word(Word::kReasonNotListed)).num_subjects = number;
    }
  }
  for (std::size_t entry = first; entry < report.not_judged.size(); ++entry) {
    report.not_judged[entry].rule = &column.rule();
    report.not_judged[entry].title = column_title(result, column);
  }
}

}  // namespace

void add_rules(GapReport& report, const BuildIndex& index) {
  const audit::ResultModel& result = *report.result;
  const policy::Ruleset& ruleset = result.ruleset();
  for (const std::size_t at : index.columns_by_topic) {
    const audit::RuleColumn& column = result.columns()[at];
    if (report.rules.empty() || report.rules.back().rule != &column.rule()) {
      RuleView view;
      view.rule = &column.rule();
      view.topic = topic_title(result, column.rule().topic);
      view.actor = actor_title(result, column.rule().actor);
      view.anchor = "r-" + column.rule().id;
      for (const std::string& id : column.rule().basis) {
        if (const policy::Basis* basis = ruleset.find_basis(id)) {
          view.bases.push_back(basis);
        }
      }
      report.rules.push_back(std::move(view));
    }
    for (const audit::ResultClass& each : column.classes()) {
      report.rules.back().by_verdict[static_cast<std::size_t>(audit::verdict_of(column, each.code))] += each.count;
    }
    report.rules.back().num_unlisted += count_unlisted(result, at).findings;
  }
}

void add_not_judged(GapReport& report, const BuildIndex& index) {
  for (const std::size_t column : index.columns_by_topic) {
    add_column(report, index, column);
  }
  std::stable_sort(report.not_judged.begin(), report.not_judged.end(), [](const NotJudged& a, const NotJudged& b) {
    return (a.verdict != audit::Verdict::kNotApplicable) > (b.verdict != audit::Verdict::kNotApplicable);
  });
}

}  // namespace kijun::reports
