#include "engine/exec/constants.h"

#include <algorithm>
#include <cmath>

#include "engine/base/assert.h"
#include "engine/exec/kernels/kernel.h"

namespace kijun::exec {
namespace {

using cel::State;
using cel::Value;

Value value_of(const Instruction& instruction, const Frame& frame) {
  if (instruction.op == Op::kConstant) {
    cel::Evaluator evaluator(*instruction.expr, frame.context);
    return evaluator.eval(instruction.node, cel::Locals(instruction.num_locals));
  }
  if (instruction.kind == ValueKind::kBool) return Value(instruction.index != 0);
  return Value(static_cast<std::int64_t>(instruction.index));
}

/// The whole number a list element of any number type equals, if one.
std::optional<std::int64_t> whole_number(const Value& value) {
  if (const auto* number = value.as<std::int64_t>()) return *number;
  if (const auto* number = value.as<std::uint64_t>()) return static_cast<std::int64_t>(*number);
  const auto* real = value.as<double>();
  constexpr double kLimit = 9007199254740992.0;  // 2^53: beyond it a double stands for several whole numbers
  if (real == nullptr || std::trunc(*real) != *real || std::fabs(*real) > kLimit) return std::nullopt;
  return static_cast<std::int64_t>(*real);
}

std::optional<double> real_number(const Value& value) {
  if (const auto* real = value.as<double>()) return *real;
  if (const auto* number = value.as<std::int64_t>()) return static_cast<double>(*number);
  const auto* number = value.as<std::uint64_t>();
  return number == nullptr ? std::nullopt : std::optional(static_cast<double>(*number));
}

/// The elements of a list that a needle of this kind can equal.
void add_element(const Value& element, const Instruction& needle, Prepared& list) {
  const auto* text = element.as<std::string>();
  const auto* date = element.as<Date>();
  switch (needle.kind) {
    case ValueKind::kInt:
    case ValueKind::kUint:
      if (const auto number = whole_number(element)) list.ints.push_back(*number);
      break;
    case ValueKind::kDate:
      if (date != nullptr) list.ints.push_back(date->days());
      break;
    case ValueKind::kDouble:
      if (const auto number = real_number(element)) list.doubles.push_back(*number);
      break;
    case ValueKind::kDecimal:
      if (const auto* decimal = element.as<Decimal>()) list.decimals.push_back(*decimal);
      break;
    case ValueKind::kString:
      if (text != nullptr) list.texts.insert(*text);
      break;
    case ValueKind::kEnum:
      if (text != nullptr) {
        if (const auto code = needle.domain->value_index(*text)) list.codes[*code] = 1;
      }
      break;
    case ValueKind::kBool:
    case ValueKind::kList:
    case ValueKind::kOther:
      KIJUN_ASSERT(false && "no list is prepared for such a needle");
  }
}

void prepare_list(const Instruction& instruction, const Frame& frame, Prepared& prepared) {
  const Instruction& needle = frame.code.instructions[instruction.args[0]];
  if (needle.kind == ValueKind::kEnum) prepared.codes.assign(needle.domain->values.size(), 0);
  const Vector& list = *frame.vectors[instruction.args[1]];
  if (list.states.get(0) != State::kTrue) return;
  const cel::List* elements = list.values.front().as_list();
  KIJUN_ASSERT(elements != nullptr);
  for (const Value& element : *elements) add_element(element, needle, prepared);
  std::ranges::sort(prepared.ints);
}

/// The results of a test of the enum in the first argument, for every value of its domain.
template <class Test>
void prepare_codes(const Instruction& needle, Prepared& prepared, Test&& test) {
  for (const table::EnumValue& value : needle.domain->values)
    prepared.codes.push_back(test(std::string_view(value.id)) ? 1 : 0);
}

/// `startsWith`, `endsWith`, `contains`, `matches` beside a constant.
void prepare_text_test(const Instruction& instruction, const Frame& frame, Prepared& prepared) {
  const Instruction& needle = frame.code.instructions[instruction.args[0]];
  if (frame.code.instructions[instruction.args[1]].space != kConstantSpace) return;
  const Vector& part = *frame.vectors[instruction.args[1]];
  const bool has_part = part.states.get(0) == State::kTrue;
  const std::string_view constant = has_part ? part.text(0) : std::string_view();
  if (has_part && instruction.op == Op::kMatches) prepared.pattern = std::make_unique<TextPattern>(constant);
  if (needle.kind != ValueKind::kEnum) return;
  prepare_codes(needle, prepared, [&](std::string_view text) {
    if (!has_part) return false;
    if (instruction.op != Op::kMatches) return part_of_text(instruction.op, text, constant);
    return prepared.pattern->ok() && prepared.pattern->matches(text);
  });
}

}  // namespace

void make_constant(const Instruction& instruction, const Frame& frame, const Prepared& prepared, std::size_t num_states,
                   Vector& out) {
  if (instruction.op == Op::kConstant || instruction.op == Op::kLiteral) {
    const Value value = value_of(instruction, frame);
    out.make_array(instruction.kind, 1);
    out.states.reset(1);
    out.states.set(0, write_value(value, instruction, 0, out));
    if (instruction.kind == ValueKind::kList) out.values = {value};
  } else {
    Memory memory;
    Call call{frame, instruction, prepared, memory, out};
    eval_instruction(call);
  }
  out.states.fill(num_states, out.states.get(0));
  out.index_mask = Vector::kOneValue;
}

Prepared prepare(const Instruction& instruction, const Frame& frame) {
  Prepared prepared;
  const bool of_group = instruction.space != table::kRecordSpace && instruction.space != kConstantSpace;
  const auto group = static_cast<table::GroupId>(instruction.space - 1);
  if (instruction.op == Op::kStartsWith || instruction.op == Op::kEndsWith || instruction.op == Op::kContains ||
      instruction.op == Op::kMatches)
    prepare_text_test(instruction, frame, prepared);
  if (instruction.op == Op::kEnumText) {
    for (const table::EnumValue& value : frame.code.instructions[instruction.args[0]].domain->values)
      prepared.dictionary.push_back(value.id);
  }
  if (instruction.op == Op::kInConstant) prepare_list(instruction, frame, prepared);
  if (instruction.op == Op::kField && of_group) prepared.column = frame.survey.group_field(group, instruction.index);
  if (instruction.op == Op::kAttribute) prepared.column = frame.survey.group_attribute(group, instruction.index);
  return prepared;
}

}  // namespace kijun::exec
