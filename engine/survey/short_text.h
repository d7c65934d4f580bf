#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

// Texts of up to eight bytes as one number, the first byte lowest, zeros behind: what columns of marks, numbers and days are
// read by. Eight digits are tested and added up at once (Lemire, "Quickly parsing eight digits", 2018); nothing here
// branches on how long a text is, because nobody could predict that.
namespace kijun::survey {

/// Bytes of the longest text that is one number.
inline constexpr std::size_t kShortText = sizeof(std::uint64_t);

/// By size: the bytes of a text. Here and not in the function, where the compiler would copy them with every call.
inline constexpr std::array<std::uint64_t, kShortText + 1> kTextMasks{
    0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF};

/// By size: the zeros that make so many digits eight.
inline constexpr std::array<std::uint64_t, kShortText + 1> kZerosBefore{
    0x3030303030303030, 0x30303030303030, 0x303030303030, 0x3030303030, 0x30303030, 0x303030, 0x3030, 0x30, 0};

/// A text of at most kShortText bytes. `readable_end` is where memory ends that may be read behind it.
[[nodiscard]] inline std::uint64_t short_text(std::string_view text, const char* readable_end) {
  std::uint64_t bytes = 0;
  if (readable_end - text.data() >= static_cast<std::ptrdiff_t>(kShortText)) {
    std::memcpy(&bytes, text.data(), kShortText);
    return bytes & kTextMasks[text.size()];
  }
  if (!text.empty()) std::memcpy(&bytes, text.data(), text.size());
  return bytes;
}

/// True when all eight bytes are ASCII digits.
[[nodiscard]] inline bool are_digits(std::uint64_t bytes) {
  constexpr std::uint64_t kZeros = 0x3030303030303030U;
  constexpr std::uint64_t kBehindNine = 0x4646464646464646U;  // '9' and this are 0x7F
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  return (((bytes + kBehindNine) | (bytes - kZeros) | bytes) & kHighBits) == 0;
}

/// The number that eight digits are.
[[nodiscard]] inline std::uint32_t digits_value(std::uint64_t digits) {
  constexpr std::uint64_t kZeros = 0x3030303030303030U;
  constexpr std::uint64_t kPairs = 0x000000FF000000FFU;
  constexpr std::uint64_t kHundreds = 0x000F424000000064U;  // 100 + (1000000 << 32)
  constexpr std::uint64_t kOnes = 0x0000271000000001U;      // 1 + (10000 << 32)
  digits -= kZeros;
  digits = (digits * 10) + (digits >> 8);
  return static_cast<std::uint32_t>((((digits & kPairs) * kHundreds) + (((digits >> 16) & kPairs) * kOnes)) >> 32);
}

/// `size` digits (1 to 8) with zeros before them, so that they are eight.
[[nodiscard]] inline std::uint64_t with_zeros_before(std::uint64_t digits, std::size_t size) {
  return (digits << (8 * (kShortText - size))) | kZerosBefore[size];
}

}  // namespace kijun::survey
