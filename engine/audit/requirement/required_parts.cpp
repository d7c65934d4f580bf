#include "engine/audit/requirement/required_parts.h"

#include <algorithm>

#include "engine/cel/functions.h"

namespace kijun::audit {
namespace {

using cel::CheckedExpr;
using cel::FunctionId;
using cel::NodeId;
using cel::NodeKind;
using cel::RefKind;
using cel::State;

bool is_logic(const CheckedExpr& expr, NodeId node) {
  return expr.calls(node, FunctionId::kLogicalAnd) || expr.calls(node, FunctionId::kLogicalOr);
}

/// True where one of the operands has to hold.
bool is_any(const RequiredPart& part) { return part.expr->calls(part.node, FunctionId::kLogicalOr) != part.is_denied; }

bool is_literal(const CheckedExpr& expr, NodeId node) { return expr.ast.node(node).kind == NodeKind::kLiteral; }

/// The operands of `a && b && c`, however they are nested.
void add_leaves(const CheckedExpr& expr, NodeId node, std::vector<NodeId>& leaves) {
  for (const NodeId child : expr.ast.node(node).children) {
    if (is_logic(expr, child) && expr.function(child) == expr.function(node))
      add_leaves(expr, child, leaves);
    else
      leaves.push_back(child);
  }
}

class Picker {
 public:
  Picker(const Plan& plan, const cel::EvalContext& context, cel::RecordRef self, PartChoice choice)
      : plan_(plan), context_(context), self_(self), choice_(choice) {}

  [[nodiscard]] RequiredParts pick(const RequiredPart& whole) const {
    const RequiredPart part = opened(whole);
    if (!is_logic(*part.expr, part.node) || one_of(part)) return {false, {part}};
    std::vector<RequiredPart> operands;
    for (const NodeId child : part.expr->ast.node(part.node).children)
      add_operands({part.expr, child, part.is_denied}, is_any(part), operands);
    const std::vector<RequiredPart> chosen = choose(part, std::move(operands));
    return chosen.size() == 1 ? pick(chosen.front()) : RequiredParts{is_any(part), chosen};
  }

 private:
  /// Without the `!` around it, and in place of a named condition what it says.
  [[nodiscard]] RequiredPart opened(RequiredPart part) const {
    while (true) {
      const cel::Reference& reference = part.expr->references[part.node];
      if (part.expr->calls(part.node, FunctionId::kLogicalNot)) {
        part = {part.expr, part.expr->ast.node(part.node).children.front(), !part.is_denied};
      } else if (reference.kind == RefKind::kCondition && reference.implicit_self &&
                 opens(reference.index, part.is_denied)) {
        part = {&plan_.conditions[reference.index], plan_.conditions[reference.index].ast.root, part.is_denied};
      } else {
        return part;
      }
    }
  }

  /// What its description says of several clauses at once is not to be denied clause by clause: nobody would follow it.
  [[nodiscard]] bool opens(std::uint32_t index, bool is_denied) const {
    if (plan_.ruleset.conditions[index].description.empty()) return true;
    const CheckedExpr& condition = plan_.conditions[index];
    NodeId root = condition.ast.root;
    while (condition.calls(root, FunctionId::kLogicalNot)) {
      root = condition.ast.node(root).children.front();
      is_denied = !is_denied;
    }
    if (is_logic(condition, root)) return !is_denied || one_of({&condition, root, is_denied}).has_value();
    if (const auto function = condition.function(root))
      return cel::is_comparison(*function) || *function == FunctionId::kIn || cel::asks_about_cell(*function);
    const RefKind kind = condition.references[root].kind;
    return kind == RefKind::kField || kind == RefKind::kCondition;
  }

  void add_operands(const RequiredPart& operand, bool any, std::vector<RequiredPart>& operands) const {
    const RequiredPart part = opened(operand);
    if (!is_logic(*part.expr, part.node) || is_any(part) != any || one_of(part)) {
      operands.push_back(part);
      return;
    }
    for (const NodeId child : part.expr->ast.node(part.node).children)
      add_operands({part.expr, child, part.is_denied}, any, operands);
  }

  [[nodiscard]] std::vector<RequiredPart> choose(const RequiredPart& whole, std::vector<RequiredPart> operands) const {
    if (choice_ == PartChoice::kAll) return operands;
    const bool any = is_any(whole);
    const State state = state_of(whole, context_, self_);
    // All operands matter to a true `&&` and to an `||` that is not true.
    if (any != (state == State::kTrue)) return operands;
    std::vector<RequiredPart> chosen;
    for (const RequiredPart& operand : operands) {
      const State each = state_of(operand, context_, self_);
      if (state == State::kUnknown ? each != State::kTrue : each == state) chosen.push_back(operand);
    }
    return chosen.empty() ? operands : chosen;
  }

  const Plan& plan_;
  const cel::EvalContext& context_;
  cel::RecordRef self_;
  PartChoice choice_;
};

}  // namespace

State state_of(const RequiredPart& part, const cel::EvalContext& context, cel::RecordRef self) {
  const State state = cel::Evaluator(*part.expr, context, self).eval(part.node, {}).state();
  return part.is_denied ? cel::logical_not(state) : state;
}

std::optional<OneOf> one_of(const RequiredPart& part) {
  const CheckedExpr& expr = *part.expr;
  if (!is_logic(expr, part.node)) return std::nullopt;
  const bool is_or = expr.calls(part.node, FunctionId::kLogicalOr);
  OneOf found;
  found.is_denied = is_or == part.is_denied;
  std::vector<NodeId> operands;
  add_leaves(expr, part.node, operands);
  for (const NodeId operand : operands) {
    if (!expr.calls(operand, is_or ? FunctionId::kEqual : FunctionId::kNotEqual)) return std::nullopt;
    const std::vector<NodeId>& sides = expr.ast.node(operand).children;
    if (is_literal(expr, sides[0]) || !is_literal(expr, sides[1])) return std::nullopt;
    if (!found.values.empty() && expr.source_text(found.what) != expr.source_text(sides[0])) return std::nullopt;
    found.what = sides[0];
    found.values.push_back(sides[1]);
  }
  return found;
}

RequiredParts required_parts(const CheckedExpr& condition, const Plan& plan, const cel::EvalContext& context,
                             cel::RecordRef self, PartChoice choice) {
  return Picker(plan, context, self, choice).pick({&condition, condition.ast.root, false});
}

}  // namespace kijun::audit
