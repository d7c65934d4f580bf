#include "engine/cel/state.h"

#include <gtest/gtest.h>

#include <string_view>

namespace kijun::cel {
namespace {

constexpr std::string_view kStateLetters = "TFUEN";

State state_of(char letter) {
  switch (letter) {
    case 'T':
      return State::kTrue;
    case 'F':
      return State::kFalse;
    case 'U':
      return State::kUnknown;
    case 'E':
      return State::kError;
    default:
      return State::kNotApplicable;
  }
}

char letter_of(State state) {
  for (const char letter : kStateLetters) {
    if (state_of(letter) == state) return letter;
  }
  return '?';
}

// Rows: the left operand. Columns: the right operand, T F U E N. Typed from design section 4.
constexpr std::string_view kAnd[] = {
    "TFUEN",  // T
    "FFFFF",  // F
    "UFUUN",  // U
    "EFUEN",  // E
    "NFNNN",  // N
};
constexpr std::string_view kOr[] = {
    "TTTTT",  // T
    "TFUEN",  // F
    "TUUUN",  // U
    "TEUEN",  // E
    "TNNNN",  // N
};
constexpr std::string_view kNot = "FTUEN";

TEST(StateTest, FollowsTheTablesOfTheLogicalOperators) {
  for (std::size_t row = 0; row < kStateLetters.size(); ++row) {
    const State a = state_of(kStateLetters[row]);
    EXPECT_EQ(letter_of(logical_not(a)), kNot[row]) << kStateLetters[row];
    for (std::size_t column = 0; column < kStateLetters.size(); ++column) {
      const State b = state_of(kStateLetters[column]);
      EXPECT_EQ(letter_of(logical_and(a, b)), kAnd[row][column])
          << kStateLetters[row] << " && " << kStateLetters[column];
      EXPECT_EQ(letter_of(logical_or(a, b)), kOr[row][column]) << kStateLetters[row] << " || " << kStateLetters[column];
    }
  }
}

// T stands for "has a value".
TEST(StateTest, LetsErrorThenNotApplicableWinInStrictOperators) {
  constexpr std::string_view kOperands = "TUEN";
  constexpr std::string_view kStrict[] = {
      "TUEN",  // T
      "UUEN",  // U
      "EEEE",  // E
      "NNEN",  // N
  };
  for (std::size_t row = 0; row < kOperands.size(); ++row) {
    for (std::size_t column = 0; column < kOperands.size(); ++column) {
      EXPECT_EQ(letter_of(strict(state_of(kOperands[row]), state_of(kOperands[column]))), kStrict[row][column])
          << kOperands[row] << " " << kOperands[column];
    }
  }
}

}  // namespace
}  // namespace kijun::cel
