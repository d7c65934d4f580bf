#include "reports/escape/html_text.h"

#include <gtest/gtest.h>

namespace kijun::reports {
namespace {

TEST(HtmlTextTest, EscapesMarkupAndQuotes) {
  EXPECT_EQ(escape_html("<b title=\"x\">'&'</b>"), "&lt;b title=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;");
}

TEST(HtmlTextTest, ShowsControlsAndBidiControlsAsText) {
  const std::string escaped = escape_html(
      "a\x01"
      "b\xE2\x80\xAE"
      "c");  // U+202E would turn the rest around
  EXPECT_EQ(escaped.find('\x01'), std::string::npos);
  EXPECT_EQ(escaped.find("\xE2\x80\xAE"), std::string::npos);
}

TEST(HtmlTextTest, KeepsDifferentIdsDifferent) {
  EXPECT_EQ(html_id("r-council.municipality"), "r-council.municipality");
  EXPECT_EQ(html_id("a b"), "a:20b");
  EXPECT_NE(html_id("a b"), html_id("a_b"));
}

}  // namespace
}  // namespace kijun::reports
