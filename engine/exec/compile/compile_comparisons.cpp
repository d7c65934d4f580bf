#include "engine/base/assert.h"
#include "engine/exec/compile/compiler.h"

namespace kijun::exec {
namespace {

using cel::NodeId;
using cel::Relation;

bool is_tally(const cel::CheckedExpr& expr, NodeId id) {
  const cel::Node& node = expr.ast.node(id);
  return node.kind == cel::NodeKind::kMacro &&
         (node.macro == cel::MacroKind::kCount || node.macro == cel::MacroKind::kShare);
}

/// True when a constant is a literal that is a value of the domain.
bool is_value_of(const Instruction& constant, const table::Field& domain) {
  if (constant.op != Op::kConstant) return false;
  const auto* text = std::get_if<std::string>(&constant.expr->ast.node(constant.node).literal);
  return text != nullptr && domain.value_index(*text).has_value();
}

}  // namespace

Compiler::Compiled Compiler::compile_comparison(const Scope& scope, NodeId id, Relation relation) {
  const cel::Node& node = scope.expr->ast.node(id);
  if (is_tally(*scope.expr, node.children[0]) || is_tally(*scope.expr, node.children[1])) {
    return compile_bounds_comparison(scope, id, relation);
  }
  const Compiled a = compile(scope, node.children[0]);
  const Compiled b = compile(scope, node.children[1]);
  return a.has_value() && b.has_value() ? relate(relation, *a, *b) : std::nullopt;
}

/// The comparison of two values, written with `==`, `<` and `<=` only, so that equal ones meet.
Compiler::Compiled Compiler::relate(Relation relation, InstructionId a, InstructionId b) {
  if (!unify(relation, a, b)) return std::nullopt;
  if (at(a).kind == ValueKind::kEnum && !is_equality(relation)) std::swap(a, b);  // the domain stands best first
  const auto make = [this](Op op, InstructionId x, InstructionId y) { return add(op, ValueKind::kBool, {x, y}); };
  switch (relation) {
    case Relation::kEqual:
      return make(Op::kEqual, std::min(a, b), std::max(a, b));
    case Relation::kNotEqual:
      return add(Op::kNot, ValueKind::kBool, {make(Op::kEqual, std::min(a, b), std::max(a, b))});
    case Relation::kLess:
      return make(Op::kLess, a, b);
    case Relation::kLessEqual:
      return make(Op::kLessEqual, a, b);
    case Relation::kGreater:
      return make(Op::kLess, b, a);
    case Relation::kGreaterEqual:
      return make(Op::kLessEqual, b, a);
  }
  return std::nullopt;
}

/// Brings both sides to one kind in which the relation means the same; false when there is none.
bool Compiler::unify(Relation relation, InstructionId& a, InstructionId& b) {
  const auto has_kernel = [](ValueKind kind) { return kind != ValueKind::kList && kind != ValueKind::kOther; };
  if (!has_kernel(at(a).kind) || !has_kernel(at(b).kind)) return false;
  const bool both_enums = at(a).kind == ValueKind::kEnum && at(b).kind == ValueKind::kEnum;
  if (both_enums && same_domain(*at(a).domain, *at(b).domain) && (is_equality(relation) || at(a).domain->ordered))
    return true;
  if (at(a).kind == at(b).kind && !both_enums) return true;

  InstructionId& side = at(a).kind == ValueKind::kEnum ? a : b;
  InstructionId& other = &side == &a ? b : a;
  if (at(side).kind == ValueKind::kEnum) {
    const table::Field& domain = *at(side).domain;
    const bool as_codes = at(other).kind == ValueKind::kString && is_value_of(at(other), domain);
    if (!is_equality(relation) && domain.ordered) {
      if (!as_codes) return false;
      other = *coerce(other, ValueKind::kEnum, &domain);
      return true;
    }
    if (as_codes) {
      other = *coerce(other, ValueKind::kEnum, &domain);
      return true;
    }
    a = as_text(a);
    b = as_text(b);
    return at(a).kind == at(b).kind;
  }
  const Compiled a_double = coerce(a, ValueKind::kDouble, nullptr);
  const Compiled b_double = coerce(b, ValueKind::kDouble, nullptr);
  if (!a_double.has_value() || !b_double.has_value()) return false;
  a = *a_double;
  b = *b_double;
  return true;
}

/// `count` and `share` as bounds: low and high over size, in the scope's space.
std::optional<Compiler::Bounds> Compiler::compile_bounds(const Scope& scope, NodeId id) {
  const Compiled low = compile_aggregate(scope, id, FoldResult::kLow);
  const Compiled high = compile_aggregate(scope, id, FoldResult::kHigh);
  const bool is_share = scope.expr->ast.node(id).macro == cel::MacroKind::kShare;
  const Compiled size = is_share ? compile_aggregate(scope, id, FoldResult::kShareSize)
                                 : Compiled(builder_.add_literal(ValueKind::kInt, 1));
  if (!low.has_value() || !high.has_value() || !size.has_value()) return std::nullopt;
  return Bounds{*low, *high, *size};
}

/// A comparison of which at least one side is `count` or `share`: decided when all completions agree.
Compiler::Compiled Compiler::compile_bounds_comparison(const Scope& scope, NodeId id, Relation relation) {
  NodeId left = scope.expr->ast.node(id).children[0];
  NodeId right = scope.expr->ast.node(id).children[1];
  if (!is_tally(*scope.expr, left)) {
    std::swap(left, right);
    relation = cel::mirrored(relation);
  }
  const auto bounds = compile_bounds(scope, left);
  if (!bounds.has_value()) return std::nullopt;
  std::vector<InstructionId> args(bounds->begin(), bounds->end());
  if (is_tally(*scope.expr, right)) {
    const auto others = compile_bounds(scope, right);
    if (!others.has_value()) return std::nullopt;
    args.insert(args.end(), others->begin(), others->end());
  } else {
    const Compiled number = compile(scope, right);
    if (!number.has_value() || !is_number(at(*number).kind)) return std::nullopt;
    args.push_back(*number);
  }
  Instruction comparison;
  comparison.op = Op::kCompareBounds;
  comparison.index = static_cast<std::uint32_t>(relation);
  comparison.args = std::move(args);
  return add(std::move(comparison));
}

/// `x in list`: of a constant list, of a literal one, or of a list-valued field.
Compiler::Compiled Compiler::compile_in(const Scope& scope, NodeId id) {
  const cel::Node& node = scope.expr->ast.node(id);
  const NodeId list = node.children[1];
  const Compiled needle = compile(scope, node.children[0]);
  if (!needle.has_value() || scope.expr->types[list].kind != cel::TypeKind::kList) return std::nullopt;
  if (is_constant(scope, list)) {
    const Compiled constant = compile_constant(scope, list);
    const ValueKind kind = at(*needle).kind;
    const bool has_kernel = kind != ValueKind::kBool && kind != ValueKind::kList && kind != ValueKind::kOther;
    if (!constant.has_value() || !has_kernel || is_constant(*needle)) return std::nullopt;
    return add(Op::kInConstant, ValueKind::kBool, {*needle, *constant});
  }
  if (scope.expr->ast.node(list).kind == cel::NodeKind::kList) return compile_in_elements(scope, *needle, list);
  if (scope.expr->references[list].kind != cel::RefKind::kField) return std::nullopt;
  const Compiled column = compile_field(scope, list, true);
  if (!column.has_value() || at(*column).op != Op::kField || at(*column).kind != ValueKind::kList) return std::nullopt;
  const InstructionId text = as_text(*needle);
  // A list is there only while its column is.
  if (at(text).kind != ValueKind::kString || at(text).stage > at(*column).stage) return std::nullopt;
  return add(Op::kInColumn, ValueKind::kBool, {text, *column});
}

/// `x in [a, b]` is `x == a || x == b` where x, a and b all have values.
Compiler::Compiled Compiler::compile_in_elements(const Scope& scope, InstructionId needle, NodeId list) {
  const cel::Node& node = scope.expr->ast.node(list);
  for (const bool optional : node.optional_entries) {
    if (optional) return std::nullopt;
  }
  std::vector<InstructionId> guarded{needle};
  std::vector<InstructionId> equalities;
  for (const NodeId child : node.children) {
    const Compiled element = compile(scope, child);
    if (!element.has_value()) return std::nullopt;
    const Compiled equality = relate(Relation::kEqual, needle, *element);
    if (!equality.has_value()) return std::nullopt;
    guarded.push_back(*element);
    equalities.push_back(*equality);
  }
  guarded.push_back(add(Op::kOr, ValueKind::kBool, equalities));
  return add(Op::kGuard, ValueKind::kBool, guarded);
}

}  // namespace kijun::exec
