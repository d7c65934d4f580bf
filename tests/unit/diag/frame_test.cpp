#include "engine/diag/frame.h"

#include <gtest/gtest.h>

#include "tests/unit/diag/span_of.h"

namespace kijun::diag {
namespace {

TEST(FrameTest, PlacesMarksByDisplayWidth) {
  const Source source("a.toml", "# 見出し\nlabel = \"○の場\" # △\n");
  const Span span = span_of(source, "の場");
  const Frame narrow = make_frame(span, '^', 1);
  EXPECT_EQ(narrow.line, 2U);
  EXPECT_EQ(narrow.text, "label = \"○の場\" # △");
  EXPECT_EQ(narrow.underline, "          ^^^^");
  EXPECT_EQ(make_frame(span, '-', 2).underline, "           ----");
}

TEST(FrameTest, ShowsTabsAsSpacesAndEscapesControls) {
  const Source source("a.csv", "a\tb\x1B[0m\tc");
  const Frame frame = make_frame(span_of(source, "c"), '^', 1);
  EXPECT_EQ(frame.text, "a    b\\u{001B}[0m    c");
  EXPECT_EQ(frame.underline, "                     ^");
  EXPECT_EQ(make_frame(span_of(source, "\x1B"), '^', 1).underline, "      ^^^^^^^^");
}

TEST(FrameTest, EscapesWhatACiRunnerObeys) {
  const Source source("a.csv", "a##[error]b,c");
  const Frame frame = make_frame(span_of(source, "c"), '^', 1);
  EXPECT_EQ(frame.text, "a\\u{0023}#[error]b,c");
  EXPECT_EQ(frame.underline, "                   ^");
}

TEST(FrameTest, CutsALineToTheColumnsAskedFor) {
  const Source source("a.csv", "0123456789abcdefghij");
  EXPECT_EQ(make_frame(span_of(source, "c"), '^', 1, 10).text, "…789abcdefg…");
  EXPECT_EQ(make_frame(span_of(source, "c"), '^', 1, 20).text, "0123456789abcdefghij");
}

TEST(FrameTest, MarksAnEmptySpanOnce) {
  const Source source("a.toml", "a = \nb = 1");
  EXPECT_EQ(make_frame({&source, 4, 4}, '^', 1).underline, "    ^");
  EXPECT_EQ(make_frame({&source, 10, 10}, '^', 1).underline, "     ^");
  EXPECT_EQ(make_frame({&source, 10, 10}, '^', 1).line, 2U);
}

TEST(FrameTest, MarksALongSpanToTheEndOfItsFirstLine) {
  const Source source("a.toml", "x = [ 1,\r\n  2 ]\n");
  const Frame frame = make_frame({&source, 4, 15}, '^', 1);
  EXPECT_EQ(frame.text, "x = [ 1,");
  EXPECT_EQ(frame.underline, "    ^^^^");
}

TEST(FrameTest, GivesAnEmptyLineForAnEmptyFile) {
  const Source source("a.toml", "");
  const Frame frame = make_frame({&source, 0, 0}, '^', 1);
  EXPECT_EQ(frame.line, 1U);
  EXPECT_EQ(frame.text, "");
  EXPECT_EQ(frame.underline, "^");
}

TEST(FrameTest, CutsLongLinesAroundTheSpan) {
  const std::string a(200, 'a');
  const std::string b(200, 'b');
  const Source middle("a.toml", a + "XYZ" + b);
  const Frame frame = make_frame(span_of(middle, "XYZ"), '^', 1);
  EXPECT_EQ(frame.text, "…" + std::string(30, 'a') + "XYZ" + std::string(67, 'b') + "…");
  EXPECT_EQ(frame.underline, std::string(31, ' ') + "^^^");
  EXPECT_EQ(make_frame(span_of(middle, "XYZ"), '^', 2).underline, std::string(32, ' ') + "^^^");

  const Source start("a.toml", "XYZ" + b);
  EXPECT_EQ(make_frame(span_of(start, "XYZ"), '^', 1).text, "XYZ" + std::string(97, 'b') + "…");
  const Source end("a.toml", a + "XYZ");
  EXPECT_EQ(make_frame(span_of(end, "XYZ"), '^', 1).text, "…" + std::string(97, 'a') + "XYZ");
  EXPECT_EQ(make_frame(span_of(end, "XYZ"), '^', 1).underline, std::string(98, ' ') + "^^^");

  const Source all("a.toml", a);
  EXPECT_EQ(make_frame({&all, 0, 200}, '^', 1).text, std::string(100, 'a') + "…");
  EXPECT_EQ(make_frame({&all, 0, 200}, '^', 1).underline, std::string(100, '^'));
}

TEST(FrameTest, CutsWideCharactersWhole) {
  std::string line;
  for (int i = 0; i < 100; ++i) line += "協";
  const Source source("a.toml", line + "X");
  const Frame frame = make_frame(span_of(source, "X"), '^', 1);
  std::string shown = "…";
  for (int i = 0; i < 49; ++i) shown += "協";
  EXPECT_EQ(frame.text, shown + "X");
  EXPECT_EQ(frame.underline, std::string(99, ' ') + "^");
}

TEST(FrameTest, LooksOnlyAtTheBytesNearTheSpan) {
  std::string line;
  for (int i = 0; i < 1000000; ++i) line += "協";
  const Source source("a.toml", line + "XYZ" + line);
  const Frame frame = make_frame(span_of(source, "XYZ"), '^', 1);
  std::string shown = "…";
  for (int i = 0; i < 15; ++i) shown += "協";
  shown += "XYZ";
  for (int i = 0; i < 33; ++i) shown += "協";
  EXPECT_EQ(frame.text, shown + "…");
  EXPECT_EQ(frame.underline, std::string(31, ' ') + "^^^");
}

}  // namespace
}  // namespace kijun::diag
