#pragma once

#include <string>
#include <string_view>

namespace kijun {

/// SHA-256 of `bytes` as 64 lower-case hex digits (FIPS 180-4, computed by libmd).
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace kijun
