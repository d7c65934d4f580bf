#include "engine/audit/requirement/gap.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/decimal.h"

namespace kijun::audit {
namespace {

using cel::FunctionId;
using cel::Value;

Value whole(std::int64_t number) { return Value(number); }
Value day(std::string_view text) { return Value(*Date::parse_iso(text)); }
Value decimal(std::string_view text) { return Value(*Decimal::parse(text)); }

struct GapCase {
  std::string name;
  FunctionId relation;
  Value measured;
  Value required;
  std::string ja;  ///< Empty for no gap.
  std::string en;
  std::string number;
  std::string unit;
};

TEST(GapTest, SaysHowFarAValueIsFromItsBound) {
  const std::vector<GapCase> cases{
      {"too few", FunctionId::kGreaterEqual, whole(0), whole(1), "1不足", "1 short", "1", ""},
      {"as many as are not enough", FunctionId::kGreater, whole(3), whole(3), "1不足", "1 short", "1", ""},
      {"too many", FunctionId::kLessEqual, whole(7), whole(3), "4超過", "4 over", "4", ""},
      {"one too many", FunctionId::kLess, whole(3), whole(3), "1超過", "1 over", "1", ""},
      {"not the number", FunctionId::kEqual, whole(16), whole(15), "1超過", "1 over", "1", ""},
      {"decimals", FunctionId::kGreaterEqual, decimal("0.7"), decimal("1.25"), "0.55不足", "0.55 short", "0.55", ""},
      {"a double beside a decimal", FunctionId::kLessEqual, Value(0.3), Value(0.1), "0.2超過", "0.2 over", "0.2", ""},
      {"a double at an excluded bound", FunctionId::kLess, Value(0.5), Value(0.5), "", "", "", ""},
      {"a year late", FunctionId::kLessEqual, day("2020-03-31"), day("2019-03-31"), "12か月超過", "12 months late",
       "12", "month"},
      {"a month late", FunctionId::kLessEqual, day("2019-04-30"), day("2019-03-31"), "1か月超過", "1 month late", "1",
       "month"},
      {"from one month's end to another's", FunctionId::kLessEqual, day("2019-03-31"), day("2019-02-28"), "1か月超過",
       "1 month late", "1", "month"},
      {"a day late", FunctionId::kLessEqual, day("2019-04-01"), day("2019-03-31"), "1日超過", "1 day late", "1", "day"},
      {"45 days late", FunctionId::kLessEqual, day("2019-05-15"), day("2019-03-31"), "45日超過", "45 days late", "45",
       "day"},
      {"on the excluded day", FunctionId::kLess, day("2019-04-01"), day("2019-04-01"), "1日超過", "1 day late", "1",
       "day"},
      {"a year after the last day that would do", FunctionId::kLess, day("2020-03-31"), day("2019-04-01"), "12か月超過",
       "12 months late", "12", "month"},
      {"too early", FunctionId::kGreaterEqual, day("2019-03-01"), day("2019-03-31"), "30日早い", "30 days early", "30",
       "day"},
      {"no distance from what it must not be", FunctionId::kNotEqual, whole(1), whole(1), "", "", "", ""},
      {"texts", FunctionId::kEqual, Value(std::string("none")), Value(std::string("established")), "", "", "", ""},
      {"a number and a day", FunctionId::kLess, whole(1), day("2019-03-31"), "", "", "", ""},
  };
  for (const GapCase& each : cases) {
    const std::optional<Gap> gap = gap_between(each.relation, each.measured, each.required);
    EXPECT_EQ(gap.has_value(), !each.ja.empty()) << each.name;
    if (!gap) continue;
    EXPECT_EQ(gap->text.ja, each.ja) << each.name;
    EXPECT_EQ(gap->text.en, each.en) << each.name;
    EXPECT_EQ(gap->number, each.number) << each.name;
    EXPECT_EQ(gap->unit, each.unit) << each.name;
  }
}

TEST(GapTest, ANumberHasTheUnitOfItsField) {
  const LocalizedText people{"人", "people"};
  const auto two = gap_between(FunctionId::kGreaterEqual, whole(1), whole(3), people);
  ASSERT_TRUE(two.has_value());
  EXPECT_EQ(two->text.ja, "2人不足");
  EXPECT_EQ(two->text.en, "2 people short");
  EXPECT_EQ(two->number, "2");
  EXPECT_EQ(two->unit, "人");
  const auto one = gap_between(FunctionId::kLessEqual, whole(4), whole(3), people);
  ASSERT_TRUE(one.has_value());
  EXPECT_EQ(one->text.ja, "1人超過");
  EXPECT_EQ(one->text.en, "1 over");
  // Days have their own.
  EXPECT_EQ(gap_between(FunctionId::kLess, day("2019-04-01"), day("2019-04-01"), people)->unit, "day");
}

TEST(GapTest, MeasuresSharesInPoints) {
  const std::optional<Gap> gap = share_gap(3, 5, Value(0.8));
  ASSERT_TRUE(gap);
  EXPECT_EQ(gap->text.ja, "20.0ポイント不足");
  EXPECT_EQ(gap->text.en, "20.0 points short");
  EXPECT_EQ(gap->unit, "point");
  EXPECT_EQ(share_gap(1, 2, Value(0.1))->text.ja, "40.0ポイント超過");
  EXPECT_EQ(share_gap(4, 5, Value(0.8)), std::nullopt);
  EXPECT_EQ(share_gap(0, 0, Value(0.8)), std::nullopt);
}

}  // namespace
}  // namespace kijun::audit
