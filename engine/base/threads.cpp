#include "engine/base/threads.h"

#include <algorithm>
#include <system_error>
#include <thread>
#include <vector>

namespace kijun {

std::uint32_t num_hardware_threads() { return std::max(1U, std::thread::hardware_concurrency()); }

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
