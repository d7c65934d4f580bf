#pragma once

#include <bit>

#include "engine/exec/kernels/call.h"

namespace kijun::exec {

/// What a strict operator's operands are, 64 subjects at a time. The four are disjoint and cover all subjects.
struct StrictWords {
  StatePlanes::Word values = 0;  ///< Every operand has a value.
  StatePlanes::Word unknown = 0;
  StatePlanes::Word error = 0;
  StatePlanes::Word not_applicable = 0;
};

/// Combines the states of the arguments `begin` … `end`: error, then not applicable, then unknown.
[[nodiscard]] inline StrictWords strict_words(const Call& call, std::size_t word, std::size_t begin, std::size_t end) {
  StrictWords words;
  for (std::size_t i = begin; i < end; ++i) {
    const StatePlanes& states = call.arg(i).states;
    words.unknown |= states.unknown_word(word);
    words.error |= states.error_word(word);
    words.not_applicable |= states.not_applicable_word(word);
  }
  words.not_applicable &= ~words.error;
  words.unknown &= ~(words.error | words.not_applicable);
  words.values = ~(words.unknown | words.error | words.not_applicable) & call.out.states.mask(word);
  return words;
}

/// A strict operator that gives a bool and is cheap enough to look at every subject: `fill(words)` writes the result
/// bits of all, of which those without values are dropped.
template <class Fill>
void strict_bits(Call& call, Fill&& fill) {
  StatePlanes& out = call.out.states;
  out.reset(call.size());
  StatePlanes::Word* bits = out.make(StatePlanes::kTruePlane);
  fill(bits);
  bool all_have_values = true;
  for (std::size_t i = 0; i < call.num_args(); ++i) all_have_values &= !call.arg(i).states.has_undecided();
  if (all_have_values) return;
  for (std::size_t word = 0; word < out.num_words(); ++word) {
    const StrictWords words = strict_words(call, word, 0, call.num_args());
    out.set_words(word, bits[word] & words.values, words.unknown, words.error, words.not_applicable);
  }
}

/// A strict operator that gives another type and never an error: `fill` computes the values of all subjects.
inline void strict_total(Call& call) {
  strict_bits(call, [&](StatePlanes::Word* bits) {
    for (std::size_t word = 0; word < call.out.states.num_words(); ++word) bits[word] = call.out.states.mask(word);
  });
}

/// Runs `step(subject)` for the subjects of a word and gives the bits of those for which it was true.
template <class Step>
StatePlanes::Word collect(StatePlanes::Word subjects, std::size_t word, Step&& step) {
  StatePlanes::Word result = 0;
  const std::size_t base = word * StatePlanes::kWordBits;
  while (subjects != 0) {
    const int bit = std::countr_zero(subjects);
    subjects &= subjects - 1;
    if (step(base + static_cast<std::size_t>(bit))) result |= StatePlanes::Word{1} << bit;
  }
  return result;
}

/// A strict operator that gives a bool: `test(subject)` for subjects whose arguments all have values and whose results can
/// matter.
template <class Test>
void strict_bools(Call& call, Test&& test) {
  StatePlanes& out = call.out.states;
  out.reset(call.size());
  for (std::size_t word = 0; word < out.num_words(); ++word) {
    const StrictWords words = strict_words(call, word, 0, call.num_args());
    out.set_words(word, collect(words.values & call.wanted(word), word, test), words.unknown, words.error,
                  words.not_applicable);
  }
}

/// A strict operator that gives another type: `compute(subject)` writes the value and is false for an error.
template <class Compute>
void strict_values(Call& call, Compute&& compute) {
  StatePlanes& out = call.out.states;
  out.reset(call.size());
  for (std::size_t word = 0; word < out.num_words(); ++word) {
    const StrictWords words = strict_words(call, word, 0, call.num_args());
    const StatePlanes::Word good = collect(words.values, word, compute);
    out.set_words(word, good, words.unknown, words.error | (words.values & ~good), words.not_applicable);
  }
}

/// Subjects that a strict operator of another type than bool has left without a result are errors.
inline void false_is_error(StatePlanes& states) {
  for (std::size_t word = 0; word < states.num_words(); ++word) {
    if (const StatePlanes::Word failed = states.false_word(word); failed != 0)
      states.make(StatePlanes::kErrorPlane)[word] |= failed;
  }
}

/// A strict operator over boxed values: `compute(subject)` gives the state it ended in where all arguments have values.
template <class Compute>
void strict_states(Call& call, Compute&& compute) {
  StatePlanes& out = call.out.states;
  out.reset(call.size());
  for (std::size_t word = 0; word < out.num_words(); ++word) {
    const StrictWords words = strict_words(call, word, 0, call.num_args());
    out.set_words(word, 0, words.unknown, words.error, words.not_applicable);
    collect(words.values & call.wanted(word), word, [&](std::size_t subject) {
      out.set(subject, compute(subject));
      return false;
    });
  }
}

/// Sets the states subject by subject: `state_of(subject)`.
template <class StateOf>
void each_state(Call& call, StateOf&& state_of) {
  StatePlanes& out = call.out.states;
  out.reset(call.size());
  for (std::size_t word = 0; word < out.num_words(); ++word) {
    StatePlanes::Word planes[5] = {};
    collect(out.mask(word) & call.wanted(word), word, [&](std::size_t subject) {
      planes[static_cast<std::size_t>(state_of(subject))] |= StatePlanes::Word{1} << (subject % StatePlanes::kWordBits);
      return false;
    });
    out.set_words(word, planes[static_cast<std::size_t>(cel::State::kTrue)],
                  planes[static_cast<std::size_t>(cel::State::kUnknown)],
                  planes[static_cast<std::size_t>(cel::State::kError)],
                  planes[static_cast<std::size_t>(cel::State::kNotApplicable)]);
  }
}

}  // namespace kijun::exec
