#include "engine/base/assert.h"
#include "engine/exec/kernels/kernel.h"
#include "engine/exec/kernels/row_loop.h"

// Instructions that carry values between the records and their groups. What they read of groups has been stored.

namespace kijun::exec {
namespace {

using cel::State;

const std::vector<std::vector<std::uint32_t>>& groups_of(const Call& call) {
  return call.frame.survey.grouping(call.instruction.group).groups_of;
}

const ResultColumn& stored(const Call& call, std::size_t arg) { return call.frame.stored[call.instruction.args[arg]]; }

/// Copies one group's value to subject `i`.
void copy_value(const ResultColumn& column, std::size_t group, std::size_t i, Vector& out) {
  switch (column.kind()) {
    case ValueKind::kInt:
    case ValueKind::kUint:
    case ValueKind::kDate:
      out.own_ints()[i] = column.int_at(group);
      break;
    case ValueKind::kDouble:
      out.own_doubles()[i] = column.double_at(group);
      break;
    case ValueKind::kDecimal:
      out.own_decimals()[i] = column.decimal_at(group);
      break;
    case ValueKind::kString:
      out.own_strings()[i] = column.string_at(group);
      break;
    case ValueKind::kEnum:
      out.own_codes()[i] = column.code_at(group);
      break;
    case ValueKind::kBool:
    case ValueKind::kList:
    case ValueKind::kOther:
      break;
  }
}

}  // namespace

void eval_folded(Call& call) {
  call.frame.folds[call.instruction.index].write(call.instruction.result, call.frame.first, call.frame.size, call.out);
}

void eval_gather(Call& call) {
  const auto& groups = groups_of(call);
  const ResultColumn& column = stored(call, 0);
  call.out.make_array(call.instruction.kind, call.size());
  each_state(call, [&](std::size_t i) {
    const auto& own = groups[call.frame.first + i];
    // A record outside every group of the kind: what is asked of its group does not apply to it.
    if (own.empty()) return State::kNotApplicable;
    const State state = column.state(own.front());
    if (state == State::kTrue) copy_value(column, own.front(), i, call.out);
    return state;
  });
}

void eval_reduce(Call& call) {
  const auto& groups = groups_of(call);
  const ResultColumn& column = stored(call, 0);
  const ResultColumn* filter = call.num_args() > 1 ? &stored(call, 1) : nullptr;
  call.out.make_array(call.instruction.kind, call.size());
  each_state(call, [&](std::size_t i) {
    Tally tally;
    for (const std::uint32_t group : groups[call.frame.first + i]) {
      if (filter == nullptr || filter->state(group) == State::kTrue) tally.add(column.state(group));
    }
    return tally.write(call.instruction.result, i, call.out);
  });
}

}  // namespace kijun::exec
