#include <span>

#include "engine/base/assert.h"
#include "engine/cel/function_table.h"
#include "engine/exec/kernels/kernel.h"
#include "engine/exec/kernels/row_loop.h"

// The slow paths: expressions and functions without a kernel, subject by subject over boxed values. Programs count them.

namespace kijun::exec {
namespace {

using cel::State;
using cel::Value;

/// Subject `i` of a vector as the naive evaluator would have it. It has a value.
Value value_at(const Vector& vector, const Instruction& code, std::size_t i) {
  switch (code.kind) {
    case ValueKind::kBool:
      return Value(vector.states.get(i) == State::kTrue);
    case ValueKind::kInt:
      return Value(vector.int_at(i));
    case ValueKind::kUint:
      return Value(static_cast<std::uint64_t>(vector.int_at(i)));
    case ValueKind::kDouble:
      return Value(vector.double_at(i));
    case ValueKind::kDecimal:
      return Value(vector.decimal_at(i));
    case ValueKind::kString:
      return Value(std::string(vector.text(i)));
    case ValueKind::kEnum:
      return Value(code.domain->values[vector.code_at(i)].id);
    case ValueKind::kDate:
      return Value(*Date::from_days(vector.int_at(i)));
    case ValueKind::kList:
    case ValueKind::kOther:
      break;
  }
  KIJUN_ASSERT(false && "such values are not passed on");
  return {};
}

}  // namespace

State write_value(const Value& value, const Instruction& code, std::size_t i, Vector& out) {
  if (!value.has_value()) return value.state();
  switch (code.kind) {
    case ValueKind::kBool:
      return value.state();
    case ValueKind::kInt:
      if (const auto* number = value.as<std::int64_t>()) return out.own_ints()[i] = *number, State::kTrue;
      break;
    case ValueKind::kUint:
      if (const auto* number = value.as<std::uint64_t>()) {
        return out.own_ints()[i] = static_cast<std::int64_t>(*number), State::kTrue;
      }
      break;
    case ValueKind::kDouble:
      if (const auto* number = value.as<double>()) return out.own_doubles()[i] = *number, State::kTrue;
      if (const auto* number = value.as<std::int64_t>()) {
        return out.own_doubles()[i] = static_cast<double>(*number), State::kTrue;
      }
      break;
    case ValueKind::kDecimal:
      if (const auto* number = value.as<Decimal>()) return out.own_decimals()[i] = *number, State::kTrue;
      break;
    case ValueKind::kString:
      if (const auto* text = value.as<std::string>()) return out.own_text(i, *text), State::kTrue;
      break;
    case ValueKind::kEnum:
      if (const auto* text = value.as<std::string>()) {
        out.own_codes()[i] = code.domain->value_index(*text).value_or(kOutsideDomain);
        return State::kTrue;
      }
      break;
    case ValueKind::kDate:
      if (const auto* date = value.as<Date>()) return out.own_ints()[i] = date->days(), State::kTrue;
      break;
    case ValueKind::kList:
    case ValueKind::kOther:
      return State::kTrue;
  }
  return State::kError;
}

void eval_fallback(Call& call) {
  const Instruction& code = call.instruction;
  call.out.make_array(code.kind, call.size());
  call.out.values.assign(code.kind == ValueKind::kOther ? call.size() : 0, Value());
  each_state(call, [&](std::size_t i) {
    const cel::RecordRef subject{0, {code.space, call.frame.first + static_cast<std::uint32_t>(i)}};
    cel::Evaluator evaluator(*code.expr, call.frame.context, subject);
    Value value = evaluator.eval(code.node, cel::Locals(code.num_locals, Value(subject)));
    const State state = write_value(value, code, i, call.out);
    if (code.kind == ValueKind::kOther) call.out.values[i] = std::move(value);
    return state;
  });
}

void eval_call(Call& call) {
  call.out.make_array(call.instruction.kind, call.size());
  std::vector<Value> args(call.num_args());
  strict_states(call, [&](std::size_t i) {
    for (std::size_t arg = 0; arg < args.size(); ++arg) args[arg] = value_at(call.arg(arg), call.arg_code(arg), i);
    const auto function = static_cast<cel::FunctionId>(call.instruction.index);
    return write_value(cel::call_function(function, args), call.instruction, i, call.out);
  });
}

}  // namespace kijun::exec
