#pragma once

#include <string>

#include "engine/audit/plan.h"
#include "engine/cel/checked_expr.h"

namespace kijun::analysis {

/// `cel::normal_form` of a part of an expression of a plan.
[[nodiscard]] std::string part_form(const audit::Plan& plan, const cel::CheckedExpr& expr, cel::NodeId node);

/// A text that is equal for rules that judge all answers alike, severity apart: the normal forms of their clauses, cases
/// and deadline. Different texts may still mean the same.
[[nodiscard]] std::string rule_form(const audit::Plan& plan, const audit::CompiledRule& rule);

}  // namespace kijun::analysis
