#include <gtest/gtest.h>

#include "tests/unit/cel/eval_support.h"

namespace kijun::cel {
namespace {

class FunctionsDateTest : public ProfileEvalTest {};

struct Case {
  const char* text;
  const char* expected;
};

TEST_F(FunctionsDateTest, CalculatesWithDays) {
  constexpr Case kCases[] = {
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
  for (const Case& row : kCases) EXPECT_EQ(eval(row.text), row.expected) << row.text;
}

TEST_F(FunctionsDateTest, ReadsPartsFromOne) {
  world_.set(self_, "planned_date", Value(*Date::from_ymd(2020, 3, 31)));
  EXPECT_EQ(eval("[planned_date.year(), planned_date.month(), planned_date.day()]"), "[2020, 3, 31]");
  EXPECT_EQ(eval("[fiscal_year(planned_date), fiscal_year(planned_date.addDays(1))]"), "[2019, 2020]");
  EXPECT_EQ(eval("string(planned_date)"), "\"2020-03-31\"");
  EXPECT_EQ(eval("nfkc('Ｒ２．㈱')"), "\"R2.(株)\"");
}

}  // namespace
}  // namespace kijun::cel
