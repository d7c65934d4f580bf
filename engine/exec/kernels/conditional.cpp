#include "engine/exec/kernels/kernel.h"
#include "engine/exec/kernels/row_loop.h"
#include "engine/exec/kernels/word_kernels.h"

namespace kijun::exec {
namespace {

using Word = StatePlanes::Word;

/// Takes `from` where `choice` has its bits, for every plane of `word`.
void blend_states(StatePlanes& out, std::size_t word, const StatePlanes& from, Word choice) {
  const auto blend = [choice](Word old, Word fresh) { return (old & ~choice) | (fresh & choice); };
  out.set_words(word, blend(out.true_word(word), from.true_word(word)),
                blend(out.unknown_word(word), from.unknown_word(word)),
                blend(out.error_word(word), from.error_word(word)),
                blend(out.not_applicable_word(word), from.not_applicable_word(word)));
}

/// The values of `a` where the condition is true, else those of `b`.
template <class T>
void blend_values(const Call& call, T* out, const T* a, const T* b) {
  blend(call.arg(0).states.words(StatePlanes::kTruePlane), Operand<T>{a, call.arg(1).is_scalar()},
        Operand<T>{b, call.arg(2).is_scalar()}, call.size(), out);
}

/// The same for values that are read one by one.
template <class T, class ValueAt>
void blend_rows(const Call& call, T* out, ValueAt&& value_at) {
  const StatePlanes& condition = call.arg(0).states;
  for (std::size_t i = 0; i < call.size(); ++i) {
    const bool first = (condition.true_word(i / StatePlanes::kWordBits) >> (i % StatePlanes::kWordBits) & 1) != 0;
    const Vector& from = call.arg(first ? 1 : 2);
    if (from.states.get(i) == cel::State::kTrue) out[i] = value_at(from, i);
  }
}

}  // namespace

void eval_conditional(Call& call) {
  const StatePlanes& condition = call.arg(0).states;
  const Vector& yes = call.arg(1);
  const Vector& no = call.arg(2);
  StatePlanes& out = call.out.states;
  out.reset(call.size());
  for (std::size_t word = 0; word < out.num_words(); ++word) {
    blend_states(out, word, condition, condition.undecided_word(word));
    blend_states(out, word, yes.states, condition.true_word(word));
    blend_states(out, word, no.states, condition.false_word(word));
  }
  if (!condition.has(StatePlanes::kTruePlane)) return call.out.show(no);
  call.out.index_mask = Vector::kEverySubject;
  switch (call.instruction.kind) {
    case ValueKind::kInt:
    case ValueKind::kUint:
    case ValueKind::kDate:
      blend_values(call, call.out.make_ints(call.size()), yes.ints, no.ints);
      break;
    case ValueKind::kDouble:
      blend_values(call, call.out.make_doubles(call.size()), yes.doubles, no.doubles);
      break;
    case ValueKind::kDecimal:
      blend_rows(call, call.out.make_decimals(call.size()),
                 [](const Vector& from, std::size_t i) { return from.decimal_at(i); });
      break;
    case ValueKind::kString:
      blend_rows(call, call.out.make_strings(call.size()),
                 [](const Vector& from, std::size_t i) { return from.text(i); });
      break;
    case ValueKind::kEnum:
      blend_values(call, call.out.make_codes(call.size()), yes.codes, no.codes);
      break;
    case ValueKind::kBool:
    case ValueKind::kList:
    case ValueKind::kOther:
      break;
  }
}

void eval_guard(Call& call) {
  const std::size_t num_guards = call.num_args() - 1;
  const Vector& value = call.arg(num_guards);
  StatePlanes& out = call.out.states;
  out.reset(call.size());
  for (std::size_t word = 0; word < out.num_words(); ++word) {
    const StrictWords guards = strict_words(call, word, 0, num_guards);
    out.set_words(word, 0, guards.unknown, guards.error, guards.not_applicable);
    blend_states(out, word, value.states, guards.values);
  }
  call.out.show(value);
}

}  // namespace kijun::exec
