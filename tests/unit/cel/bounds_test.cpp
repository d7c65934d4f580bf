#include "engine/cel/bounds.h"

#include <gtest/gtest.h>

#include <limits>

namespace kijun::cel {
namespace {

constexpr auto kLess = std::partial_ordering::less;
constexpr auto kEquivalent = std::partial_ordering::equivalent;
constexpr auto kGreater = std::partial_ordering::greater;

TEST(BoundsTest, ComparesSharesAsFractionsOfPrintedDecimals) {
  EXPECT_EQ(compare_fraction(4, 5, 0.8), kEquivalent);
  EXPECT_EQ(compare_fraction(3, 5, 0.6), kEquivalent);
  EXPECT_EQ(compare_fraction(1, 3, 0.3333333333333333), kGreater);
  EXPECT_EQ(compare_fraction(2, 3, 0.6666666666666666), kGreater);
  EXPECT_EQ(compare_fraction(2, 3, 0.6666666666666667), kLess);
  EXPECT_EQ(compare_fraction(1, 2, 0.5), kEquivalent);
}

TEST(BoundsTest, ComparesWithNumbersOutsideTheUnitInterval) {
  EXPECT_EQ(compare_fraction(0, 3, 0.0), kEquivalent);
  EXPECT_EQ(compare_fraction(0, 3, -0.0), kEquivalent);
  EXPECT_EQ(compare_fraction(0, 3, -1e300), kGreater);
  EXPECT_EQ(compare_fraction(3, 3, 1.0), kEquivalent);
  EXPECT_EQ(compare_fraction(3, 3, 1e300), kLess);
  EXPECT_EQ(compare_fraction(0, 3, 5e-324), kLess);
  EXPECT_EQ(compare_fraction(1, 4294967296, 5e-324), kGreater);
  EXPECT_EQ(compare_fraction(25, 1, 25.0), kEquivalent);
  EXPECT_EQ(compare_fraction(12, 1, 12.5), kLess);
  EXPECT_EQ(compare_fraction(1, 2, std::numeric_limits<double>::quiet_NaN()), std::partial_ordering::unordered);
}

struct NumberCase {
  Relation relation;
  Bounds bounds;
  double number;
  State expected;
};

TEST(BoundsTest, DecidesAComparisonWhenEveryCompletionAgrees) {
  const Bounds two_or_three{2, 3, 1};
  const NumberCase cases[] = {
      {Relation::kGreaterEqual, two_or_three, 2, State::kTrue},
      {Relation::kGreaterEqual, two_or_three, 3, State::kUnknown},
      {Relation::kGreaterEqual, two_or_three, 4, State::kFalse},
      {Relation::kGreater, two_or_three, 3, State::kFalse},
      {Relation::kLess, two_or_three, 4, State::kTrue},
      {Relation::kLessEqual, two_or_three, 2, State::kUnknown},
      {Relation::kEqual, two_or_three, 1, State::kFalse},
      {Relation::kEqual, two_or_three, 3, State::kUnknown},
      {Relation::kNotEqual, two_or_three, 1, State::kTrue},
      {Relation::kEqual, {1, 3, 3}, 0.5, State::kFalse},  // one, two or three thirds, never a half
      {Relation::kEqual, {1, 3, 4}, 0.5, State::kUnknown},
      {Relation::kGreater, {1, 3, 4}, 0.2, State::kTrue},
  };
  for (const NumberCase& row : cases) {
    EXPECT_EQ(compare_bounds(row.relation, row.bounds, Value(row.number)), row.expected)
        << static_cast<int>(row.relation) << " " << row.number;
  }
  EXPECT_EQ(compare_bounds(Relation::kEqual, two_or_three, Value(std::string("2"))), std::nullopt);
}

TEST(BoundsTest, ComparesTwoBounds) {
  EXPECT_EQ(compare_bounds(Relation::kGreater, Bounds{3, 4, 1}, Bounds{1, 2, 1}), State::kTrue);
  EXPECT_EQ(compare_bounds(Relation::kGreater, Bounds{2, 4, 1}, Bounds{1, 2, 1}), State::kUnknown);
  EXPECT_EQ(compare_bounds(Relation::kGreaterEqual, Bounds{2, 4, 1}, Bounds{1, 2, 1}), State::kTrue);
  EXPECT_EQ(compare_bounds(Relation::kLess, Bounds{2, 4, 1}, Bounds{1, 2, 1}), State::kFalse);
  EXPECT_EQ(compare_bounds(Relation::kEqual, Bounds{2, 2, 4}, Bounds{1, 1, 2}), State::kTrue);
  EXPECT_EQ(compare_bounds(Relation::kEqual, Bounds{1, 2, 3}, Bounds{1, 1, 2}), State::kFalse);
  EXPECT_EQ(compare_bounds(Relation::kNotEqual, Bounds{1, 2, 3}, Bounds{1, 2, 3}), State::kUnknown);
}

}  // namespace
}  // namespace kijun::cel
