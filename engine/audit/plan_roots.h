#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "engine/audit/plan.h"
#include "engine/audit/result_model.h"
#include "engine/audit/rule_column.h"
#include "engine/exec/execution.h"
#include "engine/exec/program.h"

namespace kijun::audit {

/// The expressions of a plan's rules and indicators as the roots of one program, and the way back from an execution of
/// it to results.
class PlanRoots {
 public:
  /// All is borrowed. `rules` are those of the plan that are asked for.
  PlanRoots(const Plan& plan, const std::vector<const CompiledRule*>& rules);

  [[nodiscard]] const std::vector<exec::Root>& roots() const { return roots_; }
  /// The results of a rule (its position in `rules`). `context` gives the deadline where that is the same for all.
  [[nodiscard]] RuleColumn column(std::size_t rule, const SubjectList& subjects, const exec::Execution& execution,
                                  const cel::EvalContext& context) const;
  /// The interval of an indicator (its position in the plan) over `subjects`, and in `zones` where it is about records.
  [[nodiscard]] IndicatorResult indicator(std::size_t indicator, const SubjectList& subjects, const SubjectList& zones,
                                          const table::SurveyContext& survey, const exec::Execution& execution) const;

 private:
  static constexpr exec::RootIndex kNoRoot = std::numeric_limits<exec::RootIndex>::max();

  struct RuleRoots {
    exec::RootIndex when = kNoRoot;
    exec::RootIndex judgeable = kNoRoot;
    exec::RootIndex require = kNoRoot;
    exec::RootIndex deadline = kNoRoot;  ///< Only where subjects differ.
    std::vector<exec::RootIndex> cases;
  };
  struct IndicatorRoots {
    exec::RootIndex of = kNoRoot;
    exec::RootIndex met = kNoRoot;
  };

  exec::RootIndex add(const cel::CheckedExpr& expr, const Audience& audience);
  exec::RootIndex add(const std::optional<cel::CheckedExpr>& expr, const Audience& audience);

  const Plan& plan_;
  const std::vector<const CompiledRule*>& rules_;
  std::vector<exec::Root> roots_;
  std::vector<RuleRoots> rule_roots_;
  std::vector<IndicatorRoots> indicator_roots_;
};

}  // namespace kijun::audit
