#include "engine/cel/exact_sum.h"

#include <gtest/gtest.h>

#include <cmath>
#include <initializer_list>
#include <limits>

namespace kijun::cel {
namespace {

double sum_of(std::initializer_list<double> numbers) {
  ExactSum sum;
  for (const double number : numbers) sum.add(number);
  return sum.value();
}

constexpr double kMax = std::numeric_limits<double>::max();
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kSmallest = std::numeric_limits<double>::denorm_min();

TEST(ExactSumTest, RoundsTheExactSumOnce) {
  EXPECT_EQ(sum_of({}), 0.0);
  EXPECT_EQ(sum_of({0.1, 0.2, 0.3}), 0.6);  // adding from the left gives 0.6000000000000001
  EXPECT_EQ(sum_of({0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}), 1.0);
  EXPECT_EQ(sum_of({1e100, 1.0, -1e100}), 1.0);
  EXPECT_EQ(sum_of({-1.5, 0.25}), -1.25);
}

TEST(ExactSumTest, RoundsHalvesToEven) {
  const double two53 = 9007199254740992.0;
  EXPECT_EQ(sum_of({two53, 1.0}), two53);                 // a tie: down to even
  EXPECT_EQ(sum_of({two53, 1.0, kSmallest}), two53 + 2);  // just above the tie
  EXPECT_EQ(sum_of({two53 + 2, 1.0}), two53 + 4);         // a tie: up to even
  EXPECT_EQ(sum_of({-two53, -1.0, -kSmallest}), -two53 - 2);
}

TEST(ExactSumTest, SurvivesIntermediateOverflow) {
  EXPECT_EQ(sum_of({kMax, kMax, -kMax}), kMax);
  EXPECT_EQ(sum_of({kMax, kMax}), kInfinity);
  EXPECT_EQ(sum_of({-kMax, -kMax}), -kInfinity);
}

TEST(ExactSumTest, KeepsSubnormals) {
  EXPECT_EQ(sum_of({kSmallest, kSmallest}), 2 * kSmallest);
  EXPECT_EQ(sum_of({1.0, kSmallest, -1.0}), kSmallest);
  EXPECT_EQ(sum_of({std::numeric_limits<double>::min(), -kSmallest}), std::numeric_limits<double>::min() - kSmallest);
}

TEST(ExactSumTest, NotesInfinitiesAndNan) {
  EXPECT_EQ(sum_of({kInfinity, 1.0}), kInfinity);
  EXPECT_TRUE(std::isnan(sum_of({kInfinity, -kInfinity})));
  EXPECT_TRUE(std::isnan(sum_of({std::nan(""), 1.0})));
}

TEST(ExactSumTest, GivesTheSameSumInParts) {
  ExactSum whole;
  ExactSum left;
  ExactSum right;
  double number = 1e-300;
  for (int i = 0; i < 600; ++i) {
    number *= i % 2 == 0 ? -11.0 : 1.0 / 3.0;
    whole.add(number);
    (i % 3 == 0 ? left : right).add(number);
  }
  left.add(right);
  EXPECT_EQ(left.value(), whole.value());
}

TEST(ExactSumTest, LetsIntegersPassTheLimitOnTheWay) {
  constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();
  IntegerSum sum;
  sum.add(kLargest);
  sum.add(std::int64_t{1});
  EXPECT_EQ(sum.value(), std::nullopt);
  EXPECT_EQ(sum.unsigned_value(), std::uint64_t{1} << 63);
  sum.add(std::int64_t{-1});
  EXPECT_EQ(sum.value(), kLargest);
}

}  // namespace
}  // namespace kijun::cel
