#include "reports/model/standing_words.h"

#include <gtest/gtest.h>

namespace kijun::reports {
namespace {

TEST(StandingWordsTest, AreThoseOfTheVerdictsAndNothingForTheClear) {
  EXPECT_EQ(standing_word(Standing::kUnmet).ja, "目標未達");
  EXPECT_EQ(standing_mark(Standing::kUnmet).ja, "未");
  EXPECT_EQ(standing_mark(Standing::kDraftOnly).ja, "案");
  EXPECT_EQ(standing_word(Standing::kClear).en, "nothing found");
  EXPECT_EQ(standing_mark(Standing::kClear).ja, "");
}

}  // namespace
}  // namespace kijun::reports
