#include "engine/exec/kernels/kernel.h"
#include "engine/exec/kernels/row_loop.h"

// The truth table of `cel::logical_and` and `cel::logical_or` on 64 subjects at a time. Both give the strongest of their
// operands in the order decisive, not applicable, unknown, error, neutral; such a maximum may be taken plane by plane
// over any number of operands. The unit test compares every combination with the functions.

namespace kijun::exec {
namespace {

using Word = StatePlanes::Word;

/// The planes of all arguments laid over each other.
struct Union {
  Word is_true = 0;
  Word is_false = 0;
  Word unknown = 0;
  Word error = 0;
  Word not_applicable = 0;
};

Union union_of_args(const Call& call, std::size_t word) {
  Union all;
  for (std::size_t i = 0; i < call.num_args(); ++i) {
    const StatePlanes& states = call.arg(i).states;
    all.is_true |= states.true_word(word);
    all.is_false |= states.false_word(word);
    all.unknown |= states.unknown_word(word);
    all.error |= states.error_word(word);
    all.not_applicable |= states.not_applicable_word(word);
  }
  return all;
}

/// Whether every argument is true or false for every subject.
bool all_decided(const Call& call) {
  for (std::size_t i = 0; i < call.num_args(); ++i) {
    if (call.arg(i).states.has_undecided()) return false;
  }
  return true;
}

/// The operator over arguments that are all decided.
void eval_decided(Call& call, bool conjunction) {
  StatePlanes& out = call.out.states;
  Word* bits = out.make(StatePlanes::kTruePlane);
  for (std::size_t word = 0; word < out.num_words(); ++word) bits[word] = conjunction ? out.mask(word) : 0;
  for (std::size_t i = 0; i < call.num_args(); ++i) {
    const StatePlanes& states = call.arg(i).states;
    for (std::size_t word = 0; word < out.num_words(); ++word) {
      const Word is_true = states.true_word(word);
      bits[word] = conjunction ? bits[word] & is_true : bits[word] | (is_true & out.mask(word));
    }
  }
}

void eval_logic(Call& call, bool conjunction) {
  StatePlanes& out = call.out.states;
  out.reset(call.size());
  if (all_decided(call)) return eval_decided(call, conjunction);
  for (std::size_t word = 0; word < out.num_words(); ++word) {
    const Union all = union_of_args(call, word);
    Word done = conjunction ? all.is_false : all.is_true;
    const Word not_applicable = all.not_applicable & ~done;
    done |= not_applicable;
    const Word unknown = all.unknown & ~done;
    done |= unknown;
    const Word error = all.error & ~done;
    done |= error;
    out.set_words(word, conjunction ? ~done : all.is_true, unknown, error, not_applicable);
  }
}

}  // namespace

void eval_and(Call& call) { eval_logic(call, true); }

void eval_or(Call& call) { eval_logic(call, false); }

void eval_not(Call& call) {
  const StatePlanes& operand = call.arg(0).states;
  StatePlanes& out = call.out.states;
  out.reset(call.size());
  for (std::size_t word = 0; word < out.num_words(); ++word) {
    out.set_words(word, operand.false_word(word), operand.unknown_word(word), operand.error_word(word),
                  operand.not_applicable_word(word));
  }
}

}  // namespace kijun::exec
