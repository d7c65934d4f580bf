#include "tests/ci/expression.h"

#include <gtest/gtest.h>

namespace kijun::ci {
namespace {

std::string value_of(std::string_view expression) {
  return evaluate(expression, [](std::string_view name) -> std::string {
    if (name == "inputs.a") return "one";
    if (name == "inputs.no") return "false";
    return {};
  });
}

TEST(ExpressionTest, KnowsNamesTextsAndOperators) {
  EXPECT_EQ(value_of(" inputs.a "), "one");
  EXPECT_EQ(value_of("'x || y'"), "x || y");
  EXPECT_EQ(value_of("inputs.none || inputs.a"), "one");
  EXPECT_EQ(value_of("inputs.no || inputs.none"), "");
  EXPECT_EQ(value_of("inputs.a == 'one' && inputs.none != ''"), "false");
  EXPECT_EQ(value_of("!cancelled() && inputs.a == 'one'"), "true");
  EXPECT_EQ(value_of("!inputs.a"), "false");
}

TEST(ExpressionTest, IsReplacedWhereItStandsInAText) {
  const Context context = [](std::string_view name) { return "<" + std::string(name) + ">"; };
  EXPECT_EQ(interpolate("a ${{ inputs.b }}/${{inputs.c}} d", context), "a <inputs.b>/<inputs.c> d");
  EXPECT_EQ(interpolate("plain", context), "plain");
}

}  // namespace
}  // namespace kijun::ci
