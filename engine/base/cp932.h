#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kijun {

/// UTF-8 text decoded from CP932 with the offset of the first undecodable byte, if any.
struct Cp932Decoded {
  std::string text;                               ///< Up to the first undecodable byte.
  std::optional<std::size_t> first_invalid_byte;  ///< Byte offset into the CP932 input.
};

/// Decodes Microsoft code page 932 (NEC and IBM extensions included; 0x8160 is U+FF5E, as Windows maps it).
[[nodiscard]] Cp932Decoded decode_cp932(std::string_view bytes);

/// Encodes UTF-8 as CP932, or nothing when a character has no code there.
[[nodiscard]] std::optional<std::string> encode_cp932(std::string_view text);

}  // namespace kijun
