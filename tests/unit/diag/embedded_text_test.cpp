#include "engine/diag/embedded_text.h"

#include <gtest/gtest.h>

namespace kijun::diag {
namespace {

TEST(EmbeddedTextTest, PointsThroughAnEscapeIntoTheFile) {
  const Source source("a.toml", R"(x = "a\tb")");  // decoded: a, tab, b
  const EmbeddedText text("a\tb", &source, {5, 6, 8, 9});
  EXPECT_EQ(text.span(0, 1).text(), "a");
  EXPECT_EQ(text.span(1, 2).text(), "\\t");
  EXPECT_EQ(text.span(1, 3).text(), "\\tb");
  EXPECT_EQ(text.span().text(), "a\\tb");
  EXPECT_EQ(text.span(3, 3).begin, 9U);
  EXPECT_EQ(text.span(3, 3).end, 9U);
}

TEST(EmbeddedTextTest, EndsBeforeSkippedBytes) {
  const Source source("a.toml", "ab   cd");
  const EmbeddedText text("abcd", &source, {0, 1, 5, 6, 7}, {1, 2, 6, 7});
  EXPECT_EQ(text.span(0, 2).text(), "ab");
  EXPECT_EQ(text.span(2, 4).text(), "cd");
  EXPECT_EQ(text.span(1, 3).text(), "b   c");
}

TEST(EmbeddedTextTest, TakesBytesVerbatim) {
  const Source source("a.toml", "t = 07:32:00 # x");
  const EmbeddedText text = EmbeddedText::verbatim(source, 4, 12);
  EXPECT_EQ(text.text(), "07:32:00");
  EXPECT_EQ(text.span(3, 5).text(), "32");
  EXPECT_EQ(text.span().end, 12U);
  EXPECT_EQ(text.span(8, 8).begin, 12U);
}

TEST(EmbeddedTextTest, ClampsRangesToTheText) {
  const Source source("expression", "a && b");
  const EmbeddedText text = EmbeddedText::whole(source);
  EXPECT_EQ(text.text(), "a && b");
  EXPECT_EQ(text.span(5, 100).text(), "b");
  EXPECT_EQ(text.span(100, 200).begin, 6U);
  EXPECT_EQ(text.span(4, 2).text(), "");
}

TEST(EmbeddedTextTest, ASliceKeepsThePlacesOfItsBytes) {
  const Source source("rule.toml", "x = \"a\\u0062c {d}\"");
  const EmbeddedText escaped("abc {d}", &source, {5, 6, 12, 13, 14, 15, 16, 17});
  const EmbeddedText slice = escaped.slice(1, 6);
  EXPECT_EQ(slice.text(), "bc {d");
  EXPECT_EQ(slice.span(0, 1).text(), "\\u0062");
  EXPECT_EQ(slice.span(4, 5).text(), "d");
  EXPECT_EQ(EmbeddedText::verbatim(source, 4, 13).slice(1, 3).span().begin, 5U);
}

TEST(EmbeddedTextTest, HasNoPlaceByDefault) {
  const EmbeddedText text;
  EXPECT_TRUE(text.empty());
  EXPECT_FALSE(text.span().valid());
}

}  // namespace
}  // namespace kijun::diag
