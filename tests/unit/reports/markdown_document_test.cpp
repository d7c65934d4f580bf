#include "reports/markdown/markdown_document.h"

#include <gtest/gtest.h>

#include <sstream>

namespace kijun::reports {
namespace {

std::string code(const std::string& text) {
  std::ostringstream out;
  MarkdownDocument(out, Language::kJapanese).code(text, "toml");
  return out.str();
}

TEST(MarkdownDocumentTest, NothingInABlockOfCodeEndsIt) {
  EXPECT_EQ(code("a = 1\n"), "```toml\na = 1\n```\n\n");
  EXPECT_EQ(code("a = \"```\""), "````toml\na = \"```\"\n````\n\n");
  EXPECT_EQ(code("`````\n````"), "``````toml\n`````\n````\n``````\n\n");
}

TEST(MarkdownDocumentTest, ControlsInABlockOfCodeAreVisible) {
  EXPECT_EQ(code("a\xE2\x80\xAE"
                 "b"),
            "```toml\na\\u{202E}b\n```\n\n");
}

}  // namespace
}  // namespace kijun::reports
