#pragma once

#include <cstdint>

namespace kijun::cel {

/// What an evaluation can end in beside a value (design section 4). One byte in planes and tables.
enum class State : std::uint8_t { kFalse, kTrue, kUnknown, kError, kNotApplicable };

/// Conjunction of two states: false decides, then not applicable, unknown, error, true. The one truth table of every
/// evaluator; `all` is its fold from true.
[[nodiscard]] constexpr State logical_and(State a, State b) {
  if (a == State::kFalse || b == State::kFalse) return State::kFalse;
  if (a == State::kNotApplicable || b == State::kNotApplicable) return State::kNotApplicable;
  if (a == State::kUnknown || b == State::kUnknown) return State::kUnknown;
  if (a == State::kError || b == State::kError) return State::kError;
  return State::kTrue;
}

/// Negation: swaps true and false, keeps the rest.
[[nodiscard]] constexpr State logical_not(State a) {
  if (a == State::kFalse) return State::kTrue;
  if (a == State::kTrue) return State::kFalse;
  return a;
}

/// Disjunction, the dual of `logical_and`; `exists` is its fold from false.
[[nodiscard]] constexpr State logical_or(State a, State b) {
  return logical_not(logical_and(logical_not(a), logical_not(b)));
}

/// What a strict operator ends in when an operand has no value: error, then not applicable, then unknown. `kTrue` means
/// both operands have values. Arguments: `kUnknown`, `kError`, `kNotApplicable`, or `kTrue` for "has a value".
[[nodiscard]] constexpr State strict(State a, State b) {
  if (a == State::kError || b == State::kError) return State::kError;
  if (a == State::kNotApplicable || b == State::kNotApplicable) return State::kNotApplicable;
  if (a == State::kUnknown || b == State::kUnknown) return State::kUnknown;
  return State::kTrue;
}

}  // namespace kijun::cel
