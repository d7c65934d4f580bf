#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/cli/version.h"
#include "tests/docs/markdown.h"

namespace kijun::docs {
namespace {

using ::testing::HasSubstr;

TEST(LibraryPagesTest, ShowTheExampleAsItIsBuilt) {
  for (const char* page : {"docs/library.ja.md", "docs/library.en.md"}) {
    const std::string text = page_text(page);
    EXPECT_THAT(text, HasSubstr("```cpp\n" + page_text("docs/example/gaps.cpp") + "```\n")) << page;
    EXPECT_THAT(text, HasSubstr("```cmake\n" + page_text("docs/example/CMakeLists.txt") + "```\n")) << page;
  }
}

TEST(LibraryPagesTest, TheInstallingPagesNameThePackagesOfThisVersion) {
  const std::string version(cli::kVersion);
  for (const char* page : {"docs/installing.ja.md", "docs/installing.en.md"}) {
    const std::string text = page_text(page);
    for (const std::string& package : {"kijun-" + version + "-linux-x86_64.tar.gz", "kijun_" + version + "_amd64.deb",
                                       "libkijun-dev_" + version + "_amd64.deb"})
      EXPECT_THAT(text, HasSubstr("`" + package + "`")) << page;
  }
}

}  // namespace
}  // namespace kijun::docs
