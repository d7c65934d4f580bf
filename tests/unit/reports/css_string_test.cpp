#include "reports/escape/css_string.h"

#include <gtest/gtest.h>

namespace kijun::reports {
namespace {

TEST(CssStringTest, KeepsLettersAndJapanese) { EXPECT_EQ(css_string("判定日 2019"), "\"判定日 2019\""); }

TEST(CssStringTest, EscapesWhatCouldCloseTheStringOrTheStyle) {
  EXPECT_EQ(css_string("\"}</style>"), R"("\000022\00007d\00003c\00002fstyle\00003e")");
}

}  // namespace
}  // namespace kijun::reports
