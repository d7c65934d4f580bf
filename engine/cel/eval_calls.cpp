#include "engine/cel/compare.h"
#include "engine/cel/container.h"
#include "engine/cel/tree_walker.h"

namespace kijun::cel {
namespace {

/// The reason behind a record that is not there, for the total functions.
table::MissingReason reason_of(const Value& state) {
  const auto* unknown = state.as<Unknown>();
  if (unknown != nullptr && !unknown->causes.empty()) return unknown->causes.front().reason;
  if (unknown != nullptr) return table::MissingReason::kAbsent;
  const auto& causes = state.as<NotApplicable>()->causes;
  return causes.empty() ? table::MissingReason::kNotApplicable : causes.front().reason;
}

Value not_an_optional(const Value& value) {
  return Value::error("no_such_overload", "expected an optional, got " + type_value_name(runtime_type(value)));
}

}  // namespace

Value TreeWalker::eval_call(NodeId id) {
  if (reference(id).kind == RefKind::kAt) return eval_at(id);
  const auto function = static_cast<FunctionId>(reference(id).index);
  switch (function) {
    case FunctionId::kLogicalAnd:
      return eval_logic(id, State::kFalse);
    case FunctionId::kLogicalOr:
      return eval_logic(id, State::kTrue);
    case FunctionId::kLogicalNot:
      return eval_not(id);
    case FunctionId::kConditional:
      return eval_conditional(id);
    case FunctionId::kEqual:
      return eval_comparison(id, Relation::kEqual);
    case FunctionId::kNotEqual:
      return eval_comparison(id, Relation::kNotEqual);
    case FunctionId::kLess:
      return eval_comparison(id, Relation::kLess);
    case FunctionId::kLessEqual:
      return eval_comparison(id, Relation::kLessEqual);
    case FunctionId::kGreater:
      return eval_comparison(id, Relation::kGreater);
    case FunctionId::kGreaterEqual:
      return eval_comparison(id, Relation::kGreaterEqual);
    case FunctionId::kOptionalSelect:
      return eval_optional_select(id);
    case FunctionId::kOptionalOr:
      return eval_optional_or(id, false);
    case FunctionId::kOptionalOrValue:
      return eval_optional_or(id, true);
    case FunctionId::kAnswered:
      return eval_answered(child(id, 0));
    case FunctionId::kMissingReason:
      return eval_missing_reason(child(id, 0));
    case FunctionId::kRaw:
      return eval_raw(child(id, 0));
    default:
      return eval_strict_call(id, function);  // every other function evaluates all its operands
  }
}

Value TreeWalker::eval_strict_call(NodeId id, FunctionId function) {
  StrictFold fold;
  std::vector<Value> args;
  for (const NodeId argument : node(id).children) {
    args.push_back(eval(argument));
    fold.add(args.back());
  }
  if (!fold.all_values()) return fold.result();
  if (find_implementation(function) == nullptr) return no_such_overload(node(id).name, args);
  return call_function(function, args);
}

Value TreeWalker::eval_logic(NodeId id, State decisive) {
  LogicFold fold(decisive);
  for (const NodeId operand : node(id).children) {
    if (fold.add(eval(operand))) break;
  }
  return fold.result();
}

Value TreeWalker::eval_not(NodeId id) {
  const Value operand = eval(child(id, 0));
  if (!operand.has_value()) return operand;
  const auto* truth = operand.as<bool>();
  return truth == nullptr ? not_a_bool(operand) : Value(!*truth);
}

/// A condition without a value is the result: no branch is evaluated, so none can decide (write `!c || x` for that).
Value TreeWalker::eval_conditional(NodeId id) {
  const Value condition = eval(child(id, 0));
  if (!condition.has_value()) return condition;
  const auto* truth = condition.as<bool>();
  if (truth == nullptr) return not_a_bool(condition);
  return eval(child(id, *truth ? 1 : 2));
}

Value TreeWalker::eval_optional_select(NodeId id) {
  const Value operand = eval(child(id, 0));
  if (!operand.has_value()) return operand;
  const auto* optional = operand.as<Optional>();
  if (optional != nullptr && optional->value == nullptr) return operand;
  const Value& holder = optional == nullptr ? operand : *optional->value;
  const Value key = eval(child(id, 1));
  if (holder.as_map() != nullptr) {
    if (auto element = select_optional(holder, key)) return *element;
  }
  return Value::error("no_such_overload", type_value_name(runtime_type(holder)) + " has no field " + debug_text(key));
}

/// `or` and `orValue` evaluate their argument only when the optional is none.
Value TreeWalker::eval_optional_or(NodeId id, bool unwrap) {
  const Value operand = eval(child(id, 0));
  if (!operand.has_value()) return operand;
  const auto* optional = operand.as<Optional>();
  if (optional == nullptr) return not_an_optional(operand);
  if (optional->value != nullptr) return unwrap ? *optional->value : operand;
  const Value other = eval(child(id, 1));
  if (!unwrap && other.has_value() && other.as<Optional>() == nullptr) return not_an_optional(other);
  return other;
}

/// `at(2020)` or `m.at(2020)`.
Value TreeWalker::eval_at(NodeId id) {
  StrictFold fold;
  const bool of_operand = node(id).has_receiver;
  const Value owner = of_operand ? eval(child(id, 0)) : Value(self_);
  const Value year = eval(child(id, of_operand ? 1 : 0));
  fold.add(owner);
  fold.add(year);
  if (!fold.all_values()) return fold.result();
  const auto* record = owner.as<RecordRef>();
  const auto* number = year.as<std::int64_t>();
  if (record == nullptr || number == nullptr) return no_such_overload("at", std::vector<Value>{owner, year});
  return world().at_year(*record, *number);
}

/// True when the cell has a value. Total: false also when there is no record to read it from.
Value TreeWalker::eval_answered(NodeId id) {
  const CellOperand operand = cell_operand(id);
  if (!operand.cell.has_value()) return operand.state.as<EvalError>() != nullptr ? operand.state : Value(false);
  if (log_ != nullptr) log_->add(*operand.cell);
  return Value(world().missing_reason(*operand.cell) == table::MissingReason::kNone);
}

Value TreeWalker::eval_missing_reason(NodeId id) {
  const CellOperand operand = cell_operand(id);
  if (!operand.cell.has_value()) {
    if (operand.state.as<EvalError>() != nullptr) return operand.state;
    return Value(std::string(table::reason_id(reason_of(operand.state))));
  }
  if (log_ != nullptr) log_->add(*operand.cell);
  return Value(std::string(table::reason_id(world().missing_reason(*operand.cell))));
}

Value TreeWalker::eval_raw(NodeId id) {
  const CellOperand operand = cell_operand(id);
  if (!operand.cell.has_value()) return operand.state.as<EvalError>() != nullptr ? operand.state : Value(std::string());
  if (log_ != nullptr) log_->add(*operand.cell);
  return Value(world().raw(*operand.cell));
}

}  // namespace kijun::cel
