#pragma once

#include <optional>

#include "engine/audit/baseline.h"
#include "reports/model/format.h"
#include "tests/unit/reports/fake_model.h"

namespace kijun::reports {

/// The fake result with decisions that set things aside: 乙町 without a council is accepted for a time, what 甲市's note
/// contradicts is known to the baseline, and gates follow.
class DecidedModel : public FakeModel {
 public:
  DecidedModel() {
    waiver_.kind = "waiver";
    waiver_.subject = {"municipality", "993018", {"乙町", "Otsu Town"}};
    waiver_.field_or_rule = "council.municipality";
    waiver_.reason = {"統合の協議を待つ", "awaits the merger"};
    waiver_.approver = "課長";
    waiver_.until = Date::from_ymd(2020, 3, 31);
    waiver_.at = {"decisions.toml", 5, 1, "", ""};
    known_.series = run().series;
    add_entry(kContradiction, 1);
    known_.entries.push_back({"v1:00000000000000000000000000000000", "", "council.old", "", "municipality", "991007",
                              "甲市", audit::Outcome::kFail, policy::Severity::kError});
    comparison_.emplace(known_, *this);
  }

  const audit::DecisionView* waiver(std::size_t column, std::size_t position) const override {
    return column == 0 && position == 1 ? &waiver_ : nullptr;
  }
  const audit::BaselineComparison* baseline() const override { return comparison_ ? &*comparison_ : nullptr; }
  audit::Gate gate(std::size_t column, std::size_t position) const override {
    audit::Gate gate;
    if (columns()[column].outcome(position) != audit::Outcome::kFail) gate.reasons.emplace_back("outcome");
    if (columns()[column].rule().stage == policy::Stage::kDraft) gate.reasons.emplace_back("draft");
    if (waiver(column, position) != nullptr) gate.reasons.emplace_back("waived");
    if (comparison_ && comparison_->is_known(column, position)) gate.reasons.emplace_back("baseline");
    gate.blocks = gate.reasons.empty();
    return gate;
  }

  static constexpr std::size_t kContradiction = 5;  ///< Column of note.contradiction.

 private:
  void add_entry(std::size_t column, std::size_t position) {
    for (const audit::BaselineEntry& entry : audit::make_baseline(*this).entries)
      if (entry.rule == columns()[column].rule().id &&
          entry.subject_code == subject(columns()[column].subject(position)).name.code)
        known_.entries.push_back(entry);
  }

  audit::DecisionView waiver_;
  audit::Baseline known_;
  std::optional<audit::BaselineComparison> comparison_;
};

/// A run that found nothing.
class CleanModel : public FakeModel {
 public:
  const std::vector<audit::RuleColumn>& columns() const override { return columns_; }

 private:
  std::vector<audit::RuleColumn> columns_;
};

/// Paths as a run from the top of a repository has them.
inline ReportOptions repository_options(Language language = Language::kEnglish) {
  ReportOptions options;
  options.language = language;
  options.ci.folders = {"data/2018", "/repo", "/repo/data/2018", {"survey.toml", 6, 15, "", ""}, {}, true};
  return options;
}

}  // namespace kijun::reports
