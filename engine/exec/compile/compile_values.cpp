#include <algorithm>

#include "engine/base/assert.h"
#include "engine/exec/compile/compiler.h"

namespace kijun::exec {

std::optional<ValueKind> vector_kind(const cel::Type& type) {
  switch (type.kind) {
    case cel::TypeKind::kBool:
      return ValueKind::kBool;
    case cel::TypeKind::kInt:
      return ValueKind::kInt;
    case cel::TypeKind::kUint:
      return ValueKind::kUint;
    case cel::TypeKind::kDouble:
      return ValueKind::kDouble;
    case cel::TypeKind::kString:
      return ValueKind::kString;
    case cel::TypeKind::kEnum:
      return type.field == nullptr ? ValueKind::kString : ValueKind::kEnum;
    case cel::TypeKind::kDate:
      return ValueKind::kDate;
    case cel::TypeKind::kDecimal:
      return ValueKind::kDecimal;
    case cel::TypeKind::kDyn:
    case cel::TypeKind::kNull:
    case cel::TypeKind::kBytes:
    case cel::TypeKind::kTimestamp:
    case cel::TypeKind::kDuration:
    case cel::TypeKind::kType:
    case cel::TypeKind::kList:
    case cel::TypeKind::kMap:
    case cel::TypeKind::kOptional:
    case cel::TypeKind::kParam:
    case cel::TypeKind::kAbstract:
    case cel::TypeKind::kRecord:
    case cel::TypeKind::kGroup:
    case cel::TypeKind::kError:
      break;
  }
  return std::nullopt;
}

bool same_domain(const table::Field& a, const table::Field& b) {
  if (&a == &b) return true;
  return std::ranges::equal(a.values, b.values, {}, &table::EnumValue::id, &table::EnumValue::id);
}

InstructionId Compiler::add(Op op, ValueKind kind, std::vector<InstructionId> args, const table::Field* domain) {
  Instruction instruction;
  instruction.op = op;
  instruction.kind = kind;
  instruction.domain = domain;
  instruction.args = std::move(args);
  return add(std::move(instruction));
}

/// An instruction in the space of its arguments. What a record computes of its group's values alone is computed once for
/// the group.
InstructionId Compiler::add(Instruction instruction) {
  const auto group = common_group(instruction);
  instruction.space = kConstantSpace;
  for (InstructionId& arg : instruction.args) {
    if (is_constant(arg)) continue;
    if (group.has_value()) arg = at(arg).args.front();
    KIJUN_ASSERT(instruction.space == kConstantSpace || instruction.space == at(arg).space);
    instruction.space = at(arg).space;
  }
  const InstructionId added = builder_.add(std::move(instruction));
  return group.has_value() ? *gather(*group, added) : added;
}

/// The group kind whose values all arguments are, if it makes no difference whether they are gathered before or after
/// the instruction. It makes none for a record without such a group: every argument is then not applicable, and so is
/// the result. A literal beside them has a value and changes nothing of that in a strict operator.
std::optional<table::GroupId> Compiler::common_group(const Instruction& instruction) const {
  if (instruction.op == Op::kAnswered || instruction.op == Op::kCall) return std::nullopt;
  const bool is_strict = instruction.op != Op::kAnd && instruction.op != Op::kOr &&
                         instruction.op != Op::kConditional && instruction.op != Op::kGuard;
  std::optional<table::GroupId> group;
  for (const InstructionId id : instruction.args) {
    const Instruction& arg = at(id);
    const bool is_literal = arg.op == Op::kLiteral ||
                            (arg.op == Op::kConstant && arg.expr->ast.node(arg.node).kind == cel::NodeKind::kLiteral);
    if (is_literal && is_strict) continue;
    if (arg.op != Op::kGather || (group.has_value() && *group != arg.group)) return std::nullopt;
    group = arg.group;
  }
  return group;
}

/// The same values over a space, when they were constant.
InstructionId Compiler::in_space(InstructionId id, table::SpaceId space) {
  if (!is_constant(id)) return id;
  Instruction copy;
  copy.op = Op::kGuard;
  copy.kind = at(id).kind;
  copy.domain = at(id).domain;
  copy.space = space;
  copy.args = {id};
  return builder_.add(std::move(copy));
}

InstructionId Compiler::as_text(InstructionId id) {
  if (at(id).kind != ValueKind::kEnum) return id;
  return add(Op::kEnumText, ValueKind::kString, {id});
}

/// The same values in another kind, when that changes no comparison with them.
Compiler::Compiled Compiler::coerce(InstructionId id, ValueKind kind, const table::Field* domain) {
  const Instruction& from = at(id);
  if (from.kind == kind && (kind != ValueKind::kEnum || same_domain(*from.domain, *domain))) return id;
  const auto constant_as = [&]() -> Compiled {
    if (from.op != Op::kConstant) return std::nullopt;
    Instruction constant = from;
    constant.kind = kind;
    constant.domain = domain;
    return builder_.add(std::move(constant));
  };
  if (kind == ValueKind::kString && from.kind == ValueKind::kEnum) return as_text(id);
  if (kind == ValueKind::kEnum && from.kind == ValueKind::kString) return constant_as();
  if (kind == ValueKind::kDouble && from.kind == ValueKind::kInt) return constant_as();
  return std::nullopt;
}

}  // namespace kijun::exec
