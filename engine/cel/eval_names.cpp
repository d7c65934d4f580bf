#include <array>
#include <iterator>
#include <limits>

#include "engine/base/assert.h"
#include "engine/cel/compare.h"
#include "engine/cel/container.h"
#include "engine/cel/tree_walker.h"

namespace kijun::cel {
namespace {

Value not_a_record(const Value& value) {
  return Value::error("no_such_overload", "expected a record or group, got " + type_value_name(runtime_type(value)));
}

Value list_of(const std::vector<RecordRef>& records) {
  List list;
  list.reserve(records.size());
  for (const RecordRef& record : records) list.emplace_back(record);
  return Value::list(std::move(list));
}

}  // namespace

Value TreeWalker::eval_reference(NodeId id) {
  const Reference& ref = reference(id);
  switch (ref.kind) {
    case RefKind::kVariable:
      return eval_variable(ref);
    case RefKind::kLocal:
      return eval_local(ref.index);
    case RefKind::kParam:
      return context_.params[ref.index];
    case RefKind::kFiscalYear:
      return Value(context_.fiscal_year);
    case RefKind::kAsOf:
      return Value(context_.as_of);
    case RefKind::kTypeValue: {
      const Type& type = expr_.types[id];
      return Value(type.params.empty() ? Type::of(TypeKind::kType) : type.params.front());
    }
    case RefKind::kNone:
    case RefKind::kFunction:
    case RefKind::kAt:
      return Value::error("unknown_variable", "unknown name `" + node(id).name + "`");
    case RefKind::kSelf:
    case RefKind::kField:
    case RefKind::kCondition:
    case RefKind::kCode:
    case RefKind::kName:
    case RefKind::kKind:
    case RefKind::kGroup:
    case RefKind::kGroups:
    case RefKind::kGroupId:
    case RefKind::kGroupMembers:
    case RefKind::kGroupAttribute:
    case RefKind::kPrevious:
    case RefKind::kHistory:
      break;
  }
  const Value owner = eval_owner(id);
  if (!owner.has_value()) return owner;
  if (const auto* record = owner.as<RecordRef>()) return eval_handle(id, *record);
  // An optional record (`history[?0]`) gives its names as optionals.
  const auto* optional = owner.as<Optional>();
  if (optional == nullptr) return not_a_record(owner);
  if (optional->value == nullptr) return owner;
  const auto* record = optional->value->as<RecordRef>();
  if (record == nullptr) return not_a_record(*optional->value);
  Value value = eval_handle(id, *record);
  return value.has_value() ? Value(Optional{std::make_shared<const Value>(std::move(value))}) : value;
}

/// What a name says about one record or group.
Value TreeWalker::eval_handle(NodeId id, const RecordRef& record) {
  const Reference& ref = reference(id);
  const bool is_the_group = record.subject.space == table::group_space(ref.group);
  switch (ref.kind) {
    case RefKind::kSelf:
      return Value(record);
    case RefKind::kField:
      return typed_cell(id, read_cell({record, false, ref.index}));
    case RefKind::kGroupAttribute:
      return typed_cell(id, read_cell({record, true, ref.index}));
    case RefKind::kCondition:
      return eval_condition(ref.index, record);
    case RefKind::kCode:
    case RefKind::kGroupId:
      return Value(world().describe(record).code);
    case RefKind::kName:
      return Value(world().describe(record).name.ja);
    case RefKind::kKind:
      return Value(world().describe(record).kind);
    case RefKind::kGroup: {
      if (is_the_group) return Value(record);
      const std::vector<RecordRef> groups = world().groups_of(record, ref.group);
      // A record outside every zone: rules about its zone do not apply to it, and no answer could change that.
      return groups.empty() ? Value(NotApplicable{}) : Value(groups.front());
    }
    case RefKind::kGroups:
      return list_of(world().groups_of(record, ref.group));
    case RefKind::kGroupMembers:
      return list_of(world().members(record));
    case RefKind::kPrevious:
      return world().earlier(record, 1);
    case RefKind::kHistory:
      return eval_history(record);
    case RefKind::kNone:
    case RefKind::kVariable:
    case RefKind::kLocal:
    case RefKind::kAt:
    case RefKind::kParam:
    case RefKind::kFiscalYear:
    case RefKind::kAsOf:
    case RefKind::kTypeValue:
    case RefKind::kFunction:
      break;
  }
  KIJUN_ASSERT(false && "the name has no owner");
  return {};
}

/// The record or group a name is read from.
Value TreeWalker::eval_owner(NodeId id) {
  const Node& name = node(id);
  if (reference(id).implicit_self || name.children.empty()) return Value(self_);
  return eval(name.children.front());
}

Value TreeWalker::eval_variable(const Reference& ref) const {
  if (context_.variables != nullptr) {
    const auto found = context_.variables->find(ref.name);
    if (found != context_.variables->end()) return found->second;
  }
  return Value::error("unknown_variable", "no value for the variable `" + ref.name + "`");
}

/// `cel.bind` is lazy: its value is evaluated when it is first read, under the variables that enclose the bind.
Value TreeWalker::eval_local(std::uint32_t slot) {
  KIJUN_ASSERT(slot < locals_.size());
  const NodeId pending = locals_[slot].pending;
  if (pending != kNoNode) {
    const auto begin = locals_.begin() + slot;
    std::vector<Local> inner(std::make_move_iterator(begin), std::make_move_iterator(locals_.end()));
    locals_.resize(slot);
    inner.front() = {eval(pending), kNoNode};
    locals_.insert(locals_.end(), std::make_move_iterator(inner.begin()), std::make_move_iterator(inner.end()));
  }
  return locals_[slot].value;
}

/// The subject in the earlier surveys of the series, newest first. The list ends where a survey is not loaded or the
/// subject did not exist; a merger on the way leaves it unknown.
Value TreeWalker::eval_history(const RecordRef& record) const {
  List years;
  for (std::uint32_t steps = 1; steps <= std::numeric_limits<SurveyIndex>::max(); ++steps) {
    Value earlier = world().earlier(record, steps);
    if (earlier.as<NotApplicable>() != nullptr) break;
    if (!earlier.has_value()) return earlier;
    years.push_back(std::move(earlier));
  }
  return Value::list(std::move(years));
}

Value TreeWalker::eval_condition(std::uint32_t index, const RecordRef& record) {
  const CheckedExpr& condition = *context_.conditions[index];
  return TreeWalker(condition, context_, record, log_, {}).eval(condition.ast.root);
}

Value TreeWalker::read_cell(const CellRef& cell) {
  if (log_ != nullptr) log_->add(cell);
  return world().cell(cell);
}

/// A cell as the type of its node has it: a world gives decimals as their digits.
Value TreeWalker::typed_cell(NodeId id, Value value) const {
  const Type& type = expr_.types[id];
  const bool is_optional = type.kind == TypeKind::kOptional;
  const TypeKind kind = is_optional ? type.params.front().kind : type.kind;
  const auto* digits = value.as<std::string>();
  if (kind != TypeKind::kDecimal || digits == nullptr) return value;
  return call_function(FunctionId::kToDecimal, std::array{value});
}

TreeWalker::CellOperand TreeWalker::cell_operand(NodeId id) {
  const Reference& ref = reference(id);
  Value owner = eval_owner(id);
  if (const auto* optional = owner.as<Optional>()) {
    owner = optional->value == nullptr ? Value(NotApplicable{}) : Value(*optional->value);
  }
  const auto* record = owner.as<RecordRef>();
  if (record != nullptr) return {CellRef{*record, ref.kind == RefKind::kGroupAttribute, ref.index}, {}};
  return {std::nullopt, owner.has_value() ? not_a_record(owner) : std::move(owner)};
}

/// `e.f` on a map or on an optional, and has(e.f).
Value TreeWalker::eval_select(NodeId id) {
  const Value operand = eval(child(id, 0));
  if (!operand.has_value()) return operand;
  if (node(id).test_only) return eval_presence(id, operand);
  const Value key(node(id).name);
  std::optional<Value> element;
  if (const auto* optional = operand.as<Optional>()) {
    if (optional->value == nullptr) return operand;
    element = select_optional(*optional->value, key);
  } else if (operand.as_map() != nullptr) {
    element = element_at(operand, key);
  }
  if (element.has_value()) return *element;
  return Value::error("no_such_overload",
                      type_value_name(runtime_type(operand)) + " has no field `" + node(id).name + "`");
}

Value TreeWalker::eval_presence(NodeId id, const Value& operand) const {
  const auto* optional = operand.as<Optional>();
  if (optional != nullptr && optional->value == nullptr) return Value(false);
  const Value& holder = optional == nullptr ? operand : *optional->value;
  const Map* map = holder.as_map();
  if (map != nullptr) return Value(find_entry(*map, Value(node(id).name)) != nullptr);
  return Value::error("no_such_overload", "has() asks a map, not " + type_value_name(runtime_type(holder)));
}

}  // namespace kijun::cel
