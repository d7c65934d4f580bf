#include "engine/base/text_check.h"

#include <gtest/gtest.h>

#include <string>

namespace kijun {
namespace {

TEST(TextCheckTest, TakesWellFormedTextWithoutNul) {
  EXPECT_TRUE(is_clean_utf8(""));
  EXPECT_TRUE(is_clean_utf8("abc"));
  EXPECT_TRUE(is_clean_utf8("協議の場𠮷"));
  EXPECT_FALSE(is_clean_utf8(std::string_view("a\0b", 3)));
  EXPECT_FALSE(is_clean_utf8("\xE5\x8D"));
  EXPECT_FALSE(is_clean_utf8("\x80"));
}

TEST(TextCheckTest, FindsOneBadByteAnywhereInALongText) {
  // Long enough to be cut into pieces and shared out, with characters of three bytes across every cut.
  std::string text = "x";
  while (text.size() < (std::size_t{9} << 20)) text += "協議の場";
  EXPECT_TRUE(is_clean_utf8(text));
  const std::size_t places[] = {0, 1, 2, 131071, 131072, 131073, text.size() / 2, text.size() / 2 + 1, text.size() - 1};
  for (const std::size_t place : places) {
    SCOPED_TRACE(place);
    for (const char bad : {'\0', '\xFF'}) {
      const char sound = text[place];
      text[place] = bad;
      EXPECT_FALSE(is_clean_utf8(text));
      text[place] = sound;
    }
  }
  const std::string run_of_tails(std::size_t{5} << 20, '\x80');
  EXPECT_FALSE(is_clean_utf8(run_of_tails));
}

}  // namespace
}  // namespace kijun
