#include <algorithm>

#include "engine/base/assert.h"
#include "engine/cel/bounds.h"
#include "engine/exec/kernels/kernel.h"
#include "engine/exec/kernels/row_loop.h"

namespace kijun::exec {
namespace {

/// `relation(a, b)` for two arguments of one kind. Enum codes stand in the order of the domain.
template <class Relation>
void compare_args(Call& call, Relation relation) {
  const Vector& a = call.arg(0);
  const Vector& b = call.arg(1);
  switch (call.arg_code(0).kind) {
    case ValueKind::kInt:
    case ValueKind::kDate:
      strict_bools(call, [&, x = a.ints, y = b.ints](std::size_t i) { return relation(x[i], y[i]); });
      return;
    case ValueKind::kUint:
      strict_bools(call, [&, x = a.ints, y = b.ints](std::size_t i) {
        return relation(static_cast<std::uint64_t>(x[i]), static_cast<std::uint64_t>(y[i]));
      });
      return;
    case ValueKind::kDouble:
      strict_bools(call, [&, x = a.doubles, y = b.doubles](std::size_t i) { return relation(x[i], y[i]); });
      return;
    case ValueKind::kDecimal:
      strict_bools(call, [&, x = a.decimals, y = b.decimals](std::size_t i) { return relation(x[i], y[i]); });
      return;
    case ValueKind::kString:
      strict_bools(call, [&, x = a.strings, y = b.strings](std::size_t i) { return relation(x[i], y[i]); });
      return;
    case ValueKind::kEnum:
      strict_bools(call, [&, x = a.codes, y = b.codes](std::size_t i) { return relation(x[i], y[i]); });
      return;
    case ValueKind::kBool:
      strict_bools(call, [&](std::size_t i) {
        return relation(a.states.get(i) == cel::State::kTrue, b.states.get(i) == cel::State::kTrue);
      });
      return;
    case ValueKind::kList:
    case ValueKind::kOther:
      break;
  }
  KIJUN_ASSERT(false);
}

cel::Value number_at(const Vector& vector, ValueKind kind, std::size_t i) {
  if (kind == ValueKind::kDouble) return cel::Value(vector.doubles[i]);
  if (kind == ValueKind::kUint) return cel::Value(static_cast<std::uint64_t>(vector.ints[i]));
  return cel::Value(vector.ints[i]);
}

}  // namespace

void eval_equal(Call& call) {
  compare_args(call, [](const auto& a, const auto& b) { return a == b; });
}

void eval_less(Call& call) {
  compare_args(call, [](const auto& a, const auto& b) { return a < b; });
}

void eval_less_equal(Call& call) {
  compare_args(call, [](const auto& a, const auto& b) { return a <= b; });
}

void eval_compare_bounds(Call& call) {
  const auto relation = static_cast<cel::Relation>(call.instruction.index);
  const auto bounds_at = [&call](std::size_t first_arg, std::size_t i) {
    return cel::Bounds{call.arg(first_arg).ints[i], call.arg(first_arg + 1).ints[i], call.arg(first_arg + 2).ints[i]};
  };
  const bool two_bounds = call.num_args() == 6;
  const auto result = [&](std::size_t i) {
    if (two_bounds) return cel::compare_bounds(relation, bounds_at(0, i), bounds_at(3, i));
    const auto state = cel::compare_bounds(relation, bounds_at(0, i), number_at(call.arg(3), call.arg_code(3).kind, i));
    KIJUN_ASSERT(state.has_value());
    return *state;
  };
  StatePlanes& out = call.out.states;
  out.reset(call.size());
  for (std::size_t word = 0; word < out.num_words(); ++word) {
    StrictWords words = strict_words(call, word, 0, call.num_args());
    const StatePlanes::Word is_true = collect(words.values, word, [&](std::size_t i) {
      const cel::State state = result(i);
      if (state == cel::State::kUnknown) words.unknown |= StatePlanes::Word{1} << (i % StatePlanes::kWordBits);
      return state == cel::State::kTrue;
    });
    out.set_words(word, is_true, words.unknown, words.error, words.not_applicable);
  }
}

}  // namespace kijun::exec
