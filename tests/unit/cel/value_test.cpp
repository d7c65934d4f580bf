#include "engine/cel/value.h"

#include <gtest/gtest.h>

#include <limits>

#include "engine/cel/compare.h"
#include "engine/cel/value_text.h"

namespace kijun::cel {
namespace {

Value integer(std::int64_t number) { return Value(number); }
Value natural(std::uint64_t number) { return Value(number); }
Value text(const char* characters) { return Value(std::string(characters)); }

TEST(ValueTest, ComparesNumbersAcrossTypes) {
  EXPECT_TRUE(equals(integer(1), natural(1)));
  EXPECT_TRUE(equals(integer(1), Value(1.0)));
  EXPECT_FALSE(equals(integer(-1), natural(std::numeric_limits<std::uint64_t>::max())));
  EXPECT_FALSE(equals(integer(1), Value(true)));
  EXPECT_FALSE(equals(integer(1), text("1")));
  EXPECT_EQ(compare(integer(-1), natural(0)), std::partial_ordering::less);
  EXPECT_EQ(compare(natural(3), Value(2.5)), std::partial_ordering::greater);
}

TEST(ValueTest, RoundsIntegersNearTwoTo63AsTheSuiteDemands) {
  const Value largest = integer(std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(compare(largest, Value(9223372036854775808.0)), std::partial_ordering::equivalent);
  EXPECT_EQ(compare(largest, Value(9223372036854777856.0)), std::partial_ordering::less);
}

TEST(ValueTest, KeepsNanUnequalAndUnordered) {
  const Value nan(std::numeric_limits<double>::quiet_NaN());
  EXPECT_FALSE(equals(nan, nan));
  EXPECT_EQ(compare(nan, integer(1)), std::partial_ordering::unordered);
  EXPECT_FALSE(equals(Value::list({nan}), Value::list({nan})));
}

TEST(ValueTest, ComparesContainersByElementWhateverTheOrderOfKeys) {
  const Value a = Value::map({{text("x"), integer(1)}, {text("y"), integer(2)}});
  const Value b = Value::map({{text("y"), Value(2.0)}, {text("x"), natural(1)}});
  EXPECT_TRUE(equals(a, b));
  EXPECT_FALSE(equals(a, Value::map({{text("x"), integer(1)}})));
  EXPECT_TRUE(equals(Value::list({integer(1), Value()}), Value::list({natural(1), Value()})));
  EXPECT_FALSE(equals(Value::list({integer(1)}), Value::list({integer(1), integer(1)})));
}

TEST(ValueTest, OrdersNoContainersAndNoMixedTypes) {
  EXPECT_EQ(compare(Value::list({}), Value::list({})), std::nullopt);
  EXPECT_EQ(compare(Value(), Value()), std::nullopt);
  EXPECT_EQ(compare(integer(1), text("1")), std::nullopt);
  EXPECT_EQ(compare(text("Ａ"), text("あ")), std::partial_ordering::greater);
  EXPECT_EQ(compare(Value(false), Value(true)), std::partial_ordering::less);
}

TEST(ValueTest, TellsStatesFromValues) {
  const Cause cause{{}, table::MissingReason::kBlank};
  EXPECT_EQ(Value::missing(cause).state(), State::kUnknown);
  EXPECT_EQ(Value::missing({{}, table::MissingReason::kNewSubject}).state(), State::kNotApplicable);
  EXPECT_FALSE(Value::missing(cause).has_value());
  EXPECT_FALSE(Value::error("overflow", "").has_value());
  EXPECT_TRUE(Value().has_value());
  EXPECT_EQ(integer(1).state(), State::kError);
  EXPECT_EQ(Value(true).state(), State::kTrue);
}

TEST(ValueTest, WritesDoublesAsTheyReadBack) {
  EXPECT_EQ(double_text(0.1), "0.1");
  EXPECT_EQ(double_text(-0.0045), "-0.0045");
  EXPECT_EQ(double_text(1.0), "1");
  EXPECT_EQ(double_text(-0.0), "-0");
  EXPECT_EQ(double_text(100000.0), "100000");
  EXPECT_EQ(double_text(1e21), "1e+21");
  EXPECT_EQ(double_text(0.00001), "1e-05");
  EXPECT_EQ(double_text(-std::numeric_limits<double>::infinity()), "-Infinity");
}

TEST(ValueTest, WritesValuesAndStatesForMessages) {
  EXPECT_EQ(debug_text(Value::list({integer(1), natural(2), Value(3.0), text("a\"b\n"), Value()})),
            "[1, 2u, 3.0, \"a\\\"b\\n\", null]");
  EXPECT_EQ(debug_text(Value::map({{text("k"), Value(Optional{})}})), "{\"k\": optional.none()}");
  EXPECT_EQ(debug_text(Value(*Date::from_ymd(2019, 3, 31))), "date(2019-03-31)");
  EXPECT_EQ(debug_text(Value(Duration{-1'500'000'000})), "duration(-1.5s)");
  EXPECT_EQ(debug_text(Value::unknown({{{1, {0, 3}}, false, 2}, table::MissingReason::kBlank})),
            "unknown(survey 1 subject 0:3 field 2 blank)");
  EXPECT_EQ(debug_text(Value::error("overflow", "too large")), "error(overflow: too large)");
}

}  // namespace
}  // namespace kijun::cel
