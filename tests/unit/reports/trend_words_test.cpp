#include "reports/model/trend_words.h"

#include <gtest/gtest.h>

namespace kijun::reports {
namespace {

TEST(TrendWordsTest, SayNothingOfAPointThatFollows) {
  EXPECT_TRUE(trend_remark({2018, {}, TrendBreak::kNone, 0}).empty());
}

TEST(TrendWordsTest, NameYearsWithoutAResultAndAnotherDefinition) {
  const LocalizedText remark = trend_remark({2018, {}, TrendBreak::kDefinition, 2});
  EXPECT_EQ(remark.ja, "間の2年度は結果なし。前の年度と定義が異なる。");
  EXPECT_EQ(remark.en, "No result of the 2 years between. Defined in another way than before.");
}

TEST(TrendWordsTest, NameResultsThatHaveNoneOfTheIndicators) {
  audit::ResultTable with;
  with.head.fiscal_year = 2016;
  with.indicators.push_back({"rate", {}, {}, {}});
  audit::ResultTable without;
  without.head.fiscal_year = 2017;
  const std::vector<TrendLine> lines{{"rate", {}, {}}};
  EXPECT_TRUE(years_without_trend({with}, lines).empty());
  EXPECT_EQ(years_without_trend({with, without}, lines).en,
            "The results of FY2017 have none of the indicators of today's rules.");
}

}  // namespace
}  // namespace kijun::reports
