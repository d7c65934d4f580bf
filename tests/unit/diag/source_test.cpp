#include "engine/diag/source.h"

#include <gtest/gtest.h>

#include <iterator>
#include <string>

#include "engine/base/utf8.h"

namespace kijun::diag {
namespace {

TEST(SourceTest, CountsLinesWithEveryLineEnd) {
  const Source source("a.toml", "one\ntwo\r\nthree\rfour\n");
  EXPECT_EQ(source.num_lines(), 5U);
  EXPECT_EQ(source.line_text(1), "one");
  EXPECT_EQ(source.line_text(2), "two");
  EXPECT_EQ(source.line_text(3), "three");
  EXPECT_EQ(source.line_text(4), "four");
  EXPECT_EQ(source.line_text(5), "");
  EXPECT_EQ(source.line_text(0), "");
  EXPECT_EQ(source.line_text(6), "");
  EXPECT_EQ(source.line_start(3), 9U);
  EXPECT_EQ(source.line_start(99), 20U);
}

TEST(SourceTest, GivesColumnsInCodePoints) {
  const Source source("a.toml", "a = \"協議\" # x\nb");
  struct Case {
    std::size_t offset;
    std::size_t line;
    std::size_t column;
  };
  const Case cases[] = {{0, 1, 1}, {5, 1, 6}, {8, 1, 7}, {11, 1, 8}, {16, 1, 13}, {17, 2, 1}, {18, 2, 2}, {99, 2, 2}};
  for (const Case& item : cases) {
    EXPECT_EQ(source.line_column(item.offset).line, item.line) << item.offset;
    EXPECT_EQ(source.line_column(item.offset).column, item.column) << item.offset;
  }
}

TEST(SourceTest, GivesTheSamePlacesAsWalkingThroughALongText) {
  const std::string_view pieces[] = {"a", "\n", "県", "\r\n", "bc", "\r", "\r\n\n", "長い行の途中"};
  std::string text;
  for (std::size_t i = 0; text.size() < 5000; ++i) text += pieces[i * i % 11 % std::size(pieces)];
  const Source source("a.txt", text);
  std::size_t line = 1;
  std::size_t start = 0;
  for (std::size_t offset = 0; offset <= text.size(); ++offset) {
    const bool behind_lf = offset > 0 && text[offset - 1] == '\n';
    const bool behind_cr = offset > 0 && text[offset - 1] == '\r' && (offset == text.size() || text[offset] != '\n');
    if (behind_lf || behind_cr) ++line, start = offset;
    const LineColumn place = source.line_column(offset);
    ASSERT_EQ(place.line, line) << offset;
    ASSERT_EQ(place.column, count_code_points(std::string_view(text).substr(start, offset - start)) + 1) << offset;
    ASSERT_EQ(source.line_start(line), start) << offset;
  }
}

TEST(SourceTest, LeavesTheByteOrderMarkOutOfLineOne) {
  const Source source("a.csv", "\xEF\xBB\xBF団体名,協議の場\n");
  EXPECT_EQ(source.line_text(1), "団体名,協議の場");
  EXPECT_EQ(source.line_column(3).column, 1U);
  EXPECT_EQ(source.line_column(0).column, 1U);
  EXPECT_EQ(source.line_column(12).column, 4U);
}

TEST(SourceTest, KeepsAddressesWhileTheMapGrows) {
  SourceMap map;
  const Source* first = &map.add("first", "1");
  for (int i = 0; i < 1000; ++i) map.add("more", "x");
  EXPECT_EQ(first, &map.sources().front());
  EXPECT_EQ(first->text(), "1");
}

}  // namespace
}  // namespace kijun::diag
