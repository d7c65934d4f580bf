#include "reports/text/text_layout.h"

#include <gtest/gtest.h>

#include <sstream>

#include "engine/base/unicode.h"

namespace kijun::reports {
namespace {

std::string wrapped(std::string_view first, std::string_view text, TerminalStyle style = {}) {
  std::ostringstream out;
  TextLayout(out, style).wrapped(first, text);
  return out.str();
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

TEST(TextLayoutTest, NoLineStartsWithAClosingMarkNorEndsWithAnOpeningOne) {
  // 39 characters are 78 columns; the 40th would fit alone, but not with the mark behind it.
  EXPECT_EQ(wrapped("", repeated("あ", 40) + "、"), repeated("あ", 39) + "\nあ、\n");
  EXPECT_EQ(wrapped("", repeated("あ", 39) + "（い"), repeated("あ", 39) + "\n（い\n");
}

TEST(TextLayoutTest, AmbiguousCharactersTakeWhatTheTerminalGivesThem) {
  EXPECT_EQ(wrapped("", repeated("○", 80)), repeated("○", 80) + "\n");
  EXPECT_EQ(wrapped("", repeated("○", 80), {false, 2}), repeated("○", 40) + "\n" + repeated("○", 40) + "\n");
}

TEST(TextLayoutTest, FurtherLinesStandBelowTheText) {
  EXPECT_EQ(wrapped("  × ", repeated("word ", 20)),
            "  × " + repeated("word ", 14) + "word\n    " + repeated("word ", 4) + "word\n");
}

TEST(TextLayoutTest, NothingACiRunnerObeysStartsALine) {
  EXPECT_EQ(wrapped("", "::error::a"), "\\u{003A}:error::a\n");
  EXPECT_EQ(wrapped("", repeated("a", 78) + " ::error::b"), repeated("a", 78) + "\n\\u{003A}:error::b\n");
}

TEST(TextLayoutTest, ATooWideTableWrapsItsFirstColumnEvenly) {
  std::ostringstream out;
  TextLayout(out, {}).table({{"", repeated("x", 40)}, {repeated("あ", 22), "1"}}, "  ", 1);
  EXPECT_EQ(out.str(), "  " + repeated(" ", 36) + "  " + repeated("x", 40) + "\n" + "  " + repeated("あ", 11) +
                           repeated(" ", 14) + "  " + repeated(" ", 39) + "1\n" + "  " + repeated("あ", 11) + "\n");
}

TEST(TextLayoutTest, PaintTakesNoRoom) {
  std::ostringstream out;
  TextLayout(out, {true, 1}).wrapped("ab ", repeated("あ", 39), Paint::kRed);
  EXPECT_EQ(out.str(), "\x1b[1;31mab \x1b[0m" + repeated("あ", 38) + "\n   あ\n");
}

}  // namespace
}  // namespace kijun::reports
