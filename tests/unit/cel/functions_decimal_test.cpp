#include <gtest/gtest.h>

#include "tests/unit/cel/eval_support.h"

namespace kijun::cel {
namespace {

/// `cost` is 0.10, `beds` 3, `rate` 0.5.
class FunctionsDecimalTest : public ProfileEvalTest {
 protected:
  FunctionsDecimalTest() {
    world_.set(self_, "cost", Value(std::string("0.10")));
    world_.set(self_, "beds", Value(std::int64_t{3}));
    world_.set(self_, "rate", Value(0.5));
  }
};

TEST_F(FunctionsDecimalTest, ReadsLiteralsBesideADecimalAsWritten) {
  constexpr EvalCase kCases[] = {
      {"cost", "decimal(0.1)"},
      {"cost == 0.1", "true"},
      {"cost == 0.10", "true"},
      {"0.1 >= cost", "true"},
      {"cost > 0", "true"},
      {"cost >= 1e-1", "true"},
      {"cost > -0.1", "true"},
      {"cost == - 0.1", "false"},
      {"cost + 0.2 == 0.3", "true"},
      {"cost + 0.2", "decimal(0.3)"},
      {"cost in [0.1, 1]", "true"},
      {"cost in [1, 2]", "false"},
      {"[cost, 1, 0.25]", "[decimal(0.1), decimal(1), decimal(0.25)]"},
      {"flag_t ? cost : 0.5", "decimal(0.1)"},
      {"cost == 0.1000000000000000000000000000000001", "false"},
      {"cost + 0.0000000000000000000000000000000001", "decimal(0.1000000000000000000000000000000001)"},
      {"math.greatest(cost, 0.3, 0)", "decimal(0.3)"},
      {"math.least(cost, 0.3)", "decimal(0.1)"},
      {"cost + 0x10", "decimal(16.1)"},
  };
  for (const EvalCase& row : kCases) EXPECT_EQ(eval(row.text), row.expected) << row.text;
}

TEST_F(FunctionsDecimalTest, Calculates) {
  constexpr EvalCase kCases[] = {
      {"cost * 3", "decimal(0.3)"},
      {"1 / cost", "decimal(10)"},
      {"cost / 3", "decimal(0.03333333333333333333333333333333333)"},
      {"decimal(2) / 3", "decimal(0.6666666666666666666666666666666667)"},
      {"-cost - cost", "decimal(-0.2)"},
      {"cost - cost", "decimal(0)"},
      {"cost / 0", "error(division_by_zero)"},
      {"cost / (cost - 0.1)", "error(division_by_zero)"},
      {"decimal('9e6144') + decimal('9e6144') * decimal(beds - 2)", "error(overflow)"},
      {"decimal('9e6144') * decimal(beds)", "error(overflow)"},
      {"math.abs(cost - 1)", "decimal(0.9)"},
      {"math.sign(cost - 1)", "decimal(-1)"},
      {"math.sign(cost - 0.1)", "decimal(0)"},
  };
  for (const EvalCase& row : kCases) EXPECT_EQ(eval(row.text), row.expected) << row.text;
}

TEST_F(FunctionsDecimalTest, ConvertsBothWays) {
  constexpr EvalCase kCases[] = {
      {"decimal('0.10') == cost", "true"},
      {"decimal(cost)", "decimal(0.1)"},
      {"decimal(beds)", "decimal(3)"},
      {"decimal(beds) / 2", "decimal(1.5)"},
      {"decimal(uint(beds))", "decimal(3)"},
      {"decimal(rate)", "decimal(0.5)"},
      {"decimal(0.1 + 0.2)", "decimal(0.30000000000000004)"},
      {"decimal(raw(note))", "error(invalid_conversion)"},
      {"decimal(rate / 0.0)", "error(invalid_conversion)"},
      {"string(cost)", "\"0.1\""},
      {"string(decimal('1.00')) + '円'", "\"1円\""},
      {"string(decimal('1e40') * 10)", "\"1e+41\""},
      {"int(decimal('-2.9'))", "-2"},
      {"int(decimal('9223372036854775805') + decimal(beds))", "error(range)"},
      {"uint(decimal('2.9'))", "2u"},
      {"uint(decimal(beds) - 4)", "error(range)"},
      {"double(cost)", "0.1"},
      {"double(decimal('1e400') * decimal(beds))", "error(range)"},
      {"type(cost) == type(decimal(1))", "true"},
      {"'%s %d'.format([cost, cost])", "\"0.1 0.1\""},
  };
  for (const EvalCase& row : kCases) EXPECT_EQ(eval(row.text), row.expected) << row.text;
}

TEST_F(FunctionsDecimalTest, RoundsHalfToEven) {
  constexpr EvalCase kCases[] = {
      {"round(decimal('2.5'), 0)", "decimal(2)"},
      {"round(decimal('3.5'), 0)", "decimal(4)"},
      {"round(decimal('-0.125'), 2)", "decimal(-0.12)"},
      {"round(decimal('0.135'), 2)", "decimal(0.14)"},
      {"round(decimal(1250), -2)", "decimal(1200)"},
      {"round(cost, 9223372036854775807)", "decimal(0.1)"},
      {"round(cost, -9223372036854775807)", "error(range)"},
      // A double is rounded as the number it prints as.
      {"round(2.675, 2)", "2.68"},
      {"round(rate, 0)", "0.0"},
      {"round(rate * 3, 0)", "2.0"},
      {"round(rate / 0.0, 2)", "Infinity"},
      {"round(2, 1)", "2.0"},
      {"round(flag_u ? 0.1 : 0.2, 1)", "unknown(flag_u@000001:blank)"},
  };
  for (const EvalCase& row : kCases) EXPECT_EQ(eval(row.text), row.expected) << row.text;
}

TEST_F(FunctionsDecimalTest, IsUnknownWithItsAnswer) {
  const RecordRef other = world_.add("000002");
  EXPECT_EQ(eval("cost + 1", other), "unknown(cost@000002:blank)");
  EXPECT_EQ(eval("cost > 1 || zero == 0", other), "unknown(zero@000002:blank cost@000002:blank)");
  EXPECT_EQ(eval("answered(cost) ? string(cost) : missing_reason(cost)", other), "\"blank\"");
  // Digits that a reader let through, though a decimal cannot hold them.
  world_.set(other, "cost", Value(std::string("12345678901234567890123456789012345")));
  EXPECT_EQ(eval("cost > 1", other), "error(invalid_conversion)");
}

TEST_F(FunctionsDecimalTest, ComesThroughHistoryAsOptional) {
  const RecordRef before = world_.add("000001", "town", table::kRecordSpace, 1);
  world_.set(before, "cost", Value(std::string("0.25")));
  world_.set_earlier(self_, 1, 2017, Value(before));
  EXPECT_EQ(eval("previous.cost - cost"), "decimal(0.15)");
  EXPECT_EQ(eval("history[?0].cost.orValue(0)"), "decimal(0.25)");
  EXPECT_EQ(eval("history[?1].cost.orValue(0)"), "decimal(0)");
}

TEST_F(FunctionsDecimalTest, IsOnlyEqualToDecimals) {
  EXPECT_EQ(eval("dyn(decimal(1)) == dyn(1)"), "false");
  EXPECT_EQ(eval("dyn(decimal(beds)) < dyn(1)"), "error(no_such_overload)");
}

}  // namespace
}  // namespace kijun::cel
