#pragma once

#include <cstdint>
#include <functional>

namespace kijun {

/// Threads that this machine runs at once, or what `limit_threads` set if that is less; ≥ 1.
[[nodiscard]] std::uint32_t num_hardware_threads();

/// From now on `num_hardware_threads` gives at most `most`, ≥ 1.
void limit_threads(std::uint32_t most);

/// Runs `work(0)` … `work(num_parts - 1)`, each on a thread of its own, the last on the calling one, and returns when
/// all are done. Where the system gives no thread, the calling one does that part too. `work` throws nothing; what its
/// parts write must not overlap.
void run_parallel(std::uint32_t num_parts, const std::function<void(std::uint32_t part)>& work);

}  // namespace kijun
