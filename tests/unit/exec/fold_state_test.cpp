#include "engine/exec/fold_state.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace kijun::exec {
namespace {

using cel::State;

/// One group of which every row at hand is a member, and a column of values that all exist.
class FoldStateTest : public testing::Test {
 protected:
  static Vector doubles(const std::vector<double>& values) {
    Vector vector;
    std::ranges::copy(values, vector.make_doubles(values.size()));
    vector.states.fill(values.size(), State::kTrue);
    return vector;
  }
  static Vector ints(const std::vector<std::int64_t>& values) {
    Vector vector;
    std::ranges::copy(values, vector.make_ints(values.size()));
    vector.states.fill(values.size(), State::kTrue);
    return vector;
  }
  static FoldState fold(FoldKind kind, ValueKind value_kind, const Vector& values) {
    FoldState state(Fold{kind, 0, 0, kNoInstruction, value_kind, {}, 0}, 1);
    const std::vector<std::uint32_t> group_of(values.states.size(), 0);
    BatchGroups groups;
    groups.show(group_of, nullptr);
    state.add(values, nullptr, groups);
    return state;
  }
  static double double_result(const FoldState& state, FoldResult result) {
    Vector out;
    state.write(result, 0, 1, out);
    EXPECT_EQ(out.states.get(0), State::kTrue);
    return out.doubles[0];
  }
};

TEST_F(FoldStateTest, SumsCancelExactlyWhateverIsMergedFirst) {
  const FoldState head = fold(FoldKind::kSum, ValueKind::kDouble, doubles({1e308, 1e308, 0.1}));
  const FoldState tail = fold(FoldKind::kSum, ValueKind::kDouble, doubles({-1e308, -1e308, 0.2}));
  FoldState forward = head;
  forward.merge(tail);
  FoldState backward = tail;
  backward.merge(head);
  EXPECT_EQ(double_result(forward, FoldResult::kSum), 0.30000000000000004);  // 0.1 + 0.2 rounded once
  EXPECT_EQ(double_result(backward, FoldResult::kSum), 0.30000000000000004);
}

TEST_F(FoldStateTest, IntSumsErrOnlyWhenTheTotalDoesNotFit) {
  constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
  Vector out;
  fold(FoldKind::kSum, ValueKind::kInt, ints({kMax, kMax, -kMax})).write(FoldResult::kSum, 0, 1, out);
  EXPECT_EQ(out.states.get(0), State::kTrue);
  EXPECT_EQ(out.ints[0], kMax);
  fold(FoldKind::kSum, ValueKind::kInt, ints({kMax, 1})).write(FoldResult::kSum, 0, 1, out);
  EXPECT_EQ(out.states.get(0), State::kError);
}

TEST_F(FoldStateTest, UintSumsReachBeyondTheInts) {
  const FoldState sum = fold(FoldKind::kSum, ValueKind::kUint, ints({-2, 1}));  // -2 is 2^64 - 2
  Vector out;
  sum.write(FoldResult::kSum, 0, 1, out);
  EXPECT_EQ(out.states.get(0), State::kTrue);
  EXPECT_EQ(out.ints[0], -1);
  EXPECT_EQ(double_result(sum, FoldResult::kAverage), 9223372036854775808.0);  // (2^64 - 1) / 2, rounded
  fold(FoldKind::kSum, ValueKind::kUint, ints({-2, 2})).write(FoldResult::kSum, 0, 1, out);
  EXPECT_EQ(out.states.get(0), State::kError);
}

TEST_F(FoldStateTest, ExtremesAreNanWhenOneValueIs) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  FoldState state = fold(FoldKind::kExtremes, ValueKind::kDouble, doubles({3.0, nan}));
  state.merge(fold(FoldKind::kExtremes, ValueKind::kDouble, doubles({-1.0})));
  EXPECT_TRUE(std::isnan(double_result(state, FoldResult::kMin)));
  EXPECT_TRUE(std::isnan(double_result(state, FoldResult::kMax)));
}

TEST_F(FoldStateTest, ExtremesOfUintsReadTheHighestBit) {
  Vector out;
  const FoldState state = fold(FoldKind::kExtremes, ValueKind::kUint, ints({-1, 5}));  // -1 is 2^64 - 1
  state.write(FoldResult::kMin, 0, 1, out);
  EXPECT_EQ(out.ints[0], 5);
  state.write(FoldResult::kMax, 0, 1, out);
  EXPECT_EQ(out.ints[0], -1);
}

TEST_F(FoldStateTest, DistinctTakesZerosAsOneAndEveryNanAsItsOwn) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  FoldState state = fold(FoldKind::kDistinct, ValueKind::kDouble, doubles({0.0, -0.0, nan}));
  state.merge(fold(FoldKind::kDistinct, ValueKind::kDouble, doubles({nan, 0.0, 2.0})));
  Vector out;
  state.write(FoldResult::kDistinct, 0, 1, out);
  EXPECT_EQ(out.ints[0], 4);
}

TEST_F(FoldStateTest, TakesOnlyRowsTheFilterHolds) {
  StatePlanes filter(4);
  filter.set(1, State::kTrue);
  filter.set(2, State::kUnknown);
  FoldState state(Fold{FoldKind::kSum, 0, 0, 0, ValueKind::kInt, {}, 0}, 1);
  const std::vector<std::uint32_t> group_of(4, 0);
  BatchGroups groups;
  groups.show(group_of, nullptr);
  state.add(ints({1, 10, 100, 1000}), &filter, groups);
  Vector out;
  state.write(FoldResult::kSum, 0, 1, out);
  EXPECT_EQ(out.ints[0], 10);
}

}  // namespace
}  // namespace kijun::exec
