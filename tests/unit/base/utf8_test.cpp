#include "engine/base/utf8.h"

#include <gtest/gtest.h>

namespace kijun {
namespace {

TEST(Utf8Test, DecodesAndEncodesTheEdgesOfEachLength) {
  struct Case {
    char32_t code_point;
    std::string bytes;
  };
  const Case cases[] = {{0x00, std::string(1, '\0')},  {0x7F, "\x7F"},           {0x80, "\xC2\x80"},
                        {0x7FF, "\xDF\xBF"},           {0x800, "\xE0\xA0\x80"},  {0x3042, "あ"},
                        {0xD7FF, "\xED\x9F\xBF"},      {0xE000, "\xEE\x80\x80"}, {0xFFFF, "\xEF\xBF\xBF"},
                        {0x10000, "\xF0\x90\x80\x80"}, {0x20BB7, "𠮷"},          {0x10FFFF, "\xF4\x8F\xBF\xBF"}};
  for (const Case& item : cases) {
    SCOPED_TRACE(static_cast<std::uint32_t>(item.code_point));
    std::string encoded;
    append_utf8(encoded, item.code_point);
    EXPECT_EQ(encoded, item.bytes);
    const auto decoded = decode_utf8(item.bytes + "x");
    ASSERT_TRUE(decoded.has_value());
    EXPECT_EQ(decoded->code_point, item.code_point);
    EXPECT_EQ(decoded->num_bytes, item.bytes.size());
  }
}

TEST(Utf8Test, RefusesIllFormedSequences) {
  const std::string cases[] = {
      "",                  // nothing
      "\x80",              // continuation first
      "\xC0\x80",          // overlong NUL
      "\xC1\xBF",          // overlong
      "\xE0\x9F\xBF",      // overlong
      "\xF0\x8F\xBF\xBF",  // overlong
      "\xED\xA0\x80",      // surrogate
      "\xF4\x90\x80\x80",  // above U+10FFFF
      "\xF5\x80\x80\x80",  // lead byte that no character has
      "\xFF",              // likewise
      "\xE3\x81",          // cut short
      "\xE3\x81x",         // third byte is no continuation
  };
  for (const std::string& bytes : cases) EXPECT_FALSE(decode_utf8(bytes).has_value()) << testing::PrintToString(bytes);
}

TEST(Utf8Test, FindsTheFirstIllFormedByte) {
  EXPECT_EQ(find_invalid_utf8("協議の場"), std::nullopt);
  EXPECT_EQ(find_invalid_utf8("協議\x83\x82"), 6U);
  EXPECT_EQ(find_invalid_utf8("ok\xE3\x81"), 2U);
}

TEST(Utf8Test, CountsCodePointsAndIllFormedBytes) {
  EXPECT_EQ(count_code_points(""), 0U);
  EXPECT_EQ(count_code_points("a協𠮷"), 3U);
  EXPECT_EQ(count_code_points("あ\xFF\xFE"), 3U);
}

TEST(Utf8Test, TakesTheFirstCodePoints) {
  EXPECT_EQ(first_code_points("a協𠮷b", 3), "a協𠮷");
  EXPECT_EQ(first_code_points("a協𠮷b", 9), "a協𠮷b");
  EXPECT_EQ(first_code_points("あ\xFF\xFE", 2), "あ\xFF");
  EXPECT_EQ(first_code_points("あ", 0), "");
}

TEST(Utf8Test, TellsBytesInsideACharacter) {
  const std::string_view text = "a協";
  for (std::size_t at = 0; at < text.size(); ++at) EXPECT_EQ(is_continuation_byte(text[at]), at > 1) << at;
  EXPECT_FALSE(is_continuation_byte('\xFF'));
}

}  // namespace
}  // namespace kijun
