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

/// An instruction in the space of its arguments.
InstructionId Compiler::add(Op op, ValueKind kind, std::vector<InstructionId> args, const table::Field* domain) {
  Instruction instruction;
  instruction.op = op;
  instruction.kind = kind;
  instruction.domain = domain;
  for (const InstructionId arg : args) {
    if (is_constant(arg)) continue;
    KIJUN_ASSERT(instruction.space == kConstantSpace || instruction.space == at(arg).space);
    instruction.space = at(arg).space;
  }
  instruction.args = std::move(args);
  return builder_.add(std::move(instruction));
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
