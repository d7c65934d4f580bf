#include "engine/audit/compare/result_state.h"

#include <gtest/gtest.h>

namespace kijun::audit {
namespace {

MaybeState state(char letter) {
  using policy::Severity;
  switch (letter) {
    case 'p':
      return ResultState{Outcome::kPass, Severity::kError, Verdict::kMet};
    case 'n':
      return ResultState{Outcome::kNotApplicable, Severity::kError, Verdict::kNotApplicable};
    case 'u':
      return ResultState{Outcome::kUnknown, Severity::kWarning, Verdict::kUndecided};
    case 'U':
      return ResultState{Outcome::kUnknown, Severity::kError, Verdict::kUndecided};
    case 'o':
      return ResultState{Outcome::kFail, Severity::kNotice, Verdict::kNote};
    case 'w':
      return ResultState{Outcome::kFail, Severity::kWarning, Verdict::kNote};
    case 'e':
      return ResultState{Outcome::kFail, Severity::kError, Verdict::kUnmet};
    case 'x':
      return ResultState{Outcome::kError, Severity::kError, Verdict::kError};
    default:
      return std::nullopt;
  }
}

TEST(ResultStateTest, ClassifiesEveryPairOfStates) {
  struct Case {
    const char* pair;  // before, after; '-' is no rule
    const char* change;
  };
  const Case cases[] = {
      {"-e", "new"},
      {"pe", "new"},
      {"nu", "new"},
      {"-u", "new"},
      {"e-", "resolved"},
      {"ep", "resolved"},
      {"en", "resolved"},
      {"up", "resolved"},
      {"we", "worsened"},
      {"ow", "worsened"},
      {"ue", "worsened"},
      {"uo", "worsened"},
      {"uU", "worsened"},
      {"ex", "worsened"},
      {"ew", "improved"},
      {"wo", "improved"},
      {"Uu", "improved"},
      {"xe", "improved"},
      {"ee", "unchanged"},
      {"uu", "unchanged"},
      {"xx", "unchanged"},
      {"eu", "no_longer_decided"},
      {"ou", "no_longer_decided"},
  };
  for (const Case& each : cases)
    EXPECT_EQ(change_class_id(classify(state(each.pair[0]), state(each.pair[1]))), each.change) << each.pair;
}

TEST(ResultStateTest, ToBeMetByARuleThatIsNotThereIsNoDifference) {
  EXPECT_FALSE(differs(state('-'), state('p')));
  EXPECT_FALSE(differs(state('n'), state('-')));
  EXPECT_FALSE(differs(state('-'), state('-')));
  EXPECT_TRUE(differs(state('-'), state('u')));
  EXPECT_TRUE(differs(state('p'), state('n')));  // another outcome
}

TEST(ResultStateTest, SeverityMattersOnlyOfFindings) {
  MaybeState lenient = state('p');
  lenient->severity = policy::Severity::kNotice;
  EXPECT_FALSE(differs(state('p'), lenient));
  EXPECT_TRUE(differs(state('u'), state('U')));
}

TEST(ResultStateTest, ReadsTheIdsItWrites) {
  for (std::size_t at = 0; at < kNumChangeClasses; ++at)
    EXPECT_EQ(parse_change_class(change_class_id(static_cast<ChangeClass>(at))), static_cast<ChangeClass>(at));
  EXPECT_EQ(parse_change_class("worse"), std::nullopt);
}

}  // namespace
}  // namespace kijun::audit
