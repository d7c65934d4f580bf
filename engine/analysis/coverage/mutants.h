#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/analysis/domain/scene_judge.h"
#include "engine/audit/plan.h"

namespace kijun::analysis {

/// A rule with one change. Its parts are owned here, and the view points into them.
struct Mutant {
  std::unique_ptr<audit::CompiledRule> rule;
  std::unique_ptr<cel::CheckedExpr> condition;  ///< A changed condition, in the view in the place of the plan's.
  std::unique_ptr<RuleView> view;
  LocalizedText change;
  std::string text;  ///< The expression as changed.
  diag::Span span;
};

/// Every mutant of a rule.
[[nodiscard]] std::vector<Mutant> make_mutants(const audit::Plan& plan, const audit::CompiledRule& rule);

}  // namespace kijun::analysis
