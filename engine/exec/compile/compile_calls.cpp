#include <algorithm>
#include <set>

#include "engine/base/assert.h"
#include "engine/cel/function_table.h"
#include "engine/exec/compile/compiler.h"

namespace kijun::exec {
namespace {

using cel::FunctionId;
using cel::NodeId;

constexpr std::pair<FunctionId, cel::Relation> kRelations[] = {
    {FunctionId::kEqual, cel::Relation::kEqual},     {FunctionId::kNotEqual, cel::Relation::kNotEqual},
    {FunctionId::kLess, cel::Relation::kLess},       {FunctionId::kLessEqual, cel::Relation::kLessEqual},
    {FunctionId::kGreater, cel::Relation::kGreater}, {FunctionId::kGreaterEqual, cel::Relation::kGreaterEqual},
};

constexpr std::pair<FunctionId, Op> kArithmetic[] = {
    {FunctionId::kAdd, Op::kAdd},       {FunctionId::kSubtract, Op::kSubtract}, {FunctionId::kMultiply, Op::kMultiply},
    {FunctionId::kDivide, Op::kDivide}, {FunctionId::kModulo, Op::kModulo},     {FunctionId::kNegate, Op::kNegate},
};

constexpr std::pair<FunctionId, Op> kTextTests[] = {
    {FunctionId::kStartsWith, Op::kStartsWith},
    {FunctionId::kEndsWith, Op::kEndsWith},
    {FunctionId::kContains, Op::kContains},
    {FunctionId::kMatches, Op::kMatches},
};

constexpr std::pair<FunctionId, Op> kDateOps[] = {
    {FunctionId::kYear, Op::kYear},         {FunctionId::kMonth, Op::kMonth},
    {FunctionId::kDay, Op::kDay},           {FunctionId::kFiscalYearOf, Op::kFiscalYear},
    {FunctionId::kAddDays, Op::kAddDays},   {FunctionId::kAddMonths, Op::kAddMonths},
    {FunctionId::kAddYears, Op::kAddYears},
};

/// What a table has for a function, or nothing.
template <class T, std::size_t size>
std::optional<T> find(const std::pair<FunctionId, T> (&table)[size], FunctionId function) {
  for (const auto& [id, value] : table) {
    if (id == function) return value;
  }
  return std::nullopt;
}

}  // namespace

void collect_operands(const cel::CheckedExpr& expr, NodeId id, FunctionId function, std::vector<NodeId>& operands) {
  const cel::Node& node = expr.ast.node(id);
  const cel::Reference& ref = expr.references[id];
  const bool same = node.kind == cel::NodeKind::kCall && ref.kind == cel::RefKind::kFunction &&
                    static_cast<FunctionId>(ref.index) == function;
  if (!same) {
    operands.push_back(id);
    return;
  }
  for (const NodeId child : node.children) collect_operands(expr, child, function, operands);
}

Compiler::Compiled Compiler::compile_call(const Scope& scope, NodeId id) {
  const cel::Reference& ref = scope.expr->references[id];
  if (ref.kind != cel::RefKind::kFunction) return std::nullopt;
  const auto function = static_cast<FunctionId>(ref.index);
  if (const auto relation = find(kRelations, function)) return compile_comparison(scope, id, *relation);
  if (const auto op = find(kArithmetic, function)) return compile_arithmetic(scope, id, *op);
  if (const auto op = find(kTextTests, function)) return compile_text_test(scope, id, *op);
  if (const auto op = find(kDateOps, function)) return compile_strict(scope, id, *op);
  switch (function) {
    case FunctionId::kLogicalAnd:
    case FunctionId::kLogicalOr:
      return compile_logic(scope, id, function);
    case FunctionId::kLogicalNot:
      return compile_not(scope, id);
    case FunctionId::kConditional:
      return compile_conditional(scope, id);
    case FunctionId::kIn:
      return compile_in(scope, id);
    case FunctionId::kToDouble:
    case FunctionId::kToInt:
    case FunctionId::kToString:
      return compile_conversion(scope, id);
    case FunctionId::kSize:
      return compile_size(scope, id);
    case FunctionId::kAnswered:
      return compile_answered(scope, scope.expr->ast.node(id).children[0]);
    case FunctionId::kMissingReason:
      return compile_missing_reason(scope, scope.expr->ast.node(id).children[0]);
    case FunctionId::kRaw:
      return compile_raw(scope, scope.expr->ast.node(id).children[0]);
    default:  // the rest of the library is called with boxed values
      return compile_boxed(scope, id, compile_children(scope, id));
  }
}

std::optional<std::vector<InstructionId>> Compiler::compile_children(const Scope& scope, NodeId id) {
  std::vector<InstructionId> args;
  for (const NodeId child : scope.expr->ast.node(id).children) {
    const Compiled arg = compile(scope, child);
    if (!arg.has_value() || at(*arg).kind == ValueKind::kList || at(*arg).kind == ValueKind::kOther)
      return std::nullopt;
    args.push_back(*arg);
  }
  return args;
}

Compiler::Compiled Compiler::compile_logic(const Scope& scope, NodeId id, FunctionId function) {
  std::vector<NodeId> operands;
  collect_operands(*scope.expr, id, function, operands);
  std::set<InstructionId> args;  // neither order nor repetition changes the result
  for (const NodeId operand : operands) {
    const Compiled arg = compile(scope, operand);
    if (!arg.has_value() || at(*arg).kind != ValueKind::kBool) return std::nullopt;
    args.insert(*arg);
  }
  if (args.size() == 1) return *args.begin();
  const Op op = function == FunctionId::kLogicalAnd ? Op::kAnd : Op::kOr;
  return add(op, ValueKind::kBool, {args.begin(), args.end()});
}

Compiler::Compiled Compiler::compile_not(const Scope& scope, NodeId id) {
  const Compiled operand = compile(scope, scope.expr->ast.node(id).children[0]);
  if (!operand.has_value() || at(*operand).kind != ValueKind::kBool) return std::nullopt;
  if (at(*operand).op == Op::kNot) return at(*operand).args[0];
  return add(Op::kNot, ValueKind::kBool, {*operand});
}

Compiler::Compiled Compiler::compile_conditional(const Scope& scope, NodeId id) {
  const auto args = compile_children(scope, id);
  const cel::Type& type = scope.expr->types[id];
  const auto kind = vector_kind(type);
  if (!args.has_value() || !kind.has_value() || at(args->front()).kind != ValueKind::kBool) return std::nullopt;
  const table::Field* domain = *kind == ValueKind::kEnum ? type.field : nullptr;
  const Compiled yes = coerce((*args)[1], *kind, domain);
  const Compiled no = coerce((*args)[2], *kind, domain);
  if (!yes.has_value() || !no.has_value()) return std::nullopt;
  return add(Op::kConditional, *kind, {args->front(), *yes, *no}, domain);
}

Compiler::Compiled Compiler::compile_arithmetic(const Scope& scope, NodeId id, Op op) {
  auto args = compile_children(scope, id);
  if (!args.has_value()) return std::nullopt;
  if (args->size() == 2 && at((*args)[0]).kind != at((*args)[1]).kind) {  // an int literal beside a double
    const Compiled a = coerce((*args)[0], ValueKind::kDouble, nullptr);
    const Compiled b = coerce((*args)[1], ValueKind::kDouble, nullptr);
    if (!a.has_value() || !b.has_value()) return compile_boxed(scope, id, *std::move(args));
    args = {*a, *b};
  }
  const ValueKind kind = at(args->front()).kind;
  if (kind == ValueKind::kDate && op == Op::kSubtract) return add(op, ValueKind::kInt, *std::move(args));
  const bool has_kernel = is_number(kind) && !(kind == ValueKind::kDouble && op == Op::kModulo) &&
                          !(kind == ValueKind::kUint && op == Op::kNegate);
  if (has_kernel && (op == Op::kAdd || op == Op::kMultiply)) std::ranges::sort(*args);  // so that equal ones meet
  return has_kernel ? Compiled(add(op, kind, *std::move(args))) : compile_boxed(scope, id, *std::move(args));
}

/// `startsWith`, `endsWith`, `contains`, `matches`. An enum stays one beside a constant, and runs once per value.
Compiler::Compiled Compiler::compile_text_test(const Scope& scope, NodeId id, Op op) {
  auto args = compile_children(scope, id);
  if (!args.has_value() || args->size() != 2) return std::nullopt;
  if (op == Op::kMatches && !is_constant((*args)[1])) return compile_boxed(scope, id, *std::move(args));
  (*args)[1] = as_text((*args)[1]);
  const bool constant_part = is_constant((*args)[1]);
  if (!constant_part) (*args)[0] = as_text((*args)[0]);
  const ValueKind kind = at((*args)[0]).kind;
  if ((kind != ValueKind::kString && kind != ValueKind::kEnum) || at((*args)[1]).kind != ValueKind::kString)
    return std::nullopt;
  return add(op, ValueKind::kBool, *std::move(args));
}

/// The size of a range of records or groups, of a text, or of a list-valued field.
Compiler::Compiled Compiler::compile_size(const Scope& scope, NodeId id) {
  const NodeId operand = scope.expr->ast.node(id).children[0];
  if (const Compiled range = compile_range_size(scope, operand)) return range;
  const cel::Type& type = scope.expr->types[operand];
  const bool is_list_field =
      type.kind == cel::TypeKind::kList && scope.expr->references[operand].kind == cel::RefKind::kField;
  const Compiled arg = is_list_field ? compile_field(scope, operand, true) : compile(scope, operand);
  if (!arg.has_value()) return std::nullopt;
  const ValueKind kind = at(*arg).kind;
  const bool has_kernel = kind == ValueKind::kString || kind == ValueKind::kEnum || at(*arg).op == Op::kField;
  return has_kernel ? Compiled(add(Op::kSize, ValueKind::kInt, {*arg})) : std::nullopt;
}

/// Conversions between kinds of vectors; others are called with boxed values.
Compiler::Compiled Compiler::compile_conversion(const Scope& scope, NodeId id) {
  auto args = compile_children(scope, id);
  const auto kind = vector_kind(scope.expr->types[id]);
  if (!args.has_value() || args->size() != 1 || !kind.has_value()) return std::nullopt;
  const InstructionId operand = args->front();
  const ValueKind from = at(operand).kind;
  if (from == *kind) return operand;
  if (*kind == ValueKind::kString && from == ValueKind::kEnum) return as_text(operand);
  if (*kind == ValueKind::kDouble && is_number(from)) return add(Op::kToDouble, *kind, {operand});
  return compile_boxed(scope, id, *std::move(args));
}

/// A strict operation over dates: its arguments are of the kinds the checker has made sure of.
Compiler::Compiled Compiler::compile_strict(const Scope& scope, NodeId id, Op op) {
  auto args = compile_children(scope, id);
  const auto kind = vector_kind(scope.expr->types[id]);
  if (!args.has_value() || !kind.has_value() || at(args->front()).kind != ValueKind::kDate) return std::nullopt;
  return add(op, *kind, *std::move(args));
}

/// A call of a library function with boxed values of its arguments, which keep their own kernels. They have been compiled
/// by the caller, for compiling them at every level again would take exponential time.
Compiler::Compiled Compiler::compile_boxed(const Scope& scope, NodeId id,
                                           std::optional<std::vector<InstructionId>> args) {
  const auto function = static_cast<FunctionId>(scope.expr->references[id].index);
  const cel::Type& type = scope.expr->types[id];
  const auto kind = vector_kind(type);
  if (!kind.has_value() || !args.has_value() || args->empty()) return std::nullopt;
  if (cel::find_implementation(function) == nullptr) return std::nullopt;
  Instruction call;
  call.op = Op::kCall;
  call.kind = *kind;
  call.domain = *kind == ValueKind::kEnum ? type.field : nullptr;
  call.index = static_cast<std::uint32_t>(function);
  for (const InstructionId arg : *args) {
    if (!is_constant(arg)) call.space = at(arg).space;
  }
  call.args = *std::move(args);
  call.expr = scope.expr;
  call.node = id;
  return builder_.add(std::move(call));
}

}  // namespace kijun::exec
