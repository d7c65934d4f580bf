#include "engine/base/cp932.h"

#include <gtest/gtest.h>

#include "engine/base/utf8.h"

namespace kijun {
namespace {

struct CodeAndText {
  std::string bytes;
  std::string text;
};

// Codes read off Microsoft's published table of code page 932.
TEST(Cp932Test, ConvertsBothWays) {
  const CodeAndText cases[] = {
      {"", ""},
      {"A~\\\x7F", "A~\\\x7F"},
      {"\x81\x9B", "○"},
      {"\x81\x5A", "〇"},
      {"\x81\xFC", "◯"},
      {"\x81\xA2", "△"},
      {"\x81\x7E", "×"},
      {"\x81\x60", "～"},  // U+FF5E, not U+301C
      {"\x81\x7C", "－"},  // U+FF0D, not U+2212
      {"\x81\x61", "∥"},   // U+2225, not U+2016
      {"\x81\x91", "￠"},  // U+FFE0, not U+00A2
      {"\x81\xCA", "￢"},  // U+FFE2, not U+00AC
      {"\x81\x5F", "＼"},  // trail byte 5F
      {"\x83\x5C", "ソ"},  // trail byte is a backslash
      {"\x95\x5C", "表"},  // likewise
      {"\x83\x60", "チ"},
      {"\x88\x9F", "亜"},
      {"\x98\x72", "腕"},
      {"\x98\x9F", "弌"},
      {"\xEA\xA4", "熙"},
      {"\x87\x40", "①"},  // NEC row 13
      {"\x87\x54", "Ⅰ"},
      {"\x87\x8A", "㈱"},
      {"\xFB\xFC", "髙"},  // IBM extension
      {"\xFA\xB1", "﨑"},
      {"\xFC\x4B", "黑"},
      {"\xFA\x40", "ⅰ"},
      {"\xB1\xB6\xDE", "ｱｶﾞ"},
      {"\xA1\xDF", "｡ﾟ"},
      {"\xF0\x40", "\xEE\x80\x80"},  // U+E000, the first user-defined character
      {"\xF9\xFC", "\xEE\x9D\x97"},  // U+E757, the last one
      {"\x8F\xE3\x94\xF6\x8Es,1", "上尾市,1"},
  };
  for (const CodeAndText& item : cases) {
    const Cp932Decoded decoded = decode_cp932(item.bytes);
    EXPECT_EQ(decoded.text, item.text);
    EXPECT_EQ(decoded.first_invalid_byte, std::nullopt) << item.text;
    EXPECT_EQ(encode_cp932(item.text), item.bytes) << item.text;
  }
}

// NEC's selection (ED, EE) and the doubles of row 13 are read, but written as Windows writes them.
TEST(Cp932Test, EncodesDuplicatesAsWindowsDoes) {
  struct Duplicate {
    std::string read;
    std::string text;
    std::string written;
  };
  const Duplicate cases[] = {
      {"\xED\x40", "纊", "\xFA\x5C"},     {"\xEE\xE0", "髙", "\xFB\xFC"}, {"\xEE\xEF", "ⅰ", "\xFA\x40"},
      {"\xFA\x4A", "Ⅰ", "\x87\x54"},      {"\x87\x90", "≒", "\x81\xE0"},  {"\xEE\xF9", "￢", "\x81\xCA"},
      {"\xFA\x54", "￢", "\x81\xCA"},     {"\xFA\x5B", "∵", "\x81\xE6"},  {"\xFA\x58", "㈱", "\x87\x8A"},
      {"\xEE\x62", "\uFA19", "\xFB\x7E"},  // a compatibility ideograph, which NFC would turn into U+795E
  };
  for (const Duplicate& item : cases) {
    EXPECT_EQ(decode_cp932(item.read).text, item.text);
    EXPECT_EQ(encode_cp932(item.text), item.written) << item.text;
  }
}

TEST(Cp932Test, ReportsTheFirstUndecodableByte) {
  struct Case {
    std::string bytes;
    std::string text;
    std::size_t place;
  };
  const Case cases[] = {
      {"ab\x80", "ab", 2},  // lead bytes that do not exist
      {"\xA0", "", 0},
      {"\x81\x9B\xFD\x40", "○", 2},
      {"\xFF", "", 0},
      {"\x82\xA0\x82", "あ", 2},                  // cut in the middle
      {"\x82\x30", "", 0},                        // trail byte too low
      {"\x82\x7F", "", 0},                        // 7F is no trail byte
      {"\x82\xFD", "", 0},                        // trail byte too high
      {"\x82\x40", "", 0},                        // a hole in row 3
      {"\x85\x40", "", 0},                        // a row without characters
      {"\xFC\x4C", "", 0},                        // behind the last IBM character
      {"\xE5\x8D\x94\xE8\xAD\xB0", "蜊碑ｭｰ", 6},  // UTF-8 「協議」: decodable by bad luck
  };
  for (const Case& item : cases) {
    const Cp932Decoded decoded = decode_cp932(item.bytes);
    EXPECT_EQ(decoded.text, item.text);
    if (item.place == item.bytes.size()) {
      EXPECT_EQ(decoded.first_invalid_byte, std::nullopt);
    } else {
      EXPECT_EQ(decoded.first_invalid_byte, item.place) << testing::PrintToString(item.bytes);
    }
  }
}

TEST(Cp932Test, RefusesCharactersWithoutACode) {
  for (const std::string_view text : {"〜", "−", "𠮷", "é", "한", "\xC2\x80", "a\xFF", "\uFFFD"}) {
    EXPECT_EQ(encode_cp932(text), std::nullopt) << text;
  }
}

// Every code that can be read names a character that can be written and is read back the same. 6,879 codes are JIS X
// 0208, 83 NEC's row 13, 374 NEC's selection, 388 IBM's extension and 1,880 user-defined.
TEST(Cp932Test, RoundTripsEveryCharacter) {
  int num_codes = 0;
  for (int code = 0x8100; code <= 0xFFFF; ++code) {
    const std::string bytes = {static_cast<char>(code >> 8), static_cast<char>(code & 0xFF)};
    const Cp932Decoded decoded = decode_cp932(bytes);
    if (decoded.first_invalid_byte || count_code_points(decoded.text) != 1) continue;
    ++num_codes;
    const auto encoded = encode_cp932(decoded.text);
    ASSERT_TRUE(encoded.has_value()) << decoded.text;
    EXPECT_EQ(decode_cp932(*encoded).text, decoded.text);
  }
  EXPECT_EQ(num_codes, 6879 + 83 + 374 + 388 + 1880);
}

}  // namespace
}  // namespace kijun
