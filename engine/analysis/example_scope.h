#pragma once

#include <vector>

#include "engine/analysis/example_world.h"
#include "engine/audit/plan.h"
#include "engine/audit/rule_column.h"
#include "engine/cel/evaluator.h"
#include "engine/policy/ruleset.h"

namespace kijun::analysis {

/// An example ready to be judged: its world, its day and its parameters.
class ExampleScope {
 public:
  /// As of the example's `as_of`, else the last day of its `fiscal_year` (the edition's first one unless given). Mistakes
  /// in `given` go to the sink. The plan is borrowed.
  ExampleScope(const policy::Example& example, const audit::Plan& plan, const audit::Audience& audience,
               diag::Sink& sink);
  ExampleScope(const ExampleScope&) = delete;
  ExampleScope& operator=(const ExampleScope&) = delete;

  [[nodiscard]] cel::RecordRef subject() const { return world_.subject(); }
  /// What evaluators read; other conditions can be put in the place of the plan's.
  [[nodiscard]] const cel::EvalContext& context() const { return context_; }

 private:
  ExampleWorld world_;
  std::vector<cel::Value> params_;
  cel::EvalContext context_;
};

/// True when a rule makes of an example what it expects.
[[nodiscard]] bool is_expected(const policy::Example& example, const audit::CompiledRule& rule,
                               const audit::ResultCode& code);

}  // namespace kijun::analysis
