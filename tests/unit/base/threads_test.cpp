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

TEST(ThreadsTest, RunsEveryItemOnceOnAnyNumberOfThreads) {
  for (const std::uint32_t threads : {1U, 2U, 9U}) {
    std::vector<int> runs(7, 0);
    run_each(threads, runs.size(), [&](std::size_t item) { ++runs[item]; });
    EXPECT_THAT(runs, testing::Each(1));
  }
  run_each(3, 0, [](std::size_t) { FAIL(); });
}

TEST(ThreadsTest, FewRowsAreNotWorthAThread) {
  EXPECT_EQ(threads_for_rows(1'788), 1U);
  EXPECT_EQ(threads_for_rows(1'000'000), num_hardware_threads());
}

TEST(ThreadsTest, AShortTextIsNotWorthASecondThread) {
  EXPECT_EQ(threads_for_bytes(0), 1U);
  EXPECT_EQ(threads_for_bytes((std::size_t{1} << 22) - 1), 1U);
  EXPECT_EQ(threads_for_bytes(std::size_t{1} << 40), num_hardware_threads());
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
