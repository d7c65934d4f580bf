#include "engine/cel/value_limits.h"

#include <gtest/gtest.h>

#include "tests/unit/cel/eval_support.h"

// Short expressions that would fill any memory. The limits are those of docs/language, section 10.

namespace kijun::cel {
namespace {

/// `expression` with a text `t` of 65,536 bytes, a text `full` of 16 MiB, and a list `l` of 65,536 numbers.
std::string over_large_values(const std::string& expression) {
  return eval_plain(R"(cel.bind(s, "aaaaaaaaaaaaaaaa".replace("a", "aaaaaaaaaaaaaaaa"), )"
                    R"(cel.bind(t, s.replace("a", s), )"
                    R"(cel.bind(full, s.replace("a", t), )"
                    R"(cel.bind(m, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16], )"
                    R"(cel.bind(n, m.map(x, m).flatten(), )"
                    R"(cel.bind(l, n.map(x, n).flatten(), )" +
                    expression + "))))))");
}

TEST(ValueLimitsTest, LetsValuesGrowUpToTheLimits) {
  EXPECT_EQ(over_large_values("t.size()"), "65536");
  EXPECT_EQ(over_large_values("full.size()"), "16777216");
  EXPECT_EQ(over_large_values("l.size()"), "65536");
}

TEST(ValueLimitsTest, RefusesTextsBeyondThem) {
  for (const char* text :
       {R"(t.replace("a", t))", R"(full + "a")", R"(l.map(x, s).join("-"))", R"(l.map(x, "").join(t))",
        R"("%s".format([l.map(x, s)]))", R"("%s%s".format([full, full]))"})
    EXPECT_EQ(over_large_values(text), "error(value_too_large)") << text;
}

TEST(ValueLimitsTest, RefusesListsBeyondThem) {
  for (const char* text : {"l.map(x, l).flatten()", R"(full.split(""))", "l.map(x, t).size()"})
    EXPECT_EQ(over_large_values(text), "error(value_too_large)") << text;
}

}  // namespace
}  // namespace kijun::cel
