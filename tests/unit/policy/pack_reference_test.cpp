#include "engine/policy/pack_reference.h"

#include <gtest/gtest.h>

#include "tests/unit/policy/ruleset_fixture.h"

namespace kijun::policy {
namespace {

constexpr std::string_view kPack = R"(
[pack]
id = "demo"
version = "1.4.0"
title = { ja = "架空", en = "demo" }
vocabulary = "fields.toml"
editions = ["one.toml"]
)";

/// A local ruleset on top of the pack `demo`, which amends its own rule.
class PackReferenceTest : public RulesetFixture {
 protected:
  PackReferenceTest() {
    add("packs/demo/pack.toml", std::string(kPack));
    add("packs/demo/one.toml", whole() +
                                   "[[amendment]]\neffective = 2019-01-01\n  [[amendment.override]]\n  id = "
                                   "\"council.municipality\"\n  severity = \"notice\"\n  before_deadline = "
                                   "\"notice\"\n");
  }
  static std::string local(const std::string& reference, const std::string& text = "") {
    return "[ruleset]\nid = \"local\"\ntitle = { ja = \"県\", en = \"local\" }\nfiscal_years = { from = 2018, to = "
           "2019 }\nextends = [\"" +
           reference + "\"]\n" + text;
  }
};

TEST_F(PackReferenceTest, IsLaidOverThePacksAmendments) {
  add("local.toml", local("pack:demo@1", "[[override]]\nid = \"council.municipality\"\nseverity = \"warning\"\n"));
  const auto ruleset = load("local.toml");
  ASSERT_TRUE(ruleset.has_value()) << codes();
  EXPECT_EQ(ruleset->id, "local");
  EXPECT_EQ(ruleset->rules[0].verdict.severity, Severity::kWarning);
  EXPECT_EQ(ruleset->rules[0].verdict.before_deadline, Severity::kNotice);
  ASSERT_EQ(ruleset->files.size(), 2U);
  EXPECT_EQ(ruleset->files[0].path, "packs/demo/one.toml");
}

TEST_F(PackReferenceTest, RefusesAPackThatIsNotTheOneAskedFor) {
  for (const auto& [reference, code] : std::vector<std::pair<std::string, std::string>>{{"pack:demo", "KJ1215"},
                                                                                        {"pack:../demo@1", "KJ1215"},
                                                                                        {"pack:demo@latest", "KJ1215"},
                                                                                        {"pack:nobody@1", "KJ1216"},
                                                                                        {"pack:demo@2", "KJ1217"},
                                                                                        {"pack:demo@14", "KJ1217"}}) {
    sink_ = diag::Sink();
    add("local.toml", local(reference));
    EXPECT_FALSE(load("local.toml").has_value());
    EXPECT_EQ(codes(), code) << reference;
  }
}

TEST_F(PackReferenceTest, RefusesYearsThePackDoesNotServe) {
  add("local.toml",
      "[ruleset]\nid = \"local\"\ntitle = { ja = \"県\", en = \"local\" }\nfiscal_years = { from = "
      "2020, to = 2021 }\nextends = [\"pack:demo@1\"]\n");
  EXPECT_FALSE(load("local.toml").has_value());
  EXPECT_EQ(codes(), "KJ1218");
}

}  // namespace
}  // namespace kijun::policy
