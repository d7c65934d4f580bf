#include "engine/cli/verify/byte_comparison.h"

#include <gtest/gtest.h>

namespace kijun::cli {
namespace {

std::optional<ByteDifference> compare(std::string_view expected, std::string_view made) {
  return compare_bytes(expected, [&](std::ostream& out) {
    if (!made.empty()) out.put(made.front());  // byte by byte, and in pieces
    for (std::size_t at = 1; at < made.size(); at += 7) out << made.substr(at, 7);
  });
}

TEST(ByteComparisonTest, EqualTextsHaveNoDifference) {
  EXPECT_FALSE(compare("", ""));
  EXPECT_FALSE(compare("架空県\nの報告書\n", "架空県\nの報告書\n"));
}

TEST(ByteComparisonTest, CountsLinesAndCodePoints) {
  const auto found = compare("一行目\n二行目のあ。\n", "一行目\n二行目のい。\n");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->line, 2U);
  EXPECT_EQ(found->column, 5U);
  EXPECT_EQ(found->expected, "二行目のあ。");
  EXPECT_EQ(found->made, "二行目のい。");
  EXPECT_FALSE(found->expected_ends || found->made_ends);
}

TEST(ByteComparisonTest, AnEndThatComesTooEarlyIsOne) {
  const auto cut = compare("abc", "abcdef");
  ASSERT_TRUE(cut);
  EXPECT_EQ(cut->offset, 3U);
  EXPECT_TRUE(cut->expected_ends);
  EXPECT_EQ(cut->made, "abcdef");
  const auto more = compare("abcdef", "abc");
  ASSERT_TRUE(more);
  EXPECT_TRUE(more->made_ends);
  EXPECT_FALSE(more->expected_ends);
  EXPECT_EQ(more->expected, "abcdef");
  EXPECT_TRUE(compare("abc", "")->made_ends);
  EXPECT_TRUE(compare("", "abc")->expected_ends);
}

TEST(ByteComparisonTest, ShowsALongLineAroundThePlaceInWholeCharacters) {
  std::string before;
  for (int i = 0; i < 50; ++i) before += "県";
  const auto found = compare(before + "甲" + before, before + "乙" + before);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->column, 51U);
  EXPECT_EQ(found->expected, "県県県県県県県県県県甲県県県県県県県県県");
  EXPECT_EQ(found->made, "県県県県県県県県県県乙県県県県県県県県県");
}

}  // namespace
}  // namespace kijun::cli
