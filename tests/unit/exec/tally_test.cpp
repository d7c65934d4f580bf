#include "engine/exec/tally.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace kijun::exec {
namespace {

using cel::State;

constexpr std::string_view kLetters = "FTUEN";  // in the order of State

Tally tally_of(std::string_view states) {
  Tally tally;
  for (const char letter : states) tally.add(static_cast<State>(kLetters.find(letter)));
  return tally;
}

/// The states of one result for tables of members, one letter each.
std::string letters(FoldResult result, std::initializer_list<const char*> members) {
  std::string text;
  for (const char* states : members) text += kLetters[static_cast<std::size_t>(tally_of(states).state(result))];
  return text;
}

TEST(TallyTest, QuantifiersFollowTheTruthTableOfTheirMembers) {
  const std::initializer_list<const char*> members{"", "T", "F", "TTU", "TFU", "TUEN", "TEN", "TN", "FFN", "TTTT"};
  EXPECT_EQ(letters(FoldResult::kAll, members), "TTFUFNNNFT");
  EXPECT_EQ(letters(FoldResult::kExists, members), "FTFTTTTTNT");
}

TEST(TallyTest, ExistsOneIsStrictInItsMembers) {
  EXPECT_EQ(letters(FoldResult::kExistsOne, {"", "T", "TT", "TFF", "TTU", "TUE", "UN", "TFN", "EN"}), "FTFTUENNE");
}

TEST(TallyTest, CountsAreUndecidedByUnknownsAndBoundsAreNot) {
  const std::initializer_list<const char*> members{"", "T", "TU", "TUN", "TUE", "NE"};
  EXPECT_EQ(letters(FoldResult::kCount, members), "TTUNEE");
  EXPECT_EQ(letters(FoldResult::kLow, members), "TTTNEE");
  EXPECT_EQ(letters(FoldResult::kHigh, members), "TTTNEE");
  EXPECT_EQ(letters(FoldResult::kSize, members), "TTTTTT");
}

TEST(TallyTest, AggregatesOverNothingAreUnknownButSumsAndCounts) {
  EXPECT_EQ(letters(FoldResult::kSum, {"", "T", "TU", "N"}), "TTUN");
  EXPECT_EQ(letters(FoldResult::kDistinct, {"", "T", "TU", "N"}), "TTUN");
  EXPECT_EQ(letters(FoldResult::kAverage, {"", "T", "TU", "N"}), "UTUN");
  EXPECT_EQ(letters(FoldResult::kMin, {"", "T", "TU", "N"}), "UTUN");
  EXPECT_EQ(letters(FoldResult::kShare, {"", "F", "TU", "N"}), "UTUN");
  EXPECT_EQ(letters(FoldResult::kShareSize, {"", "F", "TU", "N"}), "UTTT");
}

TEST(TallyTest, WritesBoundsAndShares) {
  const Tally tally = tally_of("TTFUU");
  Vector out;
  out.make_ints(1);
  EXPECT_EQ(tally.write(FoldResult::kLow, 0, out), State::kTrue);
  EXPECT_EQ(out.ints[0], 2);
  EXPECT_EQ(tally.write(FoldResult::kHigh, 0, out), State::kTrue);
  EXPECT_EQ(out.ints[0], 4);
  out.make_doubles(1);
  EXPECT_EQ(tally_of("TTFF").write(FoldResult::kShare, 0, out), State::kTrue);
  EXPECT_EQ(out.doubles[0], 0.5);
}

TEST(TallyTest, MergesAsIfMembersHadComeTogether) {
  Tally merged = tally_of("TF");
  merged.merge(tally_of("UN"));
  EXPECT_EQ(merged.size(), 4U);
  EXPECT_EQ(merged.state(FoldResult::kAll), State::kFalse);
  EXPECT_EQ(merged.state(FoldResult::kExistsOne), State::kNotApplicable);
}

}  // namespace
}  // namespace kijun::exec
