#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace kijun {

/// How often each pattern of three bits occurs: bit i of the words of `planes[0]` is the lowest digit of pattern i, that of
/// `planes[2]` the highest. The planes have equally many words.
[[nodiscard]] std::array<std::size_t, 8> count_patterns(const std::array<std::span<const std::uint64_t>, 3>& planes);

}  // namespace kijun
