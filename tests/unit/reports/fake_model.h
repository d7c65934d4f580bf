#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/baseline.h"
#include "engine/audit/part_hashes.h"
#include "engine/audit/questions/question_plan.h"
#include "engine/audit/requirement/requirement.h"
#include "engine/audit/result_model.h"
#include "engine/survey/decisions.h"

namespace kijun::reports {

/// A small result of 架空県, made by hand: the prefecture and three municipalities in two zones, one joint body.
///
///   rule                   asked of     架空県   甲市        乙町        丙村
///   council.municipality   municipality          met         unmet       undecided (council blank)
///   council.prefecture     prefecture   note
///   council.trial (draft)  municipality          undecided   note        n/a
///   answer.blank: council  record       met      met         met         confirm
///   answer.blank: budget   record       met      met         confirm     met
///   note.contradiction     record       met      confirm     met         met
///   council.zone           zone         北 undecided (not asked), 南 met
///   council.body           body         共同会議 note
class FakeModel : public audit::ResultModel {
 public:
  /// `note` is the council note of 甲市.
  explicit FakeModel(std::string note = "平成31年度に設置予定");

  const audit::RunInfo& run() const override { return run_; }
  const audit::Summary& summary() const override { return summary_; }
  const policy::Ruleset& ruleset() const override { return ruleset_; }
  const table::Vocabulary& vocabulary() const override { return vocabulary_; }
  const std::vector<audit::RuleColumn>& columns() const override { return columns_; }
  const std::vector<audit::IndicatorResult>& indicators() const override { return indicators_; }
  const std::vector<audit::DecisionView>& decisions() const override { return decisions_; }
  const audit::DecisionView* waiver(std::size_t, std::size_t) const override { return nullptr; }
  survey::GrantedOn granted_on(std::size_t, std::size_t) const override { return {}; }
  const audit::PartHashes& part_hashes() const override { return part_hashes_; }
  const audit::BaselineComparison* baseline() const override { return nullptr; }
  const audit::SubjectList& records() const override { return records_; }
  const audit::SubjectList& municipalities() const override { return municipalities_; }
  const audit::SubjectList& zones() const override { return zones_; }
  const std::vector<std::uint32_t>& listed(std::size_t column) const override { return listed_[column]; }
  const audit::BitPlane& not_asked(std::size_t column) const override { return not_asked_[column]; }
  audit::SubjectInfo subject(table::SubjectRef subject) const override { return subjects_.at(subject); }
  std::vector<table::SubjectRef> members(table::SubjectRef group) const override;
  std::vector<audit::CellView> answers(table::SubjectRef record) const override;
  audit::ResultDetail detail(std::size_t column, std::size_t position) const override;
  LocalizedText message(std::size_t column, std::size_t position) const override {
    return detail(column, position).message;
  }
  const audit::QuestionPlan& questions() const override { return questions_; }
  audit::Gate gate(std::size_t column, std::size_t position) const override;
  std::vector<audit::OpenCause> causes(std::size_t column, std::size_t position) const override {
    return detail(column, position).unknown_because;
  }
  std::vector<audit::ClauseView> trace(std::size_t, std::size_t) const override { return {}; }
  audit::Requirement requirement(std::size_t column, std::size_t position) const override;

  /// To change what a test is about before a report is built.
  audit::RunInfo& run_info() { return run_; }
  policy::Ruleset& rules_to_change() { return ruleset_; }
  audit::Summary& counts() { return summary_; }
  /// Judges a month before the deadline that council.municipality has then.
  void judge_before_deadline();
  /// Adds an indicator that does not count 甲市, whose note somebody read as saying the contrary.
  void add_net_indicator();
  /// Lists at most so many findings of a rule.
  void cut(std::size_t max_findings);

  static constexpr table::SpaceId kZoneSpace = 1;
  static constexpr table::SpaceId kBodySpace = 2;

 private:
  void add_subjects();
  void add_rules();
  void add_columns();
  void add_results(const std::string& rule_id, const audit::SubjectList& subjects,
                   const std::vector<audit::Outcome>& outcomes, std::optional<table::FieldIndex> field = {});
  void add_indicator();
  void add_questions();
  [[nodiscard]] audit::CellView cell(table::SubjectRef subject, const std::string& field) const;

  std::string note_;
  audit::RunInfo run_;
  audit::Summary summary_;
  policy::Ruleset ruleset_;
  table::Vocabulary vocabulary_;
  std::vector<audit::RuleColumn> columns_;
  std::vector<audit::IndicatorResult> indicators_;
  std::vector<audit::DecisionView> decisions_;
  audit::QuestionPlan questions_;
  audit::PartHashes part_hashes_{
      {{"council.municipality", "0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210"}},
      {{"reading", "992011", "council_note", "", "0123456789abcdef"},
       {"waiver", "992020", "answer.blank", "budget", "fedcba9876543210"}},
      {"council", "budget"},
      {{"992011", "0123456789ab"}, {"99<20>", "ba9876543210"}}};
  audit::SubjectList records_{table::kRecordSpace, 4};
  audit::SubjectList prefecture_{table::kRecordSpace, {0}, 4};
  audit::SubjectList municipalities_{table::kRecordSpace, {1, 2, 3}, 4};
  audit::SubjectList zones_{kZoneSpace, 2};
  audit::SubjectList bodies_{kBodySpace, 1};
  std::optional<Date> deadline_;  ///< Of council.municipality.
  std::vector<std::vector<std::uint32_t>> listed_;
  std::vector<audit::BitPlane> not_asked_;
  std::map<table::SubjectRef, audit::SubjectInfo> subjects_;
};

/// The same small result as if it had many records.
class LargeModel : public FakeModel {
 public:
  explicit LargeModel(std::uint32_t num_records) : records_(table::kRecordSpace, num_records) {}
  const audit::SubjectList& records() const override { return records_; }

 private:
  audit::SubjectList records_;
};

}  // namespace kijun::reports
