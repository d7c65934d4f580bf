#include "engine/base/date.h"

#include <gtest/gtest.h>

#include <limits>

namespace kijun {
namespace {

std::string iso_or_nothing(const std::optional<Date>& date) { return date ? date->iso() : "nothing"; }

TEST(DateTest, AcceptsOnlyDaysThatExist) {
  struct Case {
    int year;
    unsigned month;
    unsigned day;
    std::string expected;
  };
  const Case cases[] = {
      {2019, 2, 28, "2019-02-28"}, {2019, 2, 29, "nothing"},     {2020, 2, 29, "2020-02-29"}, {1900, 2, 29, "nothing"},
      {2000, 2, 29, "2000-02-29"}, {2019, 4, 31, "nothing"},     {2019, 0, 1, "nothing"},     {2019, 13, 1, "nothing"},
      {2019, 1, 0, "nothing"},     {2019, 257, 1, "nothing"},    {2019, 1, 257, "nothing"},   {1, 1, 1, "0001-01-01"},
      {0, 12, 31, "nothing"},      {9999, 12, 31, "9999-12-31"}, {10000, 1, 1, "nothing"},    {-1, 1, 1, "nothing"},
  };
  for (const Case& item : cases) {
    EXPECT_EQ(iso_or_nothing(Date::from_ymd(item.year, item.month, item.day)), item.expected);
  }
}

TEST(DateTest, CountsDaysFromTheEpoch) {
  EXPECT_EQ(Date::from_ymd(1970, 1, 1)->days(), 0);
  EXPECT_EQ(Date::from_ymd(1969, 12, 31)->days(), -1);
  EXPECT_EQ(Date::from_ymd(2000, 3, 1)->days(), 11017);
  EXPECT_EQ(iso_or_nothing(Date::from_days(11016)), "2000-02-29");
  EXPECT_EQ(iso_or_nothing(Date::from_days(-719162)), "0001-01-01");
  EXPECT_EQ(iso_or_nothing(Date::from_days(-719163)), "nothing");
  EXPECT_EQ(iso_or_nothing(Date::from_days(2932896)), "9999-12-31");
  EXPECT_EQ(iso_or_nothing(Date::from_days(2932897)), "nothing");
  EXPECT_EQ(iso_or_nothing(Date::from_days(std::numeric_limits<std::int64_t>::min())), "nothing");
}

TEST(DateTest, ParsesOnlyTheFullIsoForm) {
  EXPECT_EQ(iso_or_nothing(Date::parse_iso("2019-03-31")), "2019-03-31");
  for (const std::string_view text : {"", "2019-3-31", "2019/03/31", "2019-03-31 ", "2019-03-3x", "+019-03-31",
                                      "2019-02-30", "0000-01-01", "20190331"}) {
    EXPECT_EQ(Date::parse_iso(text), std::nullopt) << text;
  }
}

TEST(DateTest, KnowsFiscalYears) {
  EXPECT_EQ(Date::parse_iso("2019-03-31")->fiscal_year(), 2018);
  EXPECT_EQ(Date::parse_iso("2019-04-01")->fiscal_year(), 2019);
  EXPECT_EQ(iso_or_nothing(Date::fiscal_year_end(2018)), "2019-03-31");
  EXPECT_EQ(iso_or_nothing(Date::fiscal_year_end(9998)), "9999-03-31");
  EXPECT_EQ(Date::fiscal_year_end(9999), std::nullopt);
  EXPECT_EQ(Date::fiscal_year_end(-1), std::nullopt);
  EXPECT_EQ(Date::fiscal_year_end(std::numeric_limits<int>::max()), std::nullopt);
}

TEST(DateTest, AddsMonthsClampedToTheMonthsEnd) {
  struct Case {
    std::string from;
    std::int64_t months;
    std::string expected;
  };
  const Case cases[] = {
      {"2019-01-31", 1, "2019-02-28"},
      {"2020-01-31", 1, "2020-02-29"},
      {"2019-12-15", 1, "2020-01-15"},
      {"2019-03-31", -1, "2019-02-28"},
      {"2019-01-31", -12, "2018-01-31"},
      {"2020-02-29", 12, "2021-02-28"},
      {"2019-05-01", 0, "2019-05-01"},
      {"9999-12-01", 1, "nothing"},
      {"0001-01-01", -1, "nothing"},
      {"2019-05-01", std::numeric_limits<std::int64_t>::max(), "nothing"},
      {"2019-05-01", std::numeric_limits<std::int64_t>::min(), "nothing"},
  };
  for (const Case& item : cases) {
    EXPECT_EQ(iso_or_nothing(Date::parse_iso(item.from)->add_months(item.months)), item.expected) << item.from;
  }
}

}  // namespace
}  // namespace kijun
