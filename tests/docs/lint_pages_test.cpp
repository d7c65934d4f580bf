#include <gtest/gtest.h>

#include <array>

#include "engine/analysis/lint/lint_checks.h"
#include "engine/base/file_system.h"

namespace kijun::docs {
namespace {

TEST(LintPagesTest, AreWhatKijunPrints) {
  for (const Language language : {Language::kJapanese, Language::kEnglish}) {
    const std::string path = "docs/lint." + std::string(language_tag(language)) + ".md";
    const Result<std::string> page = open_file_system()->read(path);
    ASSERT_TRUE(page.has_value()) << path;
    EXPECT_EQ(*page, analysis::lint_pages(language))
        << "write it anew: kijun lint --explain all --lang " << language_tag(language) << " > " << path;
  }
}

}  // namespace
}  // namespace kijun::docs
