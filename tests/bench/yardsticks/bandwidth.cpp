#include "tests/bench/yardsticks/bandwidth.h"

#include <array>
#include <cstring>
#include <numeric>
#include <thread>
#include <vector>

namespace kijun::bench {
namespace {

void touch_range(std::string_view bytes, std::uint64_t& result) {
  std::array<std::uint64_t, 8> sums{};  // independent, so that the loop waits for memory and nothing else
  std::size_t at = 0;
  for (; at + sizeof(sums) <= bytes.size(); at += sizeof(sums)) {
    std::array<std::uint64_t, 8> words{};
    std::memcpy(words.data(), bytes.data() + at, sizeof(words));
    for (std::size_t i = 0; i < words.size(); ++i) sums[i] += words[i];
  }
  result = std::accumulate(sums.begin(), sums.end(), std::uint64_t{0});
  for (; at < bytes.size(); ++at) result += static_cast<unsigned char>(bytes[at]);
}

}  // namespace

std::uint64_t touch_bytes(std::string_view bytes, std::size_t num_threads) {
  std::vector<std::uint64_t> sums(num_threads);
  std::vector<std::thread> threads;
  const std::size_t share = bytes.size() / num_threads / 64 * 64;
  for (std::size_t i = 1; i < num_threads; ++i) {
    const std::size_t size = i + 1 == num_threads ? std::string_view::npos : share;
    threads.emplace_back(touch_range, bytes.substr(i * share, size), std::ref(sums[i]));
  }
  touch_range(num_threads == 1 ? bytes : bytes.substr(0, share), sums[0]);
  for (std::thread& thread : threads) thread.join();
  return std::accumulate(sums.begin(), sums.end(), std::uint64_t{0});
}

}  // namespace kijun::bench
