#include "engine/base/relative_path.h"

#include <gtest/gtest.h>

namespace kijun {
namespace {

TEST(RelativePathTest, IsTheWayFromAFolder) {
  EXPECT_EQ(relative_path("/a/b", "/a/b/c/d"), "c/d");
  EXPECT_EQ(relative_path("/a/b", "/a/c"), "../c");
  EXPECT_EQ(relative_path("/a/b", "/x"), "../../x");
  EXPECT_EQ(relative_path("/", "/x"), "x");
  EXPECT_EQ(relative_path("data/2018", "data/2017/answers.csv"), "../2017/answers.csv");
  EXPECT_EQ(relative_path(".", "../2017"), "../2017");
  EXPECT_EQ(relative_path("..", "../../2017"), "../2017");
}

TEST(RelativePathTest, OfAFolderToItselfIsADot) {
  EXPECT_EQ(relative_path("/a/b", "/a/b"), ".");
  EXPECT_EQ(relative_path(".", "."), ".");
}

TEST(RelativePathTest, TakesWholeNamesOnly) { EXPECT_EQ(relative_path("/a/bc", "/a/b/d"), "../b/d"); }

TEST(RelativePathTest, LeadsOutWithDotsOrFromTheTop) {
  EXPECT_TRUE(leads_out(".."));
  EXPECT_TRUE(leads_out("../x"));
  EXPECT_TRUE(leads_out("/x"));
  EXPECT_FALSE(leads_out("."));
  EXPECT_FALSE(leads_out("..x"));
  EXPECT_FALSE(leads_out("x/.."));
}

}  // namespace
}  // namespace kijun
