#include "engine/base/utf8.h"

#include <simdjson.h>

#include <algorithm>
#include <cstdint>

#include "engine/base/assert.h"

namespace kijun {
namespace {

constexpr std::uint8_t byte_at(std::string_view text, std::size_t index) {
  return static_cast<std::uint8_t>(text[index]);
}

// What the lead byte promises: the number of bytes and the allowed range of the second one (Unicode table 3-7). Later
// bytes are always 80..BF.
struct LeadByte {
  std::size_t num_bytes = 0;  // 0: no character starts with this byte
  std::uint8_t second_min = 0x80;
  std::uint8_t second_max = 0xBF;
};

constexpr LeadByte classify(std::uint8_t lead) {
  if (lead < 0x80) return {1};
  if (lead < 0xC2) return {0};
  if (lead < 0xE0) return {2};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0};
}

}  // namespace

std::optional<DecodedCodePoint> decode_utf8(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const std::uint8_t first = byte_at(text, 0);
  if (first < 0x80) return DecodedCodePoint{first, 1};
  const LeadByte lead = classify(first);
  if (lead.num_bytes == 0 || text.size() < lead.num_bytes) return std::nullopt;
  if (byte_at(text, 1) < lead.second_min || byte_at(text, 1) > lead.second_max) return std::nullopt;
  char32_t code_point = first & (0xFFU >> (lead.num_bytes + 1));
  for (std::size_t i = 1; i < lead.num_bytes; ++i) {
    if (!is_continuation_byte(text[i])) return std::nullopt;
    code_point = (code_point << 6) | (byte_at(text, i) & 0x3FU);
  }
  return DecodedCodePoint{code_point, lead.num_bytes};
}

void append_utf8(std::string& out, char32_t code_point) {
  KIJUN_ASSERT(code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF));
  const auto continuation = [code_point](unsigned shift) {
    return static_cast<char>(0x80 | ((code_point >> shift) & 0x3F));
  };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xC0 | (code_point >> 6));
    out += continuation(0);
  } else if (code_point < 0x10000) {
    out += static_cast<char>(0xE0 | (code_point >> 12));
    out += continuation(6);
    out += continuation(0);
  } else {
    out += static_cast<char>(0xF0 | (code_point >> 18));
    out += continuation(12);
    out += continuation(6);
    out += continuation(0);
  }
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  if (simdjson::validate_utf8(text)) return std::nullopt;
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (byte_at(text, offset) < 0x80) {
      ++offset;
      continue;
    }
    const auto decoded = decode_utf8(text.substr(offset));
    if (!decoded) return offset;
    offset += decoded->num_bytes;
  }
  return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) {
    const auto decoded = decode_utf8(text.substr(offset));
    offset += decoded ? decoded->num_bytes : 1;
  }
  return count;
}

std::string_view first_code_points(std::string_view text, std::size_t count) {
  std::size_t size = 0;
  for (; count > 0 && size < text.size(); --count) {
    const auto decoded = decode_utf8(text.substr(size));
    size += decoded ? decoded->num_bytes : 1;
  }
  return text.substr(0, size);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<std::uint8_t>(c) < 0x80; });
}

}  // namespace kijun
