#include "engine/toml/nesting.h"

#include <gtest/gtest.h>

#include <string>

namespace kijun::toml_doc {
namespace {

std::string repeat(std::string_view piece, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

TEST(NestingTest, FindsTheFirstBracketBeyondTheLimit) {
  EXPECT_EQ(find_excess_nesting("a = " + repeat("[", 64) + repeat("]", 64)), std::nullopt);
  EXPECT_EQ(find_excess_nesting("a = " + repeat("[", 65)), 68U);
  EXPECT_EQ(find_excess_nesting("a = " + repeat("{b=[", 33)), 4U + 32 * 4);
  EXPECT_EQ(find_excess_nesting("a = \"" + repeat("[", 100) + "\" # " + repeat("[", 100)), std::nullopt);
  EXPECT_EQ(find_excess_nesting(repeat("a = []\n", 100)), std::nullopt);
}

TEST(NestingTest, FindsTheFirstPartOfAKeyBeyondTheLimit) {
  EXPECT_EQ(find_excess_nesting(repeat("a.", 15) + "a = 1"), std::nullopt);
  EXPECT_EQ(find_excess_nesting(repeat("a.", 16) + "a = 1"), 31U);
  EXPECT_EQ(find_excess_nesting("[" + repeat("'a' . ", 16) + "a]"), 1U + 15 * 6 + 4);
  EXPECT_EQ(find_excess_nesting("a = [" + repeat("1.5, ", 100) + "]"), std::nullopt);
  EXPECT_EQ(find_excess_nesting("a = \"" + repeat("...", 100) + "\""), std::nullopt);
}

TEST(NestingTest, KnowsWhichLinesStandAlone) {
  struct Case {
    std::string text;
    std::string line;
    bool expected;
  };
  const Case cases[] = {
      {"a = 1\nb = x\nc = 2", "b = x", true},
      {"a = [\nb\n]", "b", false},
      {"a = [\nb\n]", "a = [", false},
      {"a = \"\"\"\nb\n\"\"\"", "b", false},
      {"a = \"\"\"\nb\n\"\"\"", "a = \"\"\"", false},
      {"a = 1 # [\nb = x", "b = x", true},
      {"a = \"[\nb = x", "b = x", true},
      {"a = [1, 2\nb = x", "b = x", false},
  };
  for (const Case& item : cases) {
    const std::size_t begin = item.text.find(item.line);
    EXPECT_EQ(stands_alone(item.text, begin, begin + item.line.size()), item.expected) << item.text;
  }
}

}  // namespace
}  // namespace kijun::toml_doc
