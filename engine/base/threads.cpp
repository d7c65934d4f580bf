#include "engine/base/threads.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <system_error>
#include <thread>
#include <vector>

namespace kijun {

namespace {

/// The whole process shares the machine, so it shares the limit.
std::atomic<std::uint32_t> most_threads = std::numeric_limits<std::uint32_t>::max();

}  // namespace

std::uint32_t num_hardware_threads() {
  return std::min(most_threads.load(), std::max(1U, std::thread::hardware_concurrency()));
}

void limit_threads(std::uint32_t most) { most_threads = std::max(1U, most); }

void run_parallel(std::uint32_t num_parts, const std::function<void(std::uint32_t part)>& work) {
  std::vector<std::jthread> threads;  // joined when they go out of scope
  for (std::uint32_t part = 0; part + 1 < num_parts; ++part) {
    try {
      threads.emplace_back([&work, part] { work(part); });
    } catch (const std::system_error&) {
      work(part);
    }
  }
  if (num_parts > 0) work(num_parts - 1);
}

}  // namespace kijun
