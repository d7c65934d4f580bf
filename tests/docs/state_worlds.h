#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/exec/exec_fixture.h"

namespace kijun::docs {

/// How an operand comes to its state: worked out by an expression, or as it stands in a cell. No cell is an error.
enum class Operand { kComputed, kCell };

/// The text with whole words outside strings and behind no dot replaced.
[[nodiscard]] std::string with_words(std::string_view text, const std::map<std::string, std::string>& words);

/// What an expression over `a` and `b` ends in for every pair of states, by both evaluators at every batch size; the two
/// differing is a failure.
class PairWorld {
 public:
  /// The letters of the states of `a` and of `b`: `T F V U E N`. V is an int, T and F are bools.
  PairWorld(std::string letters_of_a, std::string letters_of_b);

  /// Results by `[position in letters_of_a][position in letters_of_b]`; "" where an operand cannot be a cell. `a` and `b`
  /// are bools when the letters have a T, else ints; `list`, `map` and the optional `o` are in the state of `a`. `zero`, `one` and
  /// `two` are these numbers where the state of `b` is V.
  [[nodiscard]] std::vector<std::vector<std::string>> results(const std::string& text, Operand operand);

 private:
  std::string letters_of_a_;
  std::string letters_of_b_;
  exec::MemorySurvey survey_;
};

/// What an expression over `p` and `v` ends in for zones written as states of their members. A macro without a receiver
/// runs over the members.
class ZoneWorld {
 public:
  /// Each zone as its members' letters, `T F U E N` for `p` or `1 2 U E N` for `v`.
  explicit ZoneWorld(std::vector<std::string> zones);

  /// Results by zone, for every order of its members, which must agree; "" where a member cannot be a cell.
  [[nodiscard]] std::vector<std::string> results(const std::string& text, Operand operand);

 private:
  std::vector<std::string> zones_;
};

/// What an expression over the cell `x` and its earlier answers ends in when it is missing for a reason.
[[nodiscard]] std::string result_for_reason(const std::string& text, table::MissingReason reason);

}  // namespace kijun::docs
