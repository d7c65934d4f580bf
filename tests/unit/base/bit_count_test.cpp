#include "engine/base/bit_count.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace kijun {
namespace {

TEST(BitCountTest, CountsEveryPattern) {
  const std::vector<std::uint64_t> low{0b1010'1010, 0};
  const std::vector<std::uint64_t> middle{0b1100'1100, 0};
  const std::vector<std::uint64_t> high{0b1111'0000, 0b1};
  EXPECT_EQ(count_patterns({low, middle, high}), (std::array<std::size_t, 8>{120, 1, 1, 1, 2, 1, 1, 1}));
  EXPECT_EQ(count_patterns({}), (std::array<std::size_t, 8>{}));
}

TEST(BitCountTest, CountsAsOneByOne) {
  std::mt19937_64 random(7);  // NOLINT: the same words in every run
  for (std::size_t size = 0; size < 20; ++size) {
    std::array<std::vector<std::uint64_t>, 3> planes;
    for (auto& plane : planes)
      for (std::size_t word = 0; word < size; ++word) plane.push_back(random() & random());
    std::array<std::size_t, 8> expected{};
    for (std::size_t bit = 0; bit < size * 64; ++bit) {
      std::size_t pattern = 0;
      for (std::size_t plane = 0; plane < planes.size(); ++plane)
        pattern |= (planes[plane][bit / 64] >> (bit % 64) & 1U) << plane;
      ++expected[pattern];
    }
    EXPECT_EQ(count_patterns({planes[0], planes[1], planes[2]}), expected) << size;
  }
}

}  // namespace
}  // namespace kijun
