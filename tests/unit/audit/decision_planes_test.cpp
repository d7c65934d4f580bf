#include "engine/audit/decision_planes.h"

#include <gtest/gtest.h>

#include <array>

namespace kijun::audit {
namespace {

using cel::State;

constexpr std::array kStates{State::kTrue, State::kFalse, State::kUnknown, State::kError, State::kNotApplicable};

void put(StateWord& word, State state, BitPlane::Word bit) {
  switch (state) {
    case State::kTrue:
      word.is_true |= bit;
      break;
    case State::kFalse:
      word.is_false |= bit;
      break;
    case State::kUnknown:
      word.unknown |= bit;
      break;
    case State::kError:
      word.error |= bit;
      break;
    case State::kNotApplicable:
      word.not_applicable |= bit;
      break;
  }
}

/// Every combination of three states, 64 to a word, decided at once and stored.
TEST(DecisionPlanesTest, DecidesEveryCombinationAsOneByOne) {
  struct Row {
    State when, judgeable, require;
  };
  std::vector<Row> rows;
  for (const State when : kStates)
    for (const State judgeable : kStates)
      for (const State require : kStates) rows.push_back({when, judgeable, require});
  ASSERT_EQ(rows.size(), 125U);
  DecisionPlanes planes(rows.size());
  for (std::size_t at = 0; at < planes.num_words(); ++at) {
    StateWord when;
    StateWord judgeable;
    StateWord require;
    for (std::size_t bit = 0; bit < 64 && at * 64 + bit < rows.size(); ++bit) {
      const Row& row = rows[at * 64 + bit];
      put(when, row.when, BitPlane::Word{1} << bit);
      put(judgeable, row.judgeable, BitPlane::Word{1} << bit);
      put(require, row.require, BitPlane::Word{1} << bit);
    }
    planes.set_word(at, decide_word(when, judgeable, require));
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Decision expected = decide(rows[i].when, rows[i].judgeable, rows[i].require);
    EXPECT_EQ(planes.get(i), expected) << i;
    EXPECT_EQ((planes.word(expected, i / 64) >> (i % 64)) & 1U, 1U) << i;
    EXPECT_GT(planes.counts()[DecisionPlanes::pattern_of(expected)], 0U) << i;
  }
}

TEST(DecisionPlanesTest, SubjectsThatAreNotAskedHaveNoDecision) {
  DecisionPlanes planes(64);
  planes.set_word(0, decide_word({0b01, 0, 0, 0, 0}, {0b01, 0, 0, 0, 0}, {0b11, 0, 0, 0, 0}));
  EXPECT_EQ(planes.word({Outcome::kPass, Undecided::kNone}, 0), 0b01U);
  for (const Outcome outcome : {Outcome::kFail, Outcome::kNotApplicable, Outcome::kError})
    EXPECT_EQ(planes.counts()[DecisionPlanes::pattern_of({outcome, Undecided::kNone})], 0U);
  for (const Undecided undecided : {Undecided::kApplicability, Undecided::kRequirement, Undecided::kNotJudgeable})
    EXPECT_EQ(planes.counts()[DecisionPlanes::pattern_of({Outcome::kUnknown, undecided})], 0U);
  EXPECT_EQ(planes.counts().front(), 1U);
  EXPECT_EQ(planes.counts().back(), 63U);
}

}  // namespace
}  // namespace kijun::audit
