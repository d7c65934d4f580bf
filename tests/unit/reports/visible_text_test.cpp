#include "reports/escape/visible_text.h"

#include <gtest/gtest.h>

namespace kijun::reports {
namespace {

TEST(VisibleTextTest, KeepsTextLinesAndTabs) {
  EXPECT_EQ(visible_text("一行目\n\t二行目 <b> & =1+1 😀 \xEF\xBF\xBD"), "一行目\n\t二行目 <b> & =1+1 😀 \xEF\xBF\xBD");
}

TEST(VisibleTextTest, ShowsControlsDirectionsNonCharactersAndIllFormedBytes) {
  EXPECT_EQ(visible_text("a\x1b[31m\r\n"), "a\\u{001B}[31m\\u{000D}\n");
  EXPECT_EQ(visible_text("\xE2\x80\xAE x"), "\\u{202E} x");
  EXPECT_EQ(visible_text("\xEF\xBF\xBE\xEF\xBF\xBF"), "\\u{FFFE}\\u{FFFF}");
  EXPECT_EQ(visible_text("\xED\xA0\x80"), "\\x{ED}\\x{A0}\\x{80}");  // a lone surrogate
}

}  // namespace
}  // namespace kijun::reports
