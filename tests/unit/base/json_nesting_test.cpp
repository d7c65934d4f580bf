#include "engine/base/json_nesting.h"

#include <gtest/gtest.h>

#include <string>

namespace kijun {
namespace {

TEST(JsonNestingTest, CountsOpenArraysAndObjects) {
  EXPECT_FALSE(nests_deeper("", 0));
  EXPECT_FALSE(nests_deeper("1", 0));
  EXPECT_TRUE(nests_deeper("[]", 0));
  EXPECT_FALSE(nests_deeper("[[], [], {}]", 2));
  EXPECT_TRUE(nests_deeper("[[], [], {\"a\": []}]", 2));
  EXPECT_FALSE(nests_deeper(std::string(250, '[')));
  EXPECT_TRUE(nests_deeper(std::string(251, '[')));
}

TEST(JsonNestingTest, LooksOverTexts) {
  EXPECT_FALSE(nests_deeper(R"(["[[[["])", 1));
  EXPECT_FALSE(nests_deeper(R"(["\"[[[[", "\\"])", 1));
  EXPECT_TRUE(nests_deeper(R"(["\\", [["a"]]])", 2));
}

TEST(JsonNestingTest, TakesWhatIsNoJson) {
  EXPECT_FALSE(nests_deeper("]]]]", 0));
  EXPECT_FALSE(nests_deeper("\"\\", 0));
}

}  // namespace
}  // namespace kijun
