#include "engine/base/assert.h"
#include "engine/cel/bounds.h"
#include "engine/exec/kernels/kernel.h"
#include "engine/exec/kernels/row_loop.h"
#include "engine/exec/kernels/text_test.h"
#include "engine/exec/kernels/word_kernels.h"

namespace kijun::exec {
namespace {

bool related(Comparison comparison, const auto& a, const auto& b) {
  if (comparison == Comparison::kEqual) return a == b;
  return comparison == Comparison::kLess ? a < b : a <= b;
}

/// Arrays of one type of both arguments.
template <class T>
void compare_arrays(Call& call, Comparison comparison, const T* a, const T* b) {
  strict_bits(call, [&](StatePlanes::Word* bits) {
    compare_bits(comparison, Operand<T>{a, call.arg(0).is_scalar()}, Operand<T>{b, call.arg(1).is_scalar()},
                 call.size(), bits);
  });
}

/// A text beside a constant one is tested once per distinct text where texts have codes.
void compare_texts(Call& call, Comparison comparison) {
  const Vector& a = call.arg(0);
  const Vector& b = call.arg(1);
  if (b.is_scalar() && !a.is_scalar()) {
    text_test(call, 0, [&](std::string_view text) { return related(comparison, text, b.text(0)); });
  } else if (a.is_scalar() && !b.is_scalar()) {
    text_test(call, 1, [&](std::string_view text) { return related(comparison, a.text(0), text); });
  } else {
    strict_bools(call, [&](std::size_t i) { return related(comparison, a.text(i), b.text(i)); });
  }
}

/// Two arguments of one kind. Enum codes stand in the order of the domain.
void compare_args(Call& call, Comparison comparison) {
  const Vector& a = call.arg(0);
  const Vector& b = call.arg(1);
  switch (call.arg_code(0).kind) {
    case ValueKind::kInt:
    case ValueKind::kDate:
      return compare_arrays(call, comparison, a.ints, b.ints);
    case ValueKind::kUint:
      return strict_bools(call, [&](std::size_t i) { return related(comparison, a.uint_at(i), b.uint_at(i)); });
    case ValueKind::kDouble:
      return compare_arrays(call, comparison, a.doubles, b.doubles);
    case ValueKind::kDecimal:
      return strict_bools(call, [&](std::size_t i) { return related(comparison, a.decimal_at(i), b.decimal_at(i)); });
    case ValueKind::kString:
      return compare_texts(call, comparison);
    case ValueKind::kEnum:
      return compare_arrays(call, comparison, a.codes, b.codes);
    case ValueKind::kBool:
      return strict_bits(call, [&](StatePlanes::Word* bits) {
        for (std::size_t word = 0; word < call.out.states.num_words(); ++word) {
          const StatePlanes::Word x = a.states.true_word(word);
          const StatePlanes::Word y = b.states.true_word(word);
          const StatePlanes::Word less = ~x & y;
          const StatePlanes::Word equal = ~(x ^ y);
          bits[word] = call.out.states.mask(word) & (comparison == Comparison::kLess        ? less
                                                     : comparison == Comparison::kLessEqual ? less | equal
                                                                                            : equal);
        }
      });
    case ValueKind::kList:
    case ValueKind::kOther:
      break;
  }
  KIJUN_ASSERT(false);
}

cel::Value number_at(const Vector& vector, ValueKind kind, std::size_t i) {
  if (kind == ValueKind::kDouble) return cel::Value(vector.double_at(i));
  if (kind == ValueKind::kUint) return cel::Value(vector.uint_at(i));
  return cel::Value(vector.int_at(i));
}

}  // namespace

void eval_equal(Call& call) { compare_args(call, Comparison::kEqual); }

void eval_less(Call& call) { compare_args(call, Comparison::kLess); }

void eval_less_equal(Call& call) { compare_args(call, Comparison::kLessEqual); }

void eval_compare_bounds(Call& call) {
  const auto relation = static_cast<cel::Relation>(call.instruction.index);
  const auto bounds_at = [&call](std::size_t first_arg, std::size_t i) {
    return cel::Bounds{call.arg(first_arg).int_at(i), call.arg(first_arg + 1).int_at(i),
                       call.arg(first_arg + 2).int_at(i)};
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
