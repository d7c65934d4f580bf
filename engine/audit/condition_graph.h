#pragma once

#include <vector>

#include "engine/cel/checked_expr.h"
#include "engine/diag/diagnostic.h"
#include "engine/policy/ruleset.h"

namespace kijun::audit {

/// Height that the tree of a condition may reach together with the conditions it reads: what one expression may reach
/// by itself. Evaluators descend both, and this keeps them from overflowing the stack.
inline constexpr std::size_t kMaxConditionHeight = 1000;

/// Reports conditions that depend on themselves and conditions that build upon each other too deeply. `exprs` are those
/// of the ruleset's conditions, in their order; one without a tree did not compile.
void check_conditions(const policy::Ruleset& ruleset, const std::vector<cel::CheckedExpr>& exprs, diag::Sink& sink);

}  // namespace kijun::audit
