#include "reports/escape/short_text.h"

#include <gtest/gtest.h>

namespace kijun::reports {
namespace {

TEST(ShortTextTest, CutsBetweenCodePoints) {
  EXPECT_EQ(shorten("協議の場", 4), "協議の場");
  EXPECT_EQ(shorten("協議の場", 2), "協議…");
  EXPECT_EQ(shorten("", 0), "");
  EXPECT_EQ(shorten("a\xff"
                    "b",
                    2),
            "a\xff…");
}

TEST(ShortTextTest, InertTextIsShortAfterEscaping) {
  EXPECT_EQ(inert_text("a\x1b", 20), "a\\u{001B}");
  EXPECT_EQ(inert_text("\x1b\x1b\x1b", 10), "\\u{001B}\\u…");
}

}  // namespace
}  // namespace kijun::reports
