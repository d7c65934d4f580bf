#include "engine/base/decimal.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <utility>

namespace kijun {
namespace {

std::string text_or_nothing(const std::optional<Decimal>& decimal) { return decimal ? decimal->text() : "nothing"; }

Decimal read(std::string_view text) { return Decimal::parse(text).value(); }

constexpr std::string_view kNines34 = "9999999999999999999999999999999999";

TEST(DecimalTest, ReadsAndWritesNumbersByValue) {
  constexpr std::pair<std::string_view, std::string_view> kCases[] = {
      {"0", "0"},
      {"-0", "0"},
      {"0.00", "0"},
      {"12", "12"},
      {"+12", "12"},
      {"-0.10", "-0.1"},
      {"1.00", "1"},
      {".5", "0.5"},
      {"1e3", "1000"},
      {"1E+3", "1000"},
      {"12.50e-1", "1.25"},
      {"0.000000001", "0.000000001"},
      {"00012.0", "12"},
      {kNines34, kNines34},
      {"99999999999999999999999999999999990000", "99999999999999999999999999999999990000"},
      {"1e40", "10000000000000000000000000000000000000000"},
      {"1e41", "1e+41"},
      {"-1.25e-50", "-1.25e-50"},
      {"9.999999999999999999999999999999999e6144", "9.999999999999999999999999999999999e+6144"},
      {"1e-6176", "1e-6176"},
  };
  for (const auto& [text, expected] : kCases) EXPECT_EQ(text_or_nothing(Decimal::parse(text)), expected) << text;
}

TEST(DecimalTest, RefusesWhatItCannotHoldExactly) {
  for (const char* const text : {"",
                                 "-",
                                 ".",
                                 "1.",
                                 "1e",
                                 "e5",
                                 "1e+",
                                 "1e+-5",
                                 "0x10",
                                 "1,000",
                                 " 1",
                                 "1 ",
                                 "1.2.3",
                                 "NaN",
                                 "Infinity",
                                 "１",
                                 "12345678901234567890123456789012345",
                                 "0.12345678901234567890123456789012345",
                                 "1e6145",
                                 "1e-6177",
                                 "1e99999999999"}) {
    EXPECT_EQ(text_or_nothing(Decimal::parse(text)), "nothing") << text;
  }
}

TEST(DecimalTest, RoundsResultsHalfToEvenAt34Digits) {
  EXPECT_EQ(text_or_nothing(Decimal::sum(read("0.1"), read("0.2"))), "0.3");
  EXPECT_EQ(text_or_nothing(Decimal::difference(read("0.3"), read("0.3"))), "0");
  EXPECT_EQ(text_or_nothing(Decimal::product(read("-1.1"), read("1.1"))), "-1.21");
  EXPECT_EQ(text_or_nothing(Decimal::quotient(read("1"), read("3"))), "0.3333333333333333333333333333333333");
  EXPECT_EQ(text_or_nothing(Decimal::quotient(read("2"), read("3"))), "0.6666666666666666666666666666666667");
  EXPECT_EQ(text_or_nothing(Decimal::quotient(read("1"), read("8"))), "0.125");
  // 10^34 + 0.5 units of the last place: a tie goes to the even digit.
  EXPECT_EQ(text_or_nothing(Decimal::sum(read("1000000000000000000000000000000000"), read("0.5"))),
            "1000000000000000000000000000000000");
  EXPECT_EQ(text_or_nothing(Decimal::sum(read("1000000000000000000000000000000001"), read("0.5"))),
            "1000000000000000000000000000000002");
  EXPECT_EQ(text_or_nothing(Decimal::sum(read("1000000000000000000000000000000000"), read("0.51"))),
            "1000000000000000000000000000000001");
}

TEST(DecimalTest, GivesNothingForOverflowAndQuotientsByZero) {
  const Decimal largest = read("9.999999999999999999999999999999999e6144");
  EXPECT_EQ(text_or_nothing(Decimal::sum(largest, largest)), "nothing");
  EXPECT_EQ(text_or_nothing(Decimal::difference(largest.negated(), largest)), "nothing");
  EXPECT_EQ(text_or_nothing(Decimal::product(largest, read("10"))), "nothing");
  EXPECT_EQ(text_or_nothing(Decimal::quotient(largest, read("0.1"))), "nothing");
  EXPECT_EQ(text_or_nothing(Decimal::quotient(read("1"), read("0"))), "nothing");
  EXPECT_EQ(text_or_nothing(Decimal::quotient(read("0"), read("0.00"))), "nothing");
  EXPECT_EQ(text_or_nothing(Decimal::product(read("1e-6176"), read("0.1"))), "0");
}

TEST(DecimalTest, ComparesByValue) {
  EXPECT_EQ(read("1.0"), read("1.00"));
  EXPECT_EQ(read("-0"), read("0.0"));
  EXPECT_EQ(read("1e3"), read("1000"));
  EXPECT_LT(read("0.1"), read("0.10000000000000000000000000000001"));
  EXPECT_LT(read("-2"), read("-1.5"));
  EXPECT_GT(read("1e6000"), read("1e5999"));
}

TEST(DecimalTest, RoundsToPlaces) {
  struct Case {
    std::string_view text;
    std::int64_t digits;
    std::string_view expected;
  };
  constexpr std::int64_t kMany = std::numeric_limits<std::int64_t>::max();
  constexpr Case kCases[] = {
      {"2.5", 0, "2"},      {"3.5", 0, "4"},      {"-2.5", 0, "-2"},       {"2.51", 0, "3"},
      {"0.125", 2, "0.12"}, {"0.135", 2, "0.14"}, {"99.995", 2, "100"},    {"1234", -2, "1200"},
      {"1250", -2, "1200"}, {"1350", -2, "1400"}, {"49", -2, "0"},         {"51", -2, "100"},
      {"50", -2, "0"},      {"-0.4", 0, "0"},     {"1.5", 40, "1.5"},      {"1.5", kMany, "1.5"},
      {"0", -5, "0"},       {"7", -6111, "0"},    {"7", -6112, "nothing"}, {"7", -kMany, "nothing"},
  };
  for (const Case& row : kCases) {
    EXPECT_EQ(text_or_nothing(read(row.text).rounded(row.digits)), row.expected) << row.text << " " << row.digits;
  }
}

TEST(DecimalTest, ConvertsFromAndToBinaryNumbers) {
  EXPECT_EQ(Decimal::from_int(std::numeric_limits<std::int64_t>::min()).text(), "-9223372036854775808");
  EXPECT_EQ(Decimal::from_uint(std::numeric_limits<std::uint64_t>::max()).text(), "18446744073709551615");
  EXPECT_EQ(text_or_nothing(Decimal::from_double(0.1)), "0.1");
  EXPECT_EQ(text_or_nothing(Decimal::from_double(-1e300)), "-1e+300");
  EXPECT_EQ(text_or_nothing(Decimal::from_double(std::numeric_limits<double>::infinity())), "nothing");
  EXPECT_EQ(text_or_nothing(Decimal::from_double(std::numeric_limits<double>::quiet_NaN())), "nothing");
  EXPECT_EQ(read("-7.9").to_int(), -7);
  EXPECT_EQ(read("9223372036854775807.9").to_int(), std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(read("9223372036854775808").to_int(), std::nullopt);
  EXPECT_EQ(read("9223372036854775808.5").to_uint(), 9223372036854775808U);
  EXPECT_EQ(read("-1").to_uint(), std::nullopt);
  EXPECT_EQ(read("0.1").to_double(), 0.1);
  EXPECT_EQ(read("1e400").to_double(), std::numeric_limits<double>::infinity());
}

TEST(DecimalTest, TakesNumbersApart) {
  const Decimal::Parts parts = read("-1200.50").parts();
  EXPECT_TRUE(parts.negative);
  EXPECT_EQ(parts.digits, "12005");
  EXPECT_EQ(parts.exponent, -1);
  EXPECT_EQ(text_or_nothing(Decimal::from_digits(true, "12005", -1)), "-1200.5");
  EXPECT_EQ(text_or_nothing(Decimal::from_digits(false, "12345678901234567890123456789012345", 0)),
            "12345678901234567890123456789012340");
  EXPECT_EQ(text_or_nothing(Decimal::from_digits(false, "1", 6145)), "nothing");
}

}  // namespace
}  // namespace kijun
