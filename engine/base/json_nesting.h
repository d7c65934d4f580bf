#pragma once

#include <cstddef>
#include <string_view>

namespace kijun {

/// As deep as expressions and TOML may nest; our own documents stay below ten.
inline constexpr std::size_t kMaxJsonNesting = 250;

/// True when arrays and objects of a JSON text nest deeper than `limit`. Whoever reads JSON asks before parsing: what is
/// parsed gets copied and walked by recursion, a stack frame a level. The text need not be JSON.
[[nodiscard]] bool nests_deeper(std::string_view json, std::size_t limit = kMaxJsonNesting);

}  // namespace kijun
