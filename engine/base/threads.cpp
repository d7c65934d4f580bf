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
  // Asking means reading a file of the system.
  static const std::uint32_t kProcessors = std::max(1U, std::thread::hardware_concurrency());
  return std::min(most_threads.load(), kProcessors);
}

std::uint32_t threads_for_rows(std::uint32_t num_rows) {
  constexpr std::uint32_t kRowsWorthThreads = 16'384;
  return num_rows < kRowsWorthThreads ? 1 : num_hardware_threads();
}

std::uint32_t threads_for_bytes(std::size_t num_bytes) {
  constexpr std::size_t kBytesPerThread = std::size_t{1} << 22;
  return static_cast<std::uint32_t>(std::min<std::size_t>(num_hardware_threads(), 1 + num_bytes / kBytesPerThread));
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

void run_each(std::uint32_t num_threads, std::size_t num_items, const std::function<void(std::size_t item)>& work) {
  std::atomic<std::size_t> next = 0;
  const std::size_t num_parts = std::min<std::size_t>(num_threads, num_items);
  run_parallel(static_cast<std::uint32_t>(num_parts), [&](std::uint32_t) {
    for (std::size_t item = next++; item < num_items; item = next++) work(item);
  });
}

}  // namespace kijun
