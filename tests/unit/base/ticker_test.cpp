#include "engine/base/ticker.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace kijun {
namespace {

using namespace std::chrono_literals;

TEST(TickerTest, CallsUntilItIsGone) {
  std::atomic<int> calls = 0;
  {
    const Ticker ticker(1ms, 1ms, [&] { ++calls; });
    while (calls < 3) std::this_thread::yield();
  }
  const int last = calls;
  std::this_thread::sleep_for(5ms);
  EXPECT_EQ(calls, last);
}

TEST(TickerTest, SaysNothingOfWhatIsShort) {
  std::atomic<int> calls = 0;
  {
    const Ticker ticker(1h, 1h, [&] { ++calls; });
  }
  EXPECT_EQ(calls, 0);
}

}  // namespace
}  // namespace kijun
