#pragma once

#include <optional>
#include <vector>

#include "engine/cel/value.h"

namespace kijun::cel {

/// What the operands of one operator ended in besides values: the causes of the unknown ones, the causes of those that
/// do not apply, and the first error. Gives the operator's result once its state is known.
class StateNotes {
 public:
  /// Notes the operand when it has no value.
  void note(const Value& operand);
  /// Notes an error of the operator itself, unless an operand erred before.
  void note_error(const Value& error);
  /// The value of a state: a bool, or the merged causes (sorted, distinct), or the first error. A decided state
  /// carries no causes.
  [[nodiscard]] Value value(State state) const;

 private:
  std::vector<Cause> unknown_;
  std::vector<Cause> not_applicable_;
  std::optional<Value> error_;
};

/// Folds operands of `&&` or `||`, elements of `all` or `exists` (design section 4): a decisive value, then not
/// applicable, unknown, error. An operand that is no bool counts as an error, which a decisive value absorbs.
class LogicFold {
 public:
  /// `decisive` is `kFalse` for `&&` and `all`, `kTrue` for `||` and `exists`.
  explicit LogicFold(State decisive);
  /// True when the result is decided, so that further operands need no evaluation.
  bool add(const Value& operand);
  [[nodiscard]] Value result() const { return notes_.value(state_); }

 private:
  State decisive_;
  State state_;
  StateNotes notes_;
};

/// Folds the operands of a strict operator: error, then not applicable, then unknown, causes merged.
class StrictFold {
 public:
  void add(const Value& operand);
  /// Adds an error of the operator itself (a predicate that is no bool).
  void add_error(const Value& error);
  /// True while every operand had a value.
  [[nodiscard]] bool all_values() const { return state_ == State::kTrue; }
  [[nodiscard]] State state() const { return state_; }
  /// The state the operator ends in; only when `all_values()` is false.
  [[nodiscard]] Value result() const { return notes_.value(state_); }

 private:
  State state_ = State::kTrue;
  StateNotes notes_;
};

/// The error of an operand that had to be a bool.
[[nodiscard]] Value not_a_bool(const Value& operand);

}  // namespace kijun::cel
