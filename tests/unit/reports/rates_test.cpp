#include <gtest/gtest.h>

#include "reports/model/gap_report.h"
#include "tests/unit/reports/fake_model.h"

namespace kijun::reports {
namespace {

TEST(RatesTest, RoundsHalfUpToTenths) {
  EXPECT_EQ(percent_text(per_mille(16, 33)), "48.5%");  // 48.48…
  EXPECT_EQ(percent_text(per_mille(15, 33)), "45.5%");  // 45.45…
  EXPECT_EQ(percent_text(per_mille(12, 33)), "36.4%");  // 36.36…
  EXPECT_EQ(percent_text(per_mille(1, 16)), "6.3%");    // 6.25
  EXPECT_EQ(percent_text(per_mille(5, 5)), "100.0%");
}

TEST(RatesTest, WritesIntervalsAndSinglePoints) {
  const RateView open{16, 17, 33, 32};
  EXPECT_EQ(open.count(), "16–17");
  EXPECT_EQ(open.percent(), "48.5–51.5%");
  const RateView closed{3, 3, 5, 5};
  EXPECT_EQ(closed.count(), "3");
  EXPECT_EQ(closed.percent(), "60.0%");
  EXPECT_EQ(RateView{}.percent(), "–");
}

TEST(RatesTest, KeepsZonesInThePlansOrder) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  ASSERT_EQ(report.indicators.size(), 1U);
  EXPECT_EQ(report.indicators[0].rate.percent(), "33.3–66.7%");
  ASSERT_EQ(report.indicators[0].by_zone.size(), 2U);
  EXPECT_EQ(report.indicators[0].by_zone[0].count(), "1");
  EXPECT_EQ(report.indicators[0].by_zone[1].count(), "0–1");
  EXPECT_EQ(benchmark_text(report.indicators[0].indicator->benchmarks[0]).ja, "全国 45.7% (796 / 1741)");
}

}  // namespace
}  // namespace kijun::reports
