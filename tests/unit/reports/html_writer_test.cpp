#include "reports/html/html_writer.h"

#include <gtest/gtest.h>

#include <sstream>

namespace kijun::reports {
namespace {

TEST(HtmlWriterTest, EscapesTextAndAttributes) {
  std::ostringstream out;
  HtmlWriter html(out);
  html.leaf("b", {{"title", "\"<x>"}}, "<script>&");
  EXPECT_EQ(out.str(), "<b title=\"&quot;&lt;x&gt;\">&lt;script&gt;&amp;</b>");
}

TEST(HtmlWriterTest, ClosesElementsWithTheirScope) {
  std::ostringstream out;
  HtmlWriter html(out);
  {
    const auto outer = html.element("div");
    const auto inner = html.element("i");
    html.text("x");
  }
  EXPECT_EQ(out.str(), "<div><i>x</i></div>\n");
}

TEST(HtmlWriterTest, WritesBothLanguagesOnlyWhereTheyDiffer) {
  std::ostringstream out;
  HtmlWriter html(out);
  html.text(LocalizedText{"甲", "Ko"});
  html.text(LocalizedText{"12", "12"});
  EXPECT_EQ(out.str(), "<i lang=ja>甲</i><i lang=en>Ko</i>12");
}

}  // namespace
}  // namespace kijun::reports
