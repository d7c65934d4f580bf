#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kijun {

/// Bytes in base64 (RFC 4648 section 4), padded, on one line.
[[nodiscard]] std::string to_base64(std::string_view bytes);
/// The bytes of such a text, with or without its padding; nothing when it is not base64.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace kijun
