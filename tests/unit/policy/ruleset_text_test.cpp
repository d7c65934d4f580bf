#include "engine/policy/ruleset_text.h"

#include <gtest/gtest.h>

#include "tests/unit/policy/ruleset_fixture.h"

namespace kijun::policy {
namespace {

class RulesetTextTest : public RulesetFixture {
 protected:
  std::string text(const std::string& path, Origins origins) {
    const auto merged = merge_ruleset(path, *Date::from_ymd(2019, 3, 31), {files_, sources_, sink_});
    EXPECT_TRUE(merged.has_value()) << codes();
    return merged ? ruleset_text(*merged, origins) : "";
  }
};

TEST_F(RulesetTextTest, LoadsAgainAsTheSameRules) {
  add("base.toml", whole() +
                       "  [[rule.example]]\n  name = \"a \\\"b\\\" \\\\ c\"\n  given = { council = \"none\", "
                       "previous = { council = \"none\" } }\n  expect = \"fail\"\n[params]\nlimit = 2.0\n\"odd key\" "
                       "= \"it's \\\"so\\\"\\u0007\"\nlines = \"one\\ntwo\"\n");
  add("edition.toml", std::string(kHead) +
                          "extends = [\"base.toml\"]\n[[override]]\nid = \"council.municipality\"\n"
                          "refs = { add = [\"K2-01\"] }\ncase = { replace = [] }\n");
  const auto before = load("edition.toml");
  add("again.toml", text("edition.toml", Origins::kShown));
  const auto after = load("again.toml");
  ASSERT_TRUE(before && after) << codes();
  ASSERT_EQ(after->rules.size(), 1U);
  EXPECT_EQ(after->rules[0].require.text(), before->rules[0].require.text());
  EXPECT_EQ(after->rules[0].verdict.refs, (std::vector<std::string>{"K1-01", "K2-01"}));
  EXPECT_TRUE(after->rules[0].cases.empty());
  EXPECT_EQ(after->rules[0].examples.at(0).name, R"(a "b" \ c)");
  ASSERT_EQ(after->params.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(after->params[i].value, before->params[i].value) << i;
  EXPECT_EQ(text("again.toml", Origins::kHidden), text("edition.toml", Origins::kHidden));
}

TEST_F(RulesetTextTest, NamesEveryPlaceAListWasPutTogetherFrom) {
  add("base.toml", whole());
  add("edition.toml", std::string(kHead) +
                          "extends = [\"base.toml\"]\n[[override]]\nid = \"council.municipality\"\n"
                          "refs = { add = [\"K2-01\"] }\n");
  EXPECT_NE(
      text("edition.toml", Origins::kShown).find("refs = [\"K1-01\", \"K2-01\"]  # base.toml:29, edition.toml:9\n"),
      std::string::npos)
      << text("edition.toml", Origins::kShown);
  EXPECT_EQ(text("edition.toml", Origins::kHidden).find('#'), std::string::npos);
}

}  // namespace
}  // namespace kijun::policy
