#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kijun {

/// One decoded code point and how many bytes it took.
struct DecodedCodePoint {
  char32_t code_point = 0;
  std::size_t num_bytes = 0;
};

/// Decodes the code point at the start of `text`. Nothing when `text` is empty or does not start with well-formed
/// UTF-8 (Unicode 15 table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF).
[[nodiscard]] std::optional<DecodedCodePoint> decode_utf8(std::string_view text);

/// Whether a byte of well-formed text stands inside a character, behind its first byte.
[[nodiscard]] constexpr bool is_continuation_byte(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Appends the UTF-8 form of `code_point` (a scalar value) to `out`.
void append_utf8(std::string& out, char32_t code_point);

/// Byte offset of the first ill-formed sequence, or nothing when all of `text` is well-formed UTF-8.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Number of code points of well-formed `text`; an ill-formed byte counts as one.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// The first code points of `text`, at most so many; an ill-formed byte counts as one.
[[nodiscard]] std::string_view first_code_points(std::string_view text, std::size_t count);

/// True when every byte is ASCII.
[[nodiscard]] bool is_ascii(std::string_view text);

}  // namespace kijun
