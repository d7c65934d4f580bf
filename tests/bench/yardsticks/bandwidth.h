#pragma once

#include <cstdint>
#include <string_view>

namespace kijun::bench {

/// Touches every byte once, a range for each thread, and gives their sum as 64-bit words: the least that anything which
/// reads the file must spend.
[[nodiscard]] std::uint64_t touch_bytes(std::string_view bytes, std::size_t num_threads);

}  // namespace kijun::bench
