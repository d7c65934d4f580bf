#include "reports/escape/markdown_text.h"

#include <gtest/gtest.h>

namespace kijun::reports {
namespace {

struct MarkdownCase {
  std::string_view name;
  std::string_view text;
  std::string_view expected;
};

TEST(MarkdownTextTest, EscapesWhatWouldBeMarkup) {
  constexpr MarkdownCase kCases[] = {
      {"table and code", "a|b`c`", "a\\|b\\`c\\`"},
      {"emphasis and link", "*x* _y_ [z](u)", "\\*x\\* \\_y\\_ \\[z\\](u)"},
      {"html", "<img src=x>&", "&lt;img src=x&gt;&amp;"},
      {"line breaks", "一\r\n二\n三", "一<br>二<br>三"},
      {"heading at the start of a line", "# x", "\\# x"},
      {"ordered list", "1. x", "1\\. x"},
      {"bullet", "- x", "\\- x"},
      {"plain dates stay readable", "2019-03-31", "2019-03-31"},
      {"links", "https://example.jp www.example.jp", "https\\://example.jp www\\.example.jp"},
  };
  for (const MarkdownCase& one : kCases) {
    EXPECT_EQ(escape_markdown(one.text), one.expected) << one.name;
  }
}

TEST(MarkdownTextTest, QuotesEveryLine) { EXPECT_EQ(quote_markdown("一\n# 二"), "> 一  \n> \\# 二\n"); }

}  // namespace
}  // namespace kijun::reports
