#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "engine/audit/plan.h"
#include "engine/audit/reads.h"
#include "engine/audit/requirement/required_parts.h"
#include "engine/audit/requirement/requirement.h"
#include "engine/cel/evaluator.h"
#include "engine/survey/series.h"

namespace kijun::audit {

/// A clause with all that measuring it can read.
struct MeasuredClause {
  RequiredClause view;
  Reads reads;
};

/// Clauses that are each required, or of which one is.
struct MeasuredClauses {
  bool is_any = false;
  std::vector<MeasuredClause> clauses;
};

/// Measures what rules require. What every subject is told in the same words is made once, and so is what the members of
/// a group come to. Belongs to one thread.
class RequirementMeasure {
 public:
  /// All is borrowed; `context` reads many records' cells.
  RequirementMeasure(const Plan& plan, const cel::EvalContext& context, const survey::SurveySeries& series)
      : plan_(plan), context_(context), series_(series) {}

  /// The clauses of a condition for a subject. None where it errs or does not apply.
  [[nodiscard]] MeasuredClauses measure(const cel::CheckedExpr& condition, cel::RecordRef self, PartChoice choice);

 private:
  /// Of the elements that a macro goes through: for how many its predicate certainly and possibly holds.
  struct Tally {
    std::int64_t low = 0;
    std::int64_t high = 0;
    std::int64_t of = 0;
  };
  /// A comparison with the side that reads answers on the left.
  struct Comparison {
    cel::FunctionId relation = cel::FunctionId::kEqual;  ///< As it has to hold.
    cel::NodeId what = 0;
    cel::NodeId bound = 0;
  };
  using Key = std::tuple<const cel::CheckedExpr*, cel::NodeId, bool>;
  using TallyKey = std::tuple<const cel::CheckedExpr*, cel::NodeId, cel::RecordRef>;

  [[nodiscard]] RequiredClause clause(const RequiredPart& part, cel::RecordRef self);
  [[nodiscard]] LocalizedText words(const RequiredPart& part);
  [[nodiscard]] Comparison comparison_of(const RequiredPart& part) const;
  void compare(const RequiredPart& part, cel::RecordRef self, RequiredClause& clause);
  void compare_tally(const RequiredPart& part, const Comparison& comparison, cel::RecordRef self,
                     RequiredClause& clause);
  void choose_among(const RequiredPart& part, const OneOf& choice, cel::RecordRef self, RequiredClause& clause) const;
  void quantify(const RequiredPart& part, cel::RecordRef self, RequiredClause& clause);
  void list_cells(const RequiredPart& part, cel::RecordRef self, RequiredClause& clause) const;
  /// What a node gives, in words: an answer with its mark.
  void show_value(const cel::CheckedExpr& expr, cel::NodeId node, cel::RecordRef self, RequiredClause& clause) const;
  [[nodiscard]] std::optional<CellView> only_cell(const cel::CheckedExpr& expr, cel::NodeId node,
                                                  cel::RecordRef self) const;
  [[nodiscard]] std::optional<Tally> tally(const cel::CheckedExpr& expr, cel::NodeId macro, cel::RecordRef self);
  [[nodiscard]] LocalizedText text_of(const cel::Value& value, const cel::Type& type) const;

  const Plan& plan_;
  const cel::EvalContext& context_;
  const survey::SurveySeries& series_;
  std::map<Key, LocalizedText> words_;
  std::map<TallyKey, std::optional<Tally>> tallies_;
};

}  // namespace kijun::audit
