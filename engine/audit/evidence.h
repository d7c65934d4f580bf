#pragma once

#include <vector>

#include "engine/audit/plan.h"
#include "engine/cel/evaluator.h"

namespace kijun::audit {

/// Adds the cells read by the clauses that decided an expression's value, left to right: of a false `&&` only its false
/// operands, of a true `||` only its true ones, of a quantifier only the elements that decided it.
void add_deciding_cells(const cel::CheckedExpr& expr, const cel::EvalContext& context, cel::RecordRef self,
                        cel::CellList& cells);

/// The same of the part of an expression below a node.
void add_deciding_cells(const cel::CheckedExpr& expr, cel::NodeId node, const cel::EvalContext& context,
                        cel::RecordRef self, cel::CellList& cells);

/// One clause of an expression with what it gave, for `explain` and result cards.
struct Clause {
  const cel::CheckedExpr* expr = nullptr;  ///< The expression, or named condition, that it is a part of.
  cel::NodeId node = 0;                    ///< Its place there.
  std::string text;                        ///< As written.
  std::size_t depth = 0;                   ///< Below `&&`, `||`, `!` and named conditions.
  cel::Value value;
  std::vector<cel::CellRef> cells;  ///< Read by a clause without inner clauses.
};

/// The clauses of an expression in order of the text: operands of `&&`, `||`, `!` and `?:` are clauses of their own, a
/// named condition is followed by its own clauses.
[[nodiscard]] std::vector<Clause> trace_clauses(const cel::CheckedExpr& expr, const cel::EvalContext& context,
                                                cel::RecordRef self);

}  // namespace kijun::audit
