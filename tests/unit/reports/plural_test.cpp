#include "reports/words/plural.h"

#include <gtest/gtest.h>

namespace kijun::reports {
namespace {

TEST(PluralTest, FollowsTheEndOfTheNoun) {
  EXPECT_EQ(plural("shelter"), "shelters");
  EXPECT_EQ(plural("municipality"), "municipalities");
  EXPECT_EQ(plural("survey"), "surveys");
  EXPECT_EQ(plural("branch"), "branches");
  EXPECT_EQ(plural("bus"), "buses");
  EXPECT_EQ(plural("box"), "boxes");
}

TEST(PluralTest, CountsOneInTheSingular) {
  EXPECT_EQ(counted(0, "finding"), "0 findings");
  EXPECT_EQ(counted(1, "finding"), "1 finding");
  EXPECT_EQ(counted(2, "reply"), "2 replies");
}

}  // namespace
}  // namespace kijun::reports
