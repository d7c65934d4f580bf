#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace kijun {

/// Threads that this machine runs at once, or what `limit_threads` set if that is less; ≥ 1.
[[nodiscard]] std::uint32_t num_hardware_threads();

/// From now on `num_hardware_threads` gives at most `most`, ≥ 1.
void limit_threads(std::uint32_t most);

/// How many threads so many rows are worth: as many as `num_hardware_threads` gives, or 1.
[[nodiscard]] std::uint32_t threads_for_rows(std::uint32_t num_rows);
/// How many threads a text of so many bytes is worth, one for every 4 MiB; at most what `num_hardware_threads` gives.
[[nodiscard]] std::uint32_t threads_for_bytes(std::size_t num_bytes);

/// Runs `work(0)` … `work(num_parts - 1)`, each on a thread of its own, the last on the calling one, and returns when
/// all are done. Where the system gives no thread, the calling one does that part too. `work` throws nothing; what its
/// parts write must not overlap.
void run_parallel(std::uint32_t num_parts, const std::function<void(std::uint32_t part)>& work);

/// Runs `work(0)` … `work(num_items - 1)` on at most `num_threads` threads, each taking the next as soon as it is free, and
/// returns when all are done. As for `run_parallel` otherwise.
void run_each(std::uint32_t num_threads, std::size_t num_items, const std::function<void(std::size_t item)>& work);

}  // namespace kijun
