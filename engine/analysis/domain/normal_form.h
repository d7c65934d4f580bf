#pragma once

#include <string>

#include "engine/audit/plan.h"
#include "engine/cel/checked_expr.h"

namespace kijun::analysis {

/// A text that is equal for expressions that are the same whatever their names, spacing and brackets: named conditions
/// stand inlined, parameters as their values, fields by their ids. Different texts may still mean the same.
[[nodiscard]] std::string normal_form(const audit::Plan& plan, const cel::CheckedExpr& expr, cel::NodeId node);

/// The normal form of all that decides the results of a rule: its clauses, the conditions of its cases, its deadline.
[[nodiscard]] std::string normal_form(const audit::Plan& plan, const audit::CompiledRule& rule);

}  // namespace kijun::analysis
