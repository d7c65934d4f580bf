#include "engine/base/assert.h"
#include "engine/exec/compile/compiler.h"

namespace kijun::exec {
namespace {

using cel::RefKind;

/// The kind of vectors a column of this type gives, also for types whose values have no kernels. Where only the cells are
/// asked for, a decimal stays the text it is in the column.
ValueKind column_kind(const table::Field& field, bool only_cells) {
  switch (field.type) {
    case table::FieldType::kEnum:
      return ValueKind::kEnum;
    case table::FieldType::kBool:
      return ValueKind::kBool;
    case table::FieldType::kInt:
      return ValueKind::kInt;
    case table::FieldType::kDouble:
      return ValueKind::kDouble;
    case table::FieldType::kDate:
      return ValueKind::kDate;
    case table::FieldType::kDecimal:
      return only_cells ? ValueKind::kString : ValueKind::kDecimal;
    case table::FieldType::kString:
      return ValueKind::kString;
    case table::FieldType::kList:
      break;
  }
  return ValueKind::kList;
}

}  // namespace

InstructionId Compiler::add_leaf(Op op, table::SpaceId space, std::uint32_t index, ValueKind kind,
                                 const table::Field* domain) {
  Instruction leaf;
  leaf.op = op;
  leaf.kind = kind;
  leaf.space = space;
  leaf.index = index;
  leaf.domain = domain;
  return builder_.add(std::move(leaf));
}

/// `use` on the space of whatever the name is read from: self, or the operand it is selected from.
Compiler::Compiled Compiler::on_owner(const Scope& scope, cel::NodeId id, const OnOwner& use) {
  const cel::Node& node = scope.expr->ast.node(id);
  if (!scope.expr->references[id].implicit_self && !node.children.empty())
    return on_subject(scope, node.children[0], use);
  return scope.level == 0 ? use(scope.space) : std::nullopt;
}

/// `use` on the space of the record or group that a node names; the result comes back to the scope's space.
Compiler::Compiled Compiler::on_subject(const Scope& scope, cel::NodeId id, const OnOwner& use) {
  const cel::Reference& ref = scope.expr->references[id];
  if (ref.kind == RefKind::kSelf) return scope.level == 0 ? use(scope.space) : std::nullopt;
  if (ref.kind == RefKind::kLocal && ref.index < scope.locals.size()) {
    return scope.locals[ref.index].is_subject_of(scope.level) ? use(scope.space) : std::nullopt;
  }
  if (ref.kind != RefKind::kGroup) return std::nullopt;
  return on_owner(scope, id, [&](table::SpaceId owner) -> Compiled {
    const table::SpaceId space = table::group_space(ref.group);
    if (owner == space) return use(space);
    return owner == table::kRecordSpace ? gather(ref.group, use(space)) : std::nullopt;
  });
}

Compiler::Compiled Compiler::gather(table::GroupId group, Compiled value) {
  if (!value.has_value()) return std::nullopt;
  const InstructionId source = in_space(*value, table::group_space(group));
  if (at(source).kind == ValueKind::kList || at(source).kind == ValueKind::kOther) return std::nullopt;
  Instruction gather;
  gather.op = Op::kGather;
  gather.kind = at(source).kind;
  gather.domain = at(source).domain;
  gather.space = table::kRecordSpace;
  gather.group = group;
  gather.args = {source};
  return builder_.add(std::move(gather));
}

Compiler::Compiled Compiler::compile_reference(const Scope& scope, cel::NodeId id) {
  const cel::Reference& ref = scope.expr->references[id];
  const bool of_cell = ref.kind == RefKind::kField || ref.kind == RefKind::kGroupAttribute;
  if (scope.expr->ast.node(id).test_only) return of_cell ? compile_answered(scope, id) : std::nullopt;
  const auto text_leaf = [&](Op op) {
    return on_owner(scope, id, [&](table::SpaceId owner) -> Compiled {
      return add_leaf(op, owner, 0, ValueKind::kString, nullptr);
    });
  };
  switch (ref.kind) {
    case RefKind::kLocal:
      return compile_local(scope, ref.index);
    case RefKind::kField:
    case RefKind::kGroupAttribute:
      return compile_field(scope, id, false);
    case RefKind::kCondition:
      return on_owner(scope, id, [&](table::SpaceId owner) { return compile_condition(ref.index, owner); });
    case RefKind::kCode:
    case RefKind::kGroupId:
      return text_leaf(Op::kCode);
    case RefKind::kName:
      return text_leaf(Op::kName);
    case RefKind::kKind:
      return text_leaf(Op::kKind);
    case RefKind::kNone:
    case RefKind::kVariable:
    case RefKind::kSelf:
    case RefKind::kGroup:
    case RefKind::kGroups:
    case RefKind::kGroupMembers:
    case RefKind::kPrevious:
    case RefKind::kAt:
    case RefKind::kHistory:
    case RefKind::kParam:
    case RefKind::kFiscalYear:
    case RefKind::kAsOf:
    case RefKind::kTypeValue:
    case RefKind::kFunction:
      break;
  }
  return std::nullopt;
}

/// A variable of `cel.bind`. One of an enclosing level is usable only when it is constant.
Compiler::Compiled Compiler::compile_local(const Scope& scope, std::uint32_t slot) {
  if (slot >= scope.locals.size()) return std::nullopt;
  const Local& local = scope.locals[slot];
  if (local.is_subject || (local.level != scope.level && !is_constant(local.value))) return std::nullopt;
  return local.value;
}

/// A field or an attribute. `any_type` also gives those whose values have no kernels, for asking whether they exist.
Compiler::Compiled Compiler::compile_field(const Scope& scope, cel::NodeId id, bool any_type) {
  const cel::Reference& ref = scope.expr->references[id];
  const auto kind = vector_kind(scope.expr->types[id]);
  if (!kind.has_value() && !any_type) return std::nullopt;
  if (ref.kind == RefKind::kGroupAttribute) {
    return on_owner(scope, id, [&](table::SpaceId owner) -> Compiled {
      return add_leaf(Op::kAttribute, owner, ref.index, kind.value_or(ValueKind::kList), nullptr);
    });
  }
  if (const Compiled earlier = compile_earlier_field(scope, id, any_type)) return earlier;
  const table::Field& field = context_.profile->vocabulary->field(ref.index);
  const table::Field* domain = field.type == table::FieldType::kEnum ? &field : nullptr;
  return on_owner(scope, id, [&](table::SpaceId owner) -> Compiled {
    return add_leaf(Op::kField, owner, ref.index, column_kind(field, any_type), domain);
  });
}

/// `previous.f`, `at(2020).f`, also of a member, and `h.f` in a macro over `history`; nothing for any other operand.
Compiler::Compiled Compiler::compile_earlier_field(const Scope& scope, cel::NodeId id, bool any_type) {
  const cel::Node& node = scope.expr->ast.node(id);
  if (node.children.empty()) return std::nullopt;
  const cel::NodeId operand = node.children[0];
  const cel::Reference& survey = scope.expr->references[operand];
  const table::Field& field = context_.profile->vocabulary->field(scope.expr->references[id].index);
  Instruction leaf;
  leaf.op = Op::kEarlierField;
  leaf.kind = column_kind(field, any_type);
  leaf.domain = field.type == table::FieldType::kEnum ? &field : nullptr;
  leaf.index = scope.expr->references[id].index;
  if (survey.kind == RefKind::kLocal && survey.index < scope.locals.size()) {
    const Local& year = scope.locals[survey.index];
    if (year.steps == 0 || year.level != scope.level) return std::nullopt;
    leaf.space = scope.space;
    leaf.steps = year.steps;
    return builder_.add(std::move(leaf));
  }
  if (survey.kind != RefKind::kPrevious && survey.kind != RefKind::kAt) return std::nullopt;
  const cel::Node& call = scope.expr->ast.node(operand);
  leaf.steps = survey.kind == RefKind::kPrevious ? 1 : 0;
  if (survey.kind == RefKind::kAt) {
    const Compiled year = compile(scope, call.children.back());
    if (!year.has_value() || !is_constant(*year) || at(*year).kind != ValueKind::kInt) return std::nullopt;
    leaf.args = {*year};
  }
  const OnOwner use = [&](table::SpaceId owner) -> Compiled {
    leaf.space = owner;
    return builder_.add(leaf);
  };
  const bool of_self = survey.kind == RefKind::kPrevious ? call.children.empty() : !call.has_receiver;
  if (!of_self) return on_subject(scope, call.children[0], use);
  return scope.level == 0 ? use(scope.space) : std::nullopt;
}

/// A named condition over its space, compiled once for all that read it.
Compiler::Compiled Compiler::compile_condition(std::uint32_t index, table::SpaceId owner) {
  const auto found = conditions_.find(index);
  if (found != conditions_.end()) return found->second;
  const Scope scope{context_.conditions[index], owner, 0, {}};
  const Compiled compiled = compile(scope, scope.expr->ast.root);
  if (compiled.has_value()) conditions_.emplace(index, *compiled);
  return compiled;
}

Compiler::Compiled Compiler::compile_answered(const Scope& scope, cel::NodeId id) {
  const Compiled cell = compile_field(scope, id, true);
  if (!cell.has_value()) return std::nullopt;
  return add(Op::kAnswered, ValueKind::kBool, {*cell});
}

/// The reason of a field of the record or group itself, or of the record in an earlier survey: leaves know it.
Compiler::Compiled Compiler::compile_missing_reason(const Scope& scope, cel::NodeId id) {
  const Compiled cell = compile_field(scope, id, true);
  if (!cell.has_value() || (at(*cell).op != Op::kField && at(*cell).op != Op::kEarlierField)) return std::nullopt;
  return add(Op::kMissingReason, ValueKind::kString, {*cell});
}

Compiler::Compiled Compiler::compile_raw(const Scope& scope, cel::NodeId id) {
  const cel::Reference& ref = scope.expr->references[id];
  if (ref.kind != RefKind::kField) return std::nullopt;
  return on_owner(scope, id, [&](table::SpaceId owner) -> Compiled {
    if (owner != table::kRecordSpace) return std::nullopt;
    return add_leaf(Op::kRaw, owner, ref.index, ValueKind::kString, nullptr);
  });
}

}  // namespace kijun::exec
