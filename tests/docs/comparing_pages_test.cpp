#include <gtest/gtest.h>

#include "tests/docs/markdown.h"

namespace kijun::docs {
namespace {

TEST(ComparingPagesTest, QuoteWhatKijunPrints) {
  const std::string printed = page_text("tests/golden/compare-years/expected.txt");
  for (const char* const path : {"docs/comparing.ja.md", "docs/comparing.en.md"}) {
    std::size_t num_quoted = 0;
    for (const Section& section : parse_sections(page_text(path)))
      for (const CodeBlock& block : section.blocks) {
        if (block.text.starts_with("kijun ")) continue;
        ++num_quoted;
        EXPECT_NE(printed.find(block.text), std::string::npos) << path << ":" << block.line << "\n" << block.text;
      }
    EXPECT_EQ(num_quoted, 4U) << path;
  }
}

}  // namespace
}  // namespace kijun::docs
