#include "reports/html/folded_text.h"

#include <gtest/gtest.h>

#include "tests/unit/reports/unfolded.h"

namespace kijun::reports {
namespace {

TEST(FoldedTextTest, IsZlibInBase64) {
  // RFC 1950 and 1951: the head 78 da, one fixed block with nothing in it, the checksum of nothing.
  EXPECT_EQ(fold_text(""), "eNoDAAAAAAE=");
}

TEST(FoldedTextTest, UnfoldsToTheSameText) {
  std::string long_text;
  for (int line = 0; line < 2000; ++line) long_text += "<li>架空第" + std::to_string(line * 7919 % 1009) + "</li>\n";
  for (const std::string& text : {std::string("x"), std::string("</script>\r\n\0é", 14), long_text})
    EXPECT_TRUE(unfolded_text(fold_text(text)) == text) << text.size();
  EXPECT_LT(fold_text(long_text).size(), long_text.size() / 4);
}

TEST(FoldedTextTest, HoldsNoMarkup) {
  EXPECT_EQ(fold_text("</script><b>").find_first_of("<>&\"' \n"), std::string::npos);
}

}  // namespace
}  // namespace kijun::reports
