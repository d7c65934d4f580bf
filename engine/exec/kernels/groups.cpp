#include <algorithm>

#include "engine/base/assert.h"
#include "engine/exec/kernels/kernel.h"
#include "engine/exec/kernels/row_loop.h"

// Instructions that carry values between the records and their groups. What they read of groups has been stored.

namespace kijun::exec {
namespace {

using cel::State;

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

/// The states of a group column, and what a record outside every group of the kind has: what is asked of its group does
/// not apply to it. Made once; the column is complete before records gather from it.
const std::vector<State>& group_states(const ResultColumn& column, Memory& memory) {
  if (!memory.group_states.empty()) return memory.group_states;
  for (std::size_t group = 0; group < column.size(); ++group) memory.group_states.push_back(column.state(group));
  memory.group_states.push_back(State::kNotApplicable);
  return memory.group_states;
}

}  // namespace

void eval_folded(Call& call) {
  call.frame.folds[call.instruction.index].write(call.instruction.result, call.frame.first, call.frame.size, call.out);
}

void eval_gather(Call& call) {
  const BatchGroups& groups = call.frame.groups[call.instruction.group];
  const ResultColumn& column = stored(call, 0);
  const std::vector<State>& states = group_states(column, call.memory);
  const std::size_t num_groups = column.size();
  const auto state_of = [&](std::size_t i) { return states[std::min<std::size_t>(groups.group_of(i), num_groups)]; };
  StatePlanes& out = call.out.states;
  out.reset(call.size());
  for (std::size_t word = 0; word < out.num_words(); ++word) {
    const std::size_t begin = word * StatePlanes::kWordBits;
    const std::size_t count = std::min(StatePlanes::kWordBits, call.size() - begin);
    StatePlanes::Word is_true = 0;
    StatePlanes::Word undecided = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const State state = state_of(begin + i);
      is_true |= StatePlanes::Word{state == State::kTrue} << i;
      undecided |= StatePlanes::Word{state > State::kTrue} << i;
    }
    out.set_words(word, is_true, 0, 0, 0);
    collect(undecided, word, [&](std::size_t i) { return out.set(i, state_of(i)), false; });
  }
  call.out.make_array(call.instruction.kind, call.size());
  if (call.instruction.kind == ValueKind::kBool) return;
  for (std::size_t word = 0; word < out.num_words(); ++word) {
    collect(out.true_word(word), word,
            [&](std::size_t i) { return copy_value(column, groups.group_of(i), i, call.out), false; });
  }
}

void eval_reduce(Call& call) {
  const auto& groups = call.frame.groupings[call.instruction.group]->groups_of;
  const ResultColumn& column = stored(call, 0);
  const ResultColumn* filter = call.num_args() > 1 ? &stored(call, 1) : nullptr;
  call.out.make_array(call.instruction.kind, call.size());
  each_state(call, [&](std::size_t i) {
    Tally tally;
    if (groups.empty()) return tally.write(call.instruction.result, i, call.out);
    for (const std::uint32_t group : groups[call.frame.first + i]) {
      if (filter == nullptr || filter->state(group) == State::kTrue) tally.add(column.state(group));
    }
    return tally.write(call.instruction.result, i, call.out);
  });
}

}  // namespace kijun::exec
