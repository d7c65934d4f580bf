#include "engine/exec/state_planes.h"

#include <gtest/gtest.h>

#include <array>

namespace kijun::exec {
namespace {

using cel::State;

constexpr std::array kStates{State::kFalse, State::kTrue, State::kUnknown, State::kError, State::kNotApplicable};

State pattern(std::size_t i) { return kStates[(i * i + i / 3) % kStates.size()]; }

StatePlanes make(std::size_t size) {
  StatePlanes planes(size);
  for (std::size_t i = 0; i < size; ++i) planes.set(i, pattern(i));
  return planes;
}

TEST(StatePlanesTest, GivesBackEveryStateWhenSetOneByOne) {
  const StatePlanes planes = make(131);
  for (std::size_t i = 0; i < 131; ++i) EXPECT_EQ(planes.get(i), pattern(i)) << i;
}

TEST(StatePlanesTest, CountsEveryStateOnceWhenSizeIsNoMultipleOfAWord) {
  StatePlanes planes(67);
  planes.set(0, State::kTrue);
  planes.set(63, State::kUnknown);
  planes.set(64, State::kError);
  planes.set(66, State::kNotApplicable);
  EXPECT_EQ(planes.count(State::kTrue), 1U);
  EXPECT_EQ(planes.count(State::kUnknown), 1U);
  EXPECT_EQ(planes.count(State::kError), 1U);
  EXPECT_EQ(planes.count(State::kNotApplicable), 1U);
  EXPECT_EQ(planes.count(State::kFalse), 63U);
}

TEST(StatePlanesTest, WritesAndReadsPartsWhenTheyBeginInsideWords) {
  const StatePlanes part = make(70);
  for (const std::size_t first : {0U, 1U, 2U, 63U, 64U, 65U, 127U}) {
    StatePlanes whole;
    whole.fill(200, State::kUnknown);
    whole.write(first, part);
    for (std::size_t i = 0; i < 200; ++i) {
      const State expected = i >= first && i < first + 70 ? pattern(i - first) : State::kUnknown;
      ASSERT_EQ(whole.get(i), expected) << "part at " << first << ", subject " << i;
    }
    StatePlanes back;
    back.read(whole, first, 70);
    for (std::size_t i = 0; i < 70; ++i) ASSERT_EQ(back.get(i), pattern(i)) << "part at " << first << ", subject " << i;
  }
}

TEST(StatePlanesTest, HasPlanesOnlyWhenSomethingIsInThem) {
  StatePlanes planes(10);
  EXPECT_FALSE(planes.has_undecided());
  planes.set(3, State::kUnknown);
  EXPECT_TRUE(planes.has_undecided());
  EXPECT_FALSE(planes.has(StatePlanes::kTruePlane));
  EXPECT_FALSE(planes.has(StatePlanes::kErrorPlane));
  EXPECT_FALSE(planes.has(StatePlanes::kNotApplicablePlane));
  planes.set(4, State::kError);
  EXPECT_TRUE(planes.has(StatePlanes::kErrorPlane));
  EXPECT_FALSE(planes.has(StatePlanes::kNotApplicablePlane));
}

TEST(StatePlanesTest, DropsBitsBeyondItsSizeWhenWordsAreSet) {
  StatePlanes planes(5);
  planes.set_words(0, ~StatePlanes::Word{0}, 0, 0, 0);
  EXPECT_EQ(planes.true_word(0), 0x1FU);
  EXPECT_EQ(planes.false_word(0), 0U);
}

TEST(StatePlanesTest, ForgetsRarePlanesWhenReset) {
  StatePlanes planes(3);
  planes.set(1, State::kError);
  planes.reset(3);
  EXPECT_FALSE(planes.has(StatePlanes::kErrorPlane));
  planes.set(0, State::kError);
  EXPECT_EQ(planes.get(1), State::kFalse);
}

}  // namespace
}  // namespace kijun::exec
