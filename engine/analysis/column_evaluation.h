#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/cel/checked_expr.h"
#include "engine/cel/value.h"

namespace kijun::analysis {

/// What the columnar evaluator made of an expression.
struct ColumnResults {
  std::vector<cel::Value> values;  ///< Of all rows of all runs; an error is any error. Empty: it had nothing to do.
  bool by_kernels = false;         ///< No node was left to the naive evaluator.
};

/// Evaluates a checked expression of plain CEL by column: its variables become fields of a table whose rows all hold the
/// bindings. It runs twice, with its literals as the constants they are and with them as fields too, because the
/// columnar evaluator folds whatever has no field, and a case such as `1 + 2` would test nothing. There is nothing to do
/// when no variable and no literal has a type that columns hold.
[[nodiscard]] ColumnResults eval_by_column(const cel::CheckedExpr& expr,
                                           const std::map<std::string, cel::Value>& bindings);

}  // namespace kijun::analysis
