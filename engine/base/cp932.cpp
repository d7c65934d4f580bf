#include "engine/base/cp932.h"

#include <array>
#include <cstdint>
#include <vector>

#include "engine/base/utf8.h"

// A double-byte code is a lead byte (81..9F, E0..FC) and a trail byte (40..7E, 80..FC): 188 cells per lead, two rows of
// 94. Cells come from the generated rows, except for leads F0..F9, which are the 1,880 user-defined characters and map
// in order to U+E000 and on. 80, A0 and FD..FF are refused: no character of the code page starts with them, and in a
// data file they are the first sign of another encoding.
namespace kijun {
namespace {

constexpr std::size_t kCellsPerLead = 188;
constexpr std::size_t kCellsPerRow = 94;
constexpr char16_t kHole = u'\uFFFD';
constexpr std::uint8_t kFirstUserLead = 0xF0;
constexpr std::uint8_t kLastUserLead = 0xF9;
constexpr char32_t kFirstUserCharacter = 0xE000;
constexpr std::size_t kNumUserCharacters = (kLastUserLead - kFirstUserLead + 1) * kCellsPerLead;
constexpr char32_t kFirstHalfWidthKana = 0xFF61;
constexpr char32_t kLastHalfWidthKana = 0xFF9F;
constexpr std::uint8_t kFirstHalfWidthByte = 0xA1;
constexpr std::uint8_t kLastHalfWidthByte = 0xDF;

struct Row {
  std::uint8_t lead;
  std::uint8_t first_cell;
  std::u16string_view characters;
};

constexpr Row kRows[] = {
#include "engine/base/cp932.inc"
};

constexpr bool is_lead(std::uint8_t byte) { return (byte >= 0x81 && byte <= 0x9F) || (byte >= 0xE0 && byte <= 0xFC); }

constexpr bool is_trail(std::uint8_t byte) { return byte >= 0x40 && byte <= 0xFC && byte != 0x7F; }

constexpr std::size_t cell_of(std::uint8_t trail) { return trail - (trail < 0x7F ? 0x40U : 0x41U); }

constexpr std::uint8_t trail_of(std::size_t cell) {
  return static_cast<std::uint8_t>(cell + (cell < 0x3F ? 0x40 : 0x41));
}

// Both directions of the double-byte part, built from the rows on first use.
struct Tables {
  std::array<std::u16string_view, 512> rows;  // by lead byte and half
  std::vector<std::uint16_t> codes;           // by UTF-16 unit; 0 is none

  Tables() : codes(0x10000) {
    for (const Row& row : kRows) {
      rows[row.lead * 2U + row.first_cell / kCellsPerRow] = row.characters;
      for (std::size_t i = 0; i < row.characters.size(); ++i) {
        const char16_t character = row.characters[i];
        const auto code = static_cast<std::uint16_t>((row.lead << 8) | trail_of(row.first_cell + i));
        if (character != kHole && codes[character] == 0) codes[character] = code;
      }
    }
  }
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

// The character of a double-byte code, or 0.
char32_t decode_pair(std::uint8_t lead, std::uint8_t trail) {
  if (!is_trail(trail)) return 0;
  const std::size_t cell = cell_of(trail);
  if (lead >= kFirstUserLead && lead <= kLastUserLead) {
    return kFirstUserCharacter + static_cast<char32_t>((lead - kFirstUserLead) * kCellsPerLead + cell);
  }
  const std::u16string_view row = tables().rows[lead * 2U + cell / kCellsPerRow];
  if (row.empty()) return 0;
  const char16_t character = row[cell % kCellsPerRow];
  return character == kHole ? 0 : character;
}

// The double-byte code of a character, or 0.
std::uint16_t encode_pair(char32_t code_point) {
  if (code_point >= kFirstUserCharacter && code_point < kFirstUserCharacter + kNumUserCharacters) {
    const std::size_t index = code_point - kFirstUserCharacter;
    const std::size_t lead = kFirstUserLead + index / kCellsPerLead;
    return static_cast<std::uint16_t>((lead << 8) | trail_of(index % kCellsPerLead));
  }
  return code_point < 0x10000 ? tables().codes[code_point] : std::uint16_t{0};
}

}  // namespace

Cp932Decoded decode_cp932(std::string_view bytes) {
  Cp932Decoded decoded;
  decoded.text.reserve(bytes.size() + bytes.size() / 2);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<std::uint8_t>(bytes[i]);
    if (byte < 0x80) {
      decoded.text += bytes[i];
      continue;
    }
    if (byte >= kFirstHalfWidthByte && byte <= kLastHalfWidthByte) {
      append_utf8(decoded.text, kFirstHalfWidthKana + (byte - kFirstHalfWidthByte));
      continue;
    }
    const bool pair = is_lead(byte) && i + 1 < bytes.size();
    const char32_t character = pair ? decode_pair(byte, static_cast<std::uint8_t>(bytes[i + 1])) : 0;
    if (character == 0) {
      decoded.first_invalid_byte = i;
      return decoded;
    }
    append_utf8(decoded.text, character);
    ++i;
  }
  return decoded;
}

std::optional<std::string> encode_cp932(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  while (!text.empty()) {
    const auto decoded = decode_utf8(text);
    if (!decoded) return std::nullopt;
    text.remove_prefix(decoded->num_bytes);
    const char32_t code_point = decoded->code_point;
    if (code_point < 0x80) {
      bytes += static_cast<char>(code_point);
    } else if (code_point >= kFirstHalfWidthKana && code_point <= kLastHalfWidthKana) {
      bytes += static_cast<char>(kFirstHalfWidthByte + (code_point - kFirstHalfWidthKana));
    } else {
      const std::uint16_t code = encode_pair(code_point);
      if (code == 0) return std::nullopt;
      bytes += static_cast<char>(code >> 8);
      bytes += static_cast<char>(code & 0xFF);
    }
  }
  return bytes;
}

}  // namespace kijun
