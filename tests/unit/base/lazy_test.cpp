#include "engine/base/lazy.h"

#include <gtest/gtest.h>

#include <atomic>
#include <string>

#include "engine/base/lazy_sha256.h"
#include "engine/base/sha256.h"
#include "engine/base/threads.h"

namespace kijun {
namespace {

TEST(LazyTest, MakesItsValueOnceWhoeverAsks) {
  const Lazy<std::string> lazy;
  std::atomic<int> made = 0;
  run_parallel(4, [&](std::uint32_t) {
    EXPECT_EQ(lazy.get([&] {
      ++made;
      return std::string("value");
    }),
              "value");
  });
  EXPECT_EQ(made, 1);
}

TEST(LazyTest, LetsOneThreadAtATimeUseAGuardedValue) {
  const Guarded<int> guarded;
  run_parallel(4, [&](std::uint32_t) {
    for (int i = 0; i < 10000; ++i) guarded.with([](int& value) { ++value; });
  });
  EXPECT_EQ(guarded.with([](const int& value) { return value; }), 40000);
}

TEST(LazyTest, HashesBytesWhenAskedAndThenNeedsThemNoMore) {
  EXPECT_EQ(LazySha256().hex(), sha256_hex(""));
  EXPECT_EQ(LazySha256::known("00ff").hex(), "00ff");
  std::string bytes = "abc";
  const LazySha256 first(bytes);
  const LazySha256 copy = first;
  EXPECT_EQ(copy.hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");  // FIPS 180-4 example
  bytes = "xyz";
  EXPECT_EQ(first.hex(), copy.hex());
}

}  // namespace
}  // namespace kijun
