#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "engine/audit/audiences.h"
#include "engine/audit/baseline.h"
#include "engine/audit/cause_finder.h"
#include "engine/audit/column_world.h"
#include "engine/audit/decision_views.h"
#include "engine/audit/evidence.h"
#include "engine/audit/part_hashes.h"
#include "engine/audit/plan.h"
#include "engine/audit/questions/question_plan.h"
#include "engine/audit/reads.h"
#include "engine/audit/requirement/measure.h"
#include "engine/audit/requirement/requirement.h"
#include "engine/audit/result_model.h"
#include "engine/audit/run.h"
#include "engine/cel/group_memo.h"
#include "engine/survey/series.h"
#include "engine/survey/world.h"

namespace kijun::audit {

/// What the columnar evaluation gave.
struct AuditResults {
  Audiences audiences;
  std::vector<RuleColumn> columns;
  std::vector<const CompiledRule*> rules;  ///< By column.
  std::vector<IndicatorResult> indicators;
  std::size_t num_fallback_nodes = 0;
  std::vector<Meaning> meanings = {};  ///< Of the plan in the words of its pack, where it was reworded; else empty.
};

/// A clause of a result with what evaluating it can read.
struct TracedClause {
  ClauseView view;
  Reads reads;
};

/// The model behind `run_audit`: compact codes from the columnar evaluation, texts and evidence made on demand by the
/// naive evaluator over the owned survey. Not for several threads: details once made are kept.
class AuditModel : public ResultModel {
 public:
  AuditModel(std::unique_ptr<Plan> plan, std::unique_ptr<survey::SurveySeries> series, RunInfo run,
             AuditOptions options, AuditResults results);

  /// Counts the results and chooses what is listed. Until then the summary and the lists are empty.
  void summarise();

  const RunInfo& run() const override { return run_; }
  const Summary& summary() const override { return summary_; }
  const policy::Ruleset& ruleset() const override { return plan_->ruleset; }
  const table::Vocabulary& vocabulary() const override { return *plan_->vocabulary; }
  const std::vector<RuleColumn>& columns() const override { return results_.columns; }
  const std::vector<IndicatorResult>& indicators() const override { return results_.indicators; }
  const std::vector<DecisionView>& decisions() const override { return decisions_.views; }
  const DecisionView* waiver(std::size_t column, std::size_t position) const override;
  survey::GrantedOn granted_on(std::size_t column, std::size_t position) const override;
  const PartHashes& part_hashes() const override;
  const BaselineComparison* baseline() const override { return baseline_ ? &*baseline_ : nullptr; }
  const SubjectList& records() const override { return records_; }
  const SubjectList& municipalities() const override { return municipalities_; }
  const SubjectList& zones() const override { return zones_; }
  const std::vector<std::uint32_t>& listed(std::size_t column) const override { return listed_[column]; }
  const BitPlane& not_asked(std::size_t column) const override { return not_asked_[column]; }
  SubjectInfo subject(table::SubjectRef subject) const override;
  std::vector<table::SubjectRef> members(table::SubjectRef group) const override;
  std::vector<CellView> answers(table::SubjectRef record) const override;
  ResultDetail detail(std::size_t column, std::size_t position) const override;
  LocalizedText message(std::size_t column, std::size_t position) const override;
  std::vector<OpenCause> causes(std::size_t column, std::size_t position) const override;
  const QuestionPlan& questions() const override;
  Gate gate(std::size_t column, std::size_t position) const override;
  std::vector<ClauseView> trace(std::size_t column, std::size_t position) const override;
  Requirement requirement(std::size_t column, std::size_t position) const override;

  /// What went wrong in a result whose outcome is error.
  [[nodiscard]] std::string error_text(std::size_t column, std::size_t position) const;
  /// The trace with what each of its clauses can read.
  [[nodiscard]] std::vector<TracedClause> trace_reads(std::size_t column, std::size_t position) const;
  /// The clauses of a requirement with what each of them can read.
  [[nodiscard]] MeasuredClauses measured_clauses(std::size_t column, std::size_t position, PartChoice choice) const;
  /// The rule of a column, compiled.
  [[nodiscard]] const CompiledRule& compiled_rule(std::size_t column) const { return *results_.rules[column]; }
  [[nodiscard]] const Plan& plan() const { return *plan_; }
  [[nodiscard]] const survey::SurveyTable& survey() const { return series_->audited(); }
  [[nodiscard]] const survey::SurveySeries& series() const { return *series_; }
  [[nodiscard]] const survey::SurveyWorld& world() const { return world_; }
  [[nodiscard]] const AuditOptions& options() const { return options_; }

 private:
  void count_decisions();
  void count_set_aside();
  [[nodiscard]] WaiverWorld waiver_world() const;
  void count_results(const RuleColumn& column);
  [[nodiscard]] ResultDetail make_detail(std::size_t column, std::size_t position) const;
  [[nodiscard]] LocalizedText message_of(const CompiledRule& rule, const ResultCode& code, table::SubjectRef subject,
                                         const ResultDetail& detail) const;
  void add_evidence(const CompiledRule& rule, const ResultCode& code, table::SubjectRef subject,
                    ResultDetail& detail) const;
  /// The value of the first clause that is not true, in the order when, judgeable, require.
  [[nodiscard]] cel::Value deciding_value(const CompiledRule& rule, table::SubjectRef subject) const;
  void add_causes(const CompiledRule& rule, const ResultCode& code, table::SubjectRef subject,
                  ResultDetail& detail) const;
  [[nodiscard]] OpenCause view_cause(const cel::Cause& cause) const;

  std::unique_ptr<Plan> plan_;
  std::unique_ptr<survey::SurveySeries> series_;
  survey::SurveyWorld world_;
  ColumnWorld members_world_;
  mutable cel::GroupMemo memo_;  // notes of evaluation
  cel::EvalContext context_;
  cel::EvalContext members_context_;    ///< Reads many records' cells.
  mutable CauseFinder cause_finder_;    // notes of what it found
  mutable RequirementMeasure measure_;  // likewise
  RunInfo run_;
  AuditOptions options_;
  AuditResults results_;
  const SubjectList& records_;
  const SubjectList& municipalities_;
  const SubjectList& zones_;
  Summary summary_;
  DecisionViews decisions_;
  std::optional<BaselineComparison> baseline_;
  std::vector<std::vector<std::uint32_t>> listed_;         ///< By column.
  std::vector<BitPlane> not_asked_;                        ///< By column.
  std::vector<const SubjectList*> rated_;                  ///< By indicator: whom it is about.
  mutable std::unique_ptr<const QuestionPlan> questions_;  ///< Made when first asked for.
  mutable std::unique_ptr<const PartHashes> part_hashes_;  ///< Likewise.
  /// By column and position; several outputs show the same results, and a detail costs far more than a look-up.
  mutable std::unordered_map<std::uint64_t, ResultDetail> details_;
  mutable std::size_t num_kept_cells_ = 0;
};

}  // namespace kijun::audit
