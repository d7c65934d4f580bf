#include "reports/escape/xml_writer.h"

#include <gtest/gtest.h>

#include <sstream>

namespace kijun::reports {
namespace {

TEST(XmlWriterTest, EscapesMarkupAndKeepsLines) {
  EXPECT_EQ(escape_xml("<a href=\"x\">&'"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
  EXPECT_EQ(escape_xml("]]>"), "]]&gt;");
  EXPECT_EQ(escape_xml("a\nb\tc"), "a&#10;b&#9;c");
  EXPECT_EQ(escape_xml("協議の場𠮷"), "協議の場𠮷");
}

TEST(XmlWriterTest, ShowsWhatXmlHasNoPlaceFor) {
  EXPECT_EQ(escape_xml(std::string_view("\0\x1b\r", 3)), "\\u{0000}\\u{001B}\\u{000D}");
  EXPECT_EQ(escape_xml("\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD"), "\\u{FFFE}\\u{FFFF}\xEF\xBF\xBD");
  EXPECT_EQ(escape_xml("\xED\xA0\x80"), "\\x{ED}\\x{A0}\\x{80}");  // a lone surrogate
  EXPECT_EQ(escape_xml("\xE2\x80\xAE"), "\\u{202E}");
}

TEST(XmlWriterTest, WritesElements) {
  std::ostringstream out;
  XmlWriter xml(out);
  xml.open("a", {{"x", "<"}});
  xml.empty("b");
  xml.text("c", "&", {{"y", "1"}});
  xml.close();
  EXPECT_EQ(out.str(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a x=\"&lt;\">\n  <b/>\n  <c y=\"1\">&amp;</c>\n</a>\n");
}

}  // namespace
}  // namespace kijun::reports
