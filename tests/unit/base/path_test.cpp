// Paths are folded in engine/base/path.cpp; their declarations stand beside the file system.
#include <gtest/gtest.h>

#include "engine/base/file_system.h"

namespace kijun {
namespace {

TEST(PathTest, JoinsAndFolds) {
  struct Case {
    std::string directory;
    std::string name;
    std::string expected;
  };
  const Case cases[] = {
      {"a", "b", "a/b"},
      {"a/", "b", "a/b"},
      {"", "b", "b"},
      {".", "b", "b"},
      {"a", "/b", "/b"},
      {"a/b", "../c", "a/c"},
      {"a", "../../c", "../c"},
      {"/a", "../../c", "/c"},
      {"a", "./b/./c", "a/b/c"},
      {"a", "..", "."},
      {"a//b", "c", "a/b/c"},
      {"/", "a", "/a"},
      {"..", "../a", "../../a"},
      {"", "", "."},
      {"/a", "..", "/"},
      {"神奈川", "調査.toml", "神奈川/調査.toml"},
  };
  for (const Case& item : cases) EXPECT_EQ(join_path(item.directory, item.name), item.expected);
}

TEST(PathTest, FindsTheParent) {
  EXPECT_EQ(parent_path("a/b/c.toml"), "a/b");
  EXPECT_EQ(parent_path("c.toml"), ".");
  EXPECT_EQ(parent_path("/c.toml"), "/");
}

}  // namespace
}  // namespace kijun
