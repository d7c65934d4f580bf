#pragma once

#include <memory>
#include <vector>

#include "engine/audit/evidence.h"
#include "engine/audit/plan.h"
#include "engine/audit/result_model.h"
#include "engine/audit/run.h"
#include "engine/survey/series.h"
#include "engine/survey/world.h"

namespace kijun::audit {

/// The model behind `run_audit`: compact codes from the columnar evaluation, texts and evidence made on demand by the
/// naive evaluator over the owned survey.
class AuditModel : public ResultModel {
 public:
  /// `columns` follow `plan->rules` one to one.
  AuditModel(std::unique_ptr<Plan> plan, std::unique_ptr<survey::SurveySeries> series, RunInfo run,
             AuditOptions options);

  void set_results(std::vector<RuleColumn> columns, std::vector<const CompiledRule*> rules,
                   std::vector<IndicatorResult> indicators);
  void set_fallback_nodes(std::size_t num_nodes) { summary_.num_fallback_nodes = num_nodes; }
  /// Counts the results; call once they are set.
  void summarise();

  const RunInfo& run() const override { return run_; }
  const Summary& summary() const override { return summary_; }
  const policy::Ruleset& ruleset() const override { return plan_->ruleset; }
  const table::Vocabulary& vocabulary() const override { return *plan_->vocabulary; }
  const std::vector<RuleColumn>& columns() const override { return columns_; }
  const std::vector<IndicatorResult>& indicators() const override { return indicators_; }
  const std::vector<DecisionView>& decisions() const override { return decisions_; }
  const std::vector<table::SubjectRef>& records() const override { return records_; }
  const std::vector<table::SubjectRef>& zones() const override { return zones_; }
  SubjectInfo subject(table::SubjectRef subject) const override;
  std::vector<table::SubjectRef> members(table::SubjectRef group) const override;
  std::vector<CellView> answers(table::SubjectRef record) const override;
  ResultDetail detail(std::size_t column, std::size_t position) const override;
  Gate gate(std::size_t column, std::size_t position) const override;
  std::vector<ClauseView> trace(std::size_t column, std::size_t position) const override;

  /// What went wrong in a result whose outcome is error.
  [[nodiscard]] std::string error_text(std::size_t column, std::size_t position) const;
  [[nodiscard]] const Plan& plan() const { return *plan_; }
  [[nodiscard]] const survey::SurveyTable& survey() const { return series_->audited(); }
  [[nodiscard]] const survey::SurveyWorld& world() const { return world_; }
  [[nodiscard]] const AuditOptions& options() const { return options_; }

 private:
  /// Records and zones of the run; under `only_rows` those it names.
  void choose_subjects();
  void view_decisions();
  [[nodiscard]] LocalizedText message(const CompiledRule& rule, const ResultCode& code, table::SubjectRef subject,
                                      const ResultDetail& detail) const;
  void add_evidence(const CompiledRule& rule, const ResultCode& code, table::SubjectRef subject,
                    ResultDetail& detail) const;
  /// The value of the first clause that is not true, in the order when, judgeable, require.
  [[nodiscard]] cel::Value deciding_value(const CompiledRule& rule, table::SubjectRef subject) const;
  void add_causes(const CompiledRule& rule, table::SubjectRef subject, ResultDetail& detail) const;

  std::unique_ptr<Plan> plan_;
  std::unique_ptr<survey::SurveySeries> series_;
  survey::SurveyWorld world_;
  cel::EvalContext context_;
  RunInfo run_;
  AuditOptions options_;
  Summary summary_;
  std::vector<RuleColumn> columns_;
  std::vector<const CompiledRule*> rules_;  ///< By column.
  std::vector<IndicatorResult> indicators_;
  std::vector<DecisionView> decisions_;
  std::vector<table::SubjectRef> records_;
  std::vector<table::SubjectRef> zones_;
};

}  // namespace kijun::audit
