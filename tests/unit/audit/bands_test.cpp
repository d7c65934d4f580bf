#include "engine/audit/bands.h"

#include <gtest/gtest.h>

#include <deque>

namespace kijun::audit {
namespace {

/// Three indicators or fewer, and the four bands of the prefecture's review.
class BandsTest : public testing::Test {
 protected:
  BandsTest() {
    const auto band = [](std::string id, std::int64_t part, std::int64_t whole) {
      return policy::Band{id, {id, id}, {part, whole}};
    };
    set_.id = "progress";
    set_.bands = {band("on_track", 1, 1), band("mostly", 2, 3), band("somewhat", 1, 2), band("behind", 0, 1)};
  }

  /// An indicator that certainly `lower` and possibly `upper` of ten meet.
  void add(std::optional<double> target, std::size_t lower, std::size_t upper, std::size_t of = 10) {
    policy::Indicator& indicator = indicators_.emplace_back();
    indicator.id = "indicator" + std::to_string(indicators_.size());
    indicator.target = target;
    set_.indicators.push_back(diag::EmbeddedText::whole(sources_.add(indicator.id, indicator.id)));
    IndicatorResult result;
    result.indicator = &indicator;
    result.lower = lower;
    result.upper = upper;
    result.of = of;
    results_.push_back(std::move(result));
  }

  [[nodiscard]] BandResult stand() const { return band_of(set_, results_); }

  diag::SourceMap sources_;
  policy::BandSet set_;
  std::deque<policy::Indicator> indicators_;
  std::vector<IndicatorResult> results_;
};

TEST_F(BandsTest, AllMetIsOnTrack) {
  add(1.0, 10, 10);
  add(0.5, 5, 5);
  const BandResult result = stand();
  EXPECT_EQ(result.of, 2U);
  EXPECT_EQ(result.lower, 2U);
  EXPECT_FALSE(result.is_held());
  EXPECT_EQ(result.worst->id, "on_track");
}

TEST_F(BandsTest, TwoThirdsIsReachedByTwoOfThree) {
  add(1.0, 10, 10);
  add(1.0, 10, 10);
  add(1.0, 9, 9);
  EXPECT_EQ(stand().worst->id, "mostly");
}

TEST_F(BandsTest, HalfAndLessAreTwoBands) {
  add(1.0, 10, 10);
  add(1.0, 9, 9);
  EXPECT_EQ(stand().worst->id, "somewhat");
  add(1.0, 9, 9);
  EXPECT_EQ(stand().worst->id, "behind");
}

TEST_F(BandsTest, IsHeldWhereAnOpenAnswerCouldTurnIt) {
  add(1.0, 9, 10);
  const BandResult result = stand();
  EXPECT_EQ(result.lower, 0U);
  EXPECT_EQ(result.upper, 1U);
  EXPECT_TRUE(result.is_held());
  EXPECT_EQ(result.worst->id, "behind");
  EXPECT_EQ(result.best->id, "on_track");
}

TEST_F(BandsTest, IsNotHeldWhereTheIntervalStaysInOneBand) {
  add(1.0, 2, 9);   // open, and unmet either way
  add(0.8, 8, 10);  // open, and met either way
  const BandResult result = stand();
  EXPECT_FALSE(result.is_held());
  EXPECT_EQ(result.worst->id, "somewhat");
}

TEST_F(BandsTest, SeveralOpenIndicatorsCanStayInOneBand) {
  for (int i = 0; i < 3; ++i) add(1.0, 5, 5);
  for (int i = 0; i < 2; ++i) add(1.0, 9, 10);
  const BandResult result = stand();  // 0 to 2 of 5
  EXPECT_EQ(result.lower, 0U);
  EXPECT_EQ(result.upper, 2U);
  EXPECT_FALSE(result.is_held());
  EXPECT_EQ(result.worst->id, "behind");
}

TEST_F(BandsTest, WithoutATargetOrAnybodyItDoesNotCount) {
  add(std::nullopt, 10, 10);
  add(1.0, 0, 0, 0);
  add(1.0, 10, 10);
  const BandResult result = stand();
  EXPECT_EQ(result.of, 1U);
  ASSERT_EQ(result.not_counted.size(), 2U);
  EXPECT_EQ(result.not_counted[0]->id, "indicator1");
  EXPECT_EQ(result.worst->id, "on_track");
}

TEST_F(BandsTest, HasNoBandWhereNothingCounts) {
  add(std::nullopt, 10, 10);
  const BandResult result = stand();
  EXPECT_EQ(result.of, 0U);
  EXPECT_EQ(result.worst, nullptr);
  EXPECT_FALSE(result.is_held());
}

TEST_F(BandsTest, ReachesATargetThatIsNoBinaryFraction) {
  EXPECT_TRUE(reaches_target(11, 20, 0.55));
  EXPECT_FALSE(reaches_target(10, 20, 0.55));
  EXPECT_TRUE(reaches_target(3, 10, 0.3));
  EXPECT_FALSE(reaches_target(299'999, 1'000'000, 0.3));
}

}  // namespace
}  // namespace kijun::audit
