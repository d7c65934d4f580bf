#include <limits>

#include "tests/unit/exec/exec_fixture.h"

namespace kijun::exec {
namespace {

using cel::Value;
using table::FieldType;
using table::MissingReason;

constexpr std::int64_t kMaxInt = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMinInt = std::numeric_limits<std::int64_t>::min();

/// Arithmetic, strings, dates and questions about missing answers.
class ValueKernelsTest : public RowTest {
 protected:
  void int_rows(std::initializer_list<std::pair<std::int64_t, std::int64_t>> pairs) {
    add_field(field("a", FieldType::kInt));
    add_field(field("b", FieldType::kInt));
    for (const auto& [a, b] : pairs) add_row({answer(Value(a)), answer(Value(b))});
  }
  void text_rows(std::initializer_list<const char*> texts) {
    add_field(field("s", FieldType::kString));
    for (const char* text : texts) add_row({answer(Value(std::string(text)))});
    add_row({kBlankCell});
  }
};

TEST_F(ValueKernelsTest, IntArithmeticErrsWhenTheResultDoesNotFit) {
  int_rows({{7, 2}, {-7, 2}, {kMaxInt, 1}, {kMinInt, -1}, {3, 0}});
  EXPECT_EQ(rows("a + b"), "9 -5 E E 3");
  EXPECT_EQ(rows("a - b"), "5 -9 9223372036854775806 -9223372036854775807 3");
  EXPECT_EQ(rows("a * b"), "14 -14 9223372036854775807 E 0");
  EXPECT_EQ(rows("a / b"), "3 -3 9223372036854775807 E E");
  EXPECT_EQ(rows("a % b"), "1 -1 0 E E");
  EXPECT_EQ(rows("-a"), "-7 7 -9223372036854775807 E -3");
  EXPECT_EQ(num_fallback_nodes(), 0U);
}

TEST_F(ValueKernelsTest, DoubleArithmeticNeverErrs) {
  add_field(field("a", FieldType::kDouble));
  add_field(field("b", FieldType::kDouble));
  add_row({answer(Value(1.5)), answer(Value(0.5))});
  add_row({answer(Value(1.0)), answer(Value(0.0))});
  add_row({answer(Value(1.0)), kBlankCell});
  EXPECT_EQ(rows("a / b > 1e300"), "F T U");
  EXPECT_EQ(rows("a * b + a - b == 1.75"), "T F U");
  EXPECT_EQ(rows("-a < 0.0 && a * 2 == 3.0"), "T F F");
  EXPECT_EQ(num_fallback_nodes(), 0U);
}

TEST_F(ValueKernelsTest, ConvertsIntsToDoubles) {
  int_rows({{1, 4}, {3, 4}});
  EXPECT_EQ(rows("double(a) / double(b) >= 0.75"), "F T");
  EXPECT_EQ(num_fallback_nodes(), 0U);
}

TEST_F(ValueKernelsTest, TestsStringsByCodePoint) {
  text_rows({"平成31年度に設置予定", "設置", ""});
  EXPECT_EQ(rows("s.startsWith(\"平成\")"), "T F F U");
  EXPECT_EQ(rows("s.endsWith(\"予定\")"), "T F F U");
  EXPECT_EQ(rows("s.contains(\"設置\")"), "T T F U");
  EXPECT_EQ(rows("s.contains(\"\")"), "T T T U");
  EXPECT_EQ(rows("s.contains(s)"), "T T T U");
  EXPECT_EQ(rows("size(s)"), "11 2 0 U");
  EXPECT_EQ(rows("s.matches(\"[0-9]+年度\")"), "T F F U");
  EXPECT_EQ(rows("s.matches(\"^設置$\")"), "F T F U");
  EXPECT_EQ(num_fallback_nodes(), 0U);
}

TEST_F(ValueKernelsTest, CallsTheLibraryWithBoxedValuesWhenThereIsNoKernel) {
  text_rows({"ABC", " x "});
  EXPECT_EQ(rows("s.lowerAscii() == \"abc\""), "T F U");
  EXPECT_EQ(num_fallback_nodes(), 1U);
  EXPECT_EQ(rows("s.trim() + \"!\""), "\"ABC!\" \"x!\" U");
  EXPECT_EQ(num_fallback_nodes(), 2U);
  EXPECT_EQ(rows("s.charAt(2) == \"C\" || s.charAt(9) == \"x\""), "T E U");
}

TEST_F(ValueKernelsTest, TestsEnumsAsTexts) {
  add_field(enum_field("e", {"established", "planned"}, false));
  add_row({answer(Value(std::string("established")))});
  add_row({answer(Value(std::string("planned")))});
  add_row({kBlankCell});
  EXPECT_EQ(rows("e.startsWith(\"est\")"), "T F U");
  EXPECT_EQ(rows("e.matches(\"n+ed$\")"), "F T U");
  EXPECT_EQ(rows("size(e)"), "11 7 U");
  EXPECT_EQ(rows("e.contains(e)"), "T T U");
  EXPECT_EQ(num_fallback_nodes(), 0U);
}

TEST_F(ValueKernelsTest, TakesDatesApartAndMovesThem) {
  add_field(field("d", FieldType::kDate));
  add_field(field("n", FieldType::kInt));
  add_row({answer(Value(*Date::from_ymd(2019, 1, 31))), answer(Value(std::int64_t{1}))});
  add_row({answer(Value(*Date::from_ymd(2020, 4, 1))), answer(Value(std::int64_t{-1}))});
  add_row({answer(Value(*Date::from_ymd(9999, 12, 31))), answer(Value(std::int64_t{1}))});
  EXPECT_EQ(rows("d.year()"), "2019 2020 9999");
  EXPECT_EQ(rows("d.month() * 100 + d.day()"), "131 401 1231");
  EXPECT_EQ(rows("fiscal_year(d)"), "2018 2020 9999");
  EXPECT_EQ(rows("d.addMonths(n) == date(\"2019-02-28\")"), "T F E");
  EXPECT_EQ(rows("d.addYears(n).year()"), "2020 2019 E");
  EXPECT_EQ(rows("d.addDays(n) - d"), "1 -1 E");
  EXPECT_EQ(rows("d <= as_of"), "T F F");
  EXPECT_EQ(num_fallback_nodes(), 0U);
}

TEST_F(ValueKernelsTest, AsksWhetherAndWhyAnAnswerIsMissing) {
  add_field(field("a", FieldType::kInt));
  add_row({answer(Value(std::int64_t{1}), "１")});
  add_row({{MissingReason::kUnreadable, {}, "？"}});
  add_row({no_answer(MissingReason::kNotReviewed)});
  add_row({kNotApplicableCell});
  EXPECT_EQ(rows("answered(a)"), "T F F F");
  EXPECT_EQ(rows("missing_reason(a)"), "\"\" \"unreadable\" \"not_reviewed\" \"not_applicable\"");
  EXPECT_EQ(rows("raw(a)"), "\"１\" \"？\" \"\" \"\"");
  EXPECT_EQ(rows("a > 0"), "T U U N");
  EXPECT_EQ(num_fallback_nodes(), 0U);
}

TEST_F(ValueKernelsTest, BindsValuesOnce) {
  int_rows({{7, 2}, {8, 0}});
  EXPECT_EQ(rows("cel.bind(q, a / b, q > 2 && q < 4)"), "T E");
  EXPECT_EQ(rows("cel.bind(q, 1 / (a - a), a > 7)"), "F T");
  EXPECT_EQ(num_fallback_nodes(), 0U);
}

TEST_F(ValueKernelsTest, ListsFallBack) {
  int_rows({{7, 2}, {2, 9}});
  EXPECT_EQ(rows("[a, b].exists(x, x > 8)"), "F T");
  EXPECT_EQ(num_fallback_nodes(), 1U);
}

}  // namespace
}  // namespace kijun::exec
