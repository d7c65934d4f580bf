#pragma once

#include <memory>
#include <vector>

#include "engine/audit/audit_model.h"
#include "engine/audit/part_hashes.h"
#include "engine/audit/questions/question_plan.h"
#include "engine/audit/readership/shown_decisions.h"
#include "engine/audit/readership/withholding.h"
#include "engine/audit/result_model.h"

namespace kijun::audit {

/// A result as one readership sees it: everything that a report can get hold of comes out of here, so that no format can
/// show, nor embed, what is withheld. What is left of a result is its verdict with severity, case and deadline, which
/// every readership sees; texts, evidence, causes and traces that could tell more of a withheld answer give way.
/// Not for several threads, as the model it stands before.
class ReadershipModel : public ResultModel {
 public:
  /// `num_rules_left_out`: those that were not judged for this readership (`may_judge`).
  ReadershipModel(std::unique_ptr<const AuditModel> inner, std::size_t num_rules_left_out);

  const RunInfo& run() const override { return run_; }
  const Summary& summary() const override { return inner_->summary(); }
  const policy::Ruleset& ruleset() const override { return inner_->ruleset(); }
  const table::Vocabulary& vocabulary() const override { return inner_->vocabulary(); }
  const std::vector<RuleColumn>& columns() const override { return inner_->columns(); }
  const std::vector<IndicatorResult>& indicators() const override;
  const std::vector<DecisionView>& decisions() const override { return decisions_.views; }
  const DecisionView* waiver(std::size_t column, std::size_t position) const override;
  survey::GrantedOn granted_on(std::size_t column, std::size_t position) const override;
  const PartHashes& part_hashes() const override;
  const BaselineComparison* baseline() const override { return nullptr; }
  const SubjectList& records() const override { return inner_->records(); }
  const SubjectList& municipalities() const override { return inner_->municipalities(); }
  const SubjectList& zones() const override { return inner_->zones(); }
  const std::vector<std::uint32_t>& listed(std::size_t column) const override { return inner_->listed(column); }
  const BitPlane& not_asked(std::size_t column) const override { return inner_->not_asked(column); }
  SubjectInfo subject(table::SubjectRef subject) const override;
  std::vector<table::SubjectRef> members(table::SubjectRef group) const override;
  std::vector<CellView> answers(table::SubjectRef record) const override;
  ResultDetail detail(std::size_t column, std::size_t position) const override;
  LocalizedText message(std::size_t column, std::size_t position) const override;
  std::vector<OpenCause> causes(std::size_t column, std::size_t position) const override;
  const QuestionPlan& questions() const override;
  Gate gate(std::size_t column, std::size_t position) const override { return inner_->gate(column, position); }
  std::vector<ClauseView> trace(std::size_t column, std::size_t position) const override;
  Requirement requirement(std::size_t column, std::size_t position) const override;

 private:
  /// What the parts of a rule can read, apart from any subject's answers.
  struct RuleReads {
    Reads when;
    Reads deciding;  ///< when, judgeable and require.
    Reads require;
    Reads cases;  ///< The conditions of all its cases.
    Reads message;
    std::vector<Reads> case_messages;
  };

  [[nodiscard]] Reads indicator_reads(std::size_t indicator) const;
  [[nodiscard]] RuleReads reads_of_rule(const CompiledRule& rule) const;
  [[nodiscard]] bool could_tell(const Reads& reads, std::size_t column, std::size_t position) const;
  [[nodiscard]] bool message_could_tell(std::size_t column, std::size_t position) const;
  void withhold_evidence(std::size_t column, std::size_t position, ResultDetail& detail) const;
  void add_withheld_fields(std::size_t column, table::SubjectRef subject, ResultDetail& detail) const;
  /// Causes that may be seen; where there are only others, one that stands for them.
  [[nodiscard]] std::vector<OpenCause> shown_causes(std::vector<OpenCause> causes, std::size_t column,
                                                    std::size_t position) const;
  void withhold_texts(std::size_t column, std::size_t position, ResultDetail& detail) const;
  [[nodiscard]] LocalizedText withheld_message(std::size_t column) const;

  std::unique_ptr<const AuditModel> inner_;
  Withholding withholding_;
  RunInfo run_;
  ShownDecisions decisions_;
  std::vector<RuleReads> reads_;                           ///< By column.
  std::vector<IndicatorResult> indicators_;                ///< None, where the readership sees none.
  mutable std::unique_ptr<const QuestionPlan> questions_;  ///< Made when first asked for.
  mutable std::unique_ptr<const PartHashes> part_hashes_;  ///< Likewise.
};

/// Takes the names of people from a ruleset: who approved it, and who confirmed its bases.
void drop_names(policy::Ruleset& ruleset);

}  // namespace kijun::audit
