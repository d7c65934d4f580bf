#include <gtest/gtest.h>

#include "tests/unit/cel/eval_support.h"

namespace kijun::cel {
namespace {

class FunctionsDateTest : public ProfileEvalTest {};

TEST_F(FunctionsDateTest, CalculatesWithDays) {
  constexpr EvalCase kCases[] = {
      {"date('2019-03-31')", "date(2019-03-31)"},
      {"date(2020, 2, 29)", "date(2020-02-29)"},
      {"date(2019, zero + 2, 29)", "error(invalid_date)"},
      {"date(2019, zero, 1)", "error(invalid_date)"},
      {"date('2019-03-31').addDays(1)", "date(2019-04-01)"},
      {"date('2020-01-31').addMonths(1)", "date(2020-02-29)"},
      {"date('2019-03-31').addMonths(-1)", "date(2019-02-28)"},
      {"date('2020-02-29').addYears(1)", "date(2021-02-28)"},
      {"date('9999-12-31').addDays(zero + 1)", "error(range)"},
      {"date('2019-03-31').addDays(zero + 9223372036854775807)", "error(range)"},
      {"date('2019-03-31').addYears(zero + 9223372036854775807)", "error(range)"},
      {"date('2020-03-01') - date('2020-02-28')", "2"},
      {"date('2019-03-31') < as_of.addDays(1)", "true"},
  };
  for (const EvalCase& row : kCases) EXPECT_EQ(eval(row.text), row.expected) << row.text;
}

TEST_F(FunctionsDateTest, ReadsPartsFromOne) {
  world_.set(self_, "planned_date", Value(*Date::from_ymd(2020, 3, 31)));
  EXPECT_EQ(eval("[planned_date.year(), planned_date.month(), planned_date.day()]"), "[2020, 3, 31]");
  EXPECT_EQ(eval("[fiscal_year(planned_date), fiscal_year(planned_date.addDays(1))]"), "[2019, 2020]");
  EXPECT_EQ(eval("string(planned_date)"), "\"2020-03-31\"");
  EXPECT_EQ(eval("nfkc('Ｒ２．㈱')"), "\"R2.(株)\"");
}

TEST_F(FunctionsDateTest, ReadsDaysInErasAndFullWidth) {
  constexpr EvalCase kCases[] = {
      {"date('平成31年3月31日')", "date(2019-03-31)"},
      {"date('令和元年5月1日')", "date(2019-05-01)"},
      {"date('R6.4.1')", "date(2024-04-01)"},
      {"date('Ｈ３１．４．３０')", "date(2019-04-30)"},
      {"date('昭和64年1月7日')", "date(1989-01-07)"},
      {"date('明治6年1月1日')", "date(1873-01-01)"},
      {"date('2019年3月31日')", "date(2019-03-31)"},
      {"date('2019/3/31')", "date(2019-03-31)"},
      // Not a day, or a day that no era names so.
      {"date(note + '平成31年度')", "error(invalid_date)"},
      {"date(note + '平成31年3月')", "error(invalid_date)"},
      {"date(note + '平成32年4月1日')", "error(invalid_date)"},
      {"date(note + '令和元年4月30日')", "error(invalid_date)"},
      {"date(note + '昭和64年1月8日')", "error(invalid_date)"},
      {"date(note + '明治5年12月2日')", "error(invalid_date)"},
      {"date(note + '平成31年2月29日')", "error(invalid_date)"},
  };
  world_.set(self_, "note", Value(std::string()));
  for (const EvalCase& row : kCases) EXPECT_EQ(eval(row.text), row.expected) << row.text;
}

TEST_F(FunctionsDateTest, WritesDaysInEras) {
  constexpr EvalCase kCases[] = {
      {"date('2019-04-30').formatEra()", "\"平成31年4月30日\""},
      {"date('2019-05-01').formatEra()", "\"令和元年5月1日\""},
      {"date('2020-01-01').formatEra()", "\"令和2年1月1日\""},
      {"date('1989-01-07').era()", "\"昭和\""},
      {"date('1989-01-08').era()", "\"平成\""},
      {"date('1989-01-07').eraYear()", "64"},
      {"date('1989-01-08').eraYear()", "1"},
      {"date('1926-12-24').eraYear()", "15"},
      {"date('1912-07-30').era()", "\"大正\""},
      {"date('1873-01-01').formatEra()", "\"明治6年1月1日\""},
      {"date('1872-12-31').addDays(zero).era()", "error(range)"},
      {"date('1872-12-31').addDays(zero).eraYear()", "error(range)"},
      {"date('1872-12-31').addDays(zero).formatEra()", "error(range)"},
      {"planned_date.era()", "unknown(planned_date@000001:blank)"},
  };
  for (const EvalCase& row : kCases) EXPECT_EQ(eval(row.text), row.expected) << row.text;
}

}  // namespace
}  // namespace kijun::cel
