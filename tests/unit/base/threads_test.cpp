#include "engine/base/threads.h"

#include <gmock/gmock.h>

#include <limits>
#include <vector>

namespace kijun {
namespace {

TEST(ThreadsTest, RunsEveryPartOnce) {
  std::vector<int> runs(5, 0);
  run_parallel(5, [&](std::uint32_t part) { ++runs[part]; });
  EXPECT_THAT(runs, testing::Each(1));
}

TEST(ThreadsTest, RunsNothingWhenThereAreNoParts) {
  run_parallel(0, [](std::uint32_t) { FAIL(); });
}

TEST(ThreadsTest, KeepsToTheLimit) {
  limit_threads(1);
  EXPECT_EQ(num_hardware_threads(), 1U);
  limit_threads(0);
  EXPECT_EQ(num_hardware_threads(), 1U);
  limit_threads(std::numeric_limits<std::uint32_t>::max());
  EXPECT_GE(num_hardware_threads(), 1U);
}

}  // namespace
}  // namespace kijun
