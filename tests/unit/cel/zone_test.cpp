#include "engine/cel/zone.h"

#include <gtest/gtest.h>

namespace kijun::cel {
namespace {

constexpr std::int64_t kHour = 3600;
// Seconds since 1970 UTC, counted by hand: 1952 began 18 years with 5 leap days before 1970.
constexpr std::int64_t kStartOf1952 = -(18 * 365 + 5) * std::int64_t{86400};

TEST(ZoneTest, KnowsTokyoWithoutZoneFilesSinceItsLastSummerTime) {
  EXPECT_EQ(zone_offset("Asia/Tokyo", kStartOf1952), 9 * kHour);
  EXPECT_EQ(zone_offset("Asia/Tokyo", 0), 9 * kHour);
  EXPECT_EQ(zone_offset("Asia/Tokyo", std::int64_t{4'000'000'000}), 9 * kHour);
}

TEST(ZoneTest, KnowsUtcAndOffsets) {
  EXPECT_EQ(zone_offset("UTC", 0), 0);
  EXPECT_EQ(zone_offset("+09:00", 0), 9 * kHour);
  EXPECT_EQ(zone_offset("-02:30", 0), -2 * kHour - kHour / 2);
  EXPECT_EQ(zone_offset("Asia/Tokio", 0), std::nullopt);
}

TEST(ZoneTest, AsksTheZoneFilesForEarlierTimesAndOtherZones) {
  if (zone_names().empty()) GTEST_SKIP() << "this machine has no zone files";
  // Japan had summer time in July 1949 (20 years and 5 leap days before July 1969, 184 days before 1970).
  constexpr std::int64_t kJuly1949 = -(20 * 365 + 5 + 184) * std::int64_t{86400};
  EXPECT_EQ(zone_offset("Asia/Tokyo", kJuly1949), 10 * kHour);
  EXPECT_EQ(zone_offset("Europe/Paris", 0), kHour);
}

}  // namespace
}  // namespace kijun::cel
