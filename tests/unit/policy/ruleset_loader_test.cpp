#include "engine/policy/ruleset_loader.h"

#include <gtest/gtest.h>

#include "tests/unit/policy/ruleset_fixture.h"

namespace kijun::policy {
namespace {

using RulesetLoaderTest = RulesetFixture;

TEST_F(RulesetLoaderTest, ReadsEveryPartOfARule) {
  add("r.toml", whole());
  const auto ruleset = load("r.toml");
  ASSERT_TRUE(ruleset.has_value()) << codes();
  EXPECT_EQ(ruleset->id, "demo-1");
  EXPECT_EQ(ruleset->from_year, 2018);
  ASSERT_EQ(ruleset->rules.size(), 1U);
  const Rule& rule = ruleset->rules.front();
  EXPECT_EQ(rule.require.text(), "council == \"established\"");
  EXPECT_EQ(rule.require.span().source->line_column(rule.require.span().begin).line, 25U);
  EXPECT_EQ(rule.verdict.severity, Severity::kError);
  EXPECT_EQ(rule.verdict.before_deadline, Severity::kWarning);
  EXPECT_EQ(rule.verdict.message.ja.text(), "{name}は未設置です。");
  ASSERT_EQ(rule.cases.size(), 1U);
  EXPECT_EQ(rule.cases[0].verdict.refs, std::vector<std::string>{"K1-02"});
  EXPECT_FALSE(rule.cases[0].verdict.severity.has_value());
}

TEST_F(RulesetLoaderTest, OverrideChangesOnlyTheNamedKeys) {
  add("base.toml", whole());
  add("edition.toml", std::string(kHead) + R"(extends = ["base.toml"]
[[override]]
id = "council.municipality"
severity = "warning"
refs = { add = ["K2-01"] }
basis = { replace = [] }
  [[override.case]]
  id = "none"
  severity = "error"
)");
  const auto ruleset = load("edition.toml");
  ASSERT_TRUE(ruleset.has_value()) << codes();
  const Rule& rule = ruleset->rules.front();
  EXPECT_EQ(rule.verdict.severity, Severity::kWarning);
  EXPECT_EQ(rule.require.text(), "council == \"established\"");
  EXPECT_EQ(rule.verdict.refs, (std::vector<std::string>{"K1-01", "K2-01"}));
  EXPECT_TRUE(rule.basis.empty());
  EXPECT_EQ(rule.cases[0].verdict.severity, Severity::kError);
  EXPECT_EQ(rule.cases[0].when.text(), "council == \"none\"");
  EXPECT_EQ(ruleset->files.size(), 2U);
  EXPECT_EQ(ruleset->files[0].path, "base.toml");
}

TEST_F(RulesetLoaderTest, TakesKindsOfTheVocabularyAsMembersOfAGroup) {
  const auto load_grouped = [&](const std::string& among) {
    add("r.toml",
        whole() + "[[group]]\nid = \"same\"\ntitle = { ja = \"同\", en = \"same\" }\nby = 'council_note'\namong = \"" +
            among + "\"\n");
    return load_ruleset("r.toml", *Date::from_ymd(2019, 3, 31), {files_, sources_, sink_, {"shelter"}, {}});
  };
  EXPECT_TRUE(load_grouped("municipality").has_value()) << codes();
  EXPECT_TRUE(load_grouped("shelter").has_value()) << codes();
  EXPECT_FALSE(load_grouped("prefecture").has_value());
  EXPECT_EQ(codes(), "KJ1202");
}

TEST_F(RulesetLoaderTest, RefusesAListChangeWithoutAddOrReplace) {
  add("base.toml", whole());
  add("edition.toml",
      std::string(kHead) +
          "extends = [\"base.toml\"]\n[[override]]\nid = \"council.municipality\"\nrefs = [\"K2-01\"]\n");
  EXPECT_FALSE(load("edition.toml").has_value());
  EXPECT_EQ(codes(), "KJ1205");
}

TEST_F(RulesetLoaderTest, RefusesAnInheritedIdRepeatedAsARuleAndShowsBothPlaces) {
  add("base.toml", whole());
  add("edition.toml", std::string(kHead) + "extends = [\"base.toml\"]\n" + std::string(kRule));
  EXPECT_FALSE(load("edition.toml").has_value());
  ASSERT_EQ(codes(), "KJ1201");
  const diag::Diagnostic& diagnostic = sink_.diagnostics().front();
  EXPECT_EQ(diagnostic.span.source->path(), "edition.toml");
  ASSERT_EQ(diagnostic.notes.size(), 1U);
  EXPECT_EQ(diagnostic.notes[0].span.source->path(), "base.toml");
  EXPECT_EQ(diagnostic.notes[0].span.text(), "council.municipality");
}

TEST_F(RulesetLoaderTest, AmendmentsCountFromTheirDayOn) {
  add("r.toml", whole() +
                    "[[amendment]]\neffective = 2019-01-01\n  [[amendment.override]]\n  id = "
                    "\"council.municipality\"\n  severity = \"notice\"\n");
  const auto before = load("r.toml", *Date::from_ymd(2018, 12, 31));
  ASSERT_TRUE(before.has_value()) << codes();
  EXPECT_EQ(before->rules[0].verdict.severity, Severity::kError);
  const auto after = load("r.toml", *Date::from_ymd(2019, 1, 1));
  ASSERT_TRUE(after.has_value()) << codes();
  EXPECT_EQ(after->rules[0].verdict.severity, Severity::kNotice);
}

TEST_F(RulesetLoaderTest, DisableTakesARuleOutAndKeepsTheReason) {
  add("base.toml", whole());
  add("edition.toml",
      std::string(kHead) +
          "extends = [\"base.toml\"]\n[[disable]]\nid = \"council.municipality\"\nreason = \"replaced\"\n");
  const auto ruleset = load("edition.toml");
  ASSERT_TRUE(ruleset.has_value()) << codes();
  EXPECT_TRUE(ruleset->rules.empty());
  ASSERT_EQ(ruleset->disabled.size(), 1U);
  EXPECT_EQ(ruleset->disabled[0].reason, "replaced");
}

TEST_F(RulesetLoaderTest, ReportsACircleOfExtends) {
  add("a.toml", std::string(kHead) + "extends = [\"b.toml\"]\n");
  add("b.toml", std::string(kHead) + "extends = [\"a.toml\"]\n");
  EXPECT_FALSE(load("a.toml").has_value());
  ASSERT_EQ(codes(), "KJ1203");
  EXPECT_EQ(sink_.diagnostics()[0].message.en, "`extends` runs in a circle: a.toml → b.toml → a.toml");
}

TEST_F(RulesetLoaderTest, ReportsAllMistakesOfAFileAtOnce) {
  add("r.toml", std::string(kHead) + std::string(kWords) + R"(
[[rule]]
id = "first"
title = { ja = "一" }
kind = "policy"
topic = "counsil"
actor = "municipality"
for_each = "municipality"
require = "true"
severty = "error"
[[rule]]
id = "second"
title = { ja = "二", en = "two" }
kind = "policies"
topic = "council"
actor = "municipality"
for_each = "town"
severity = "error"
)");
  EXPECT_FALSE(load("r.toml").has_value());
  // Missing language, unknown key, no severity, wrong kind, no requirement, then the ids: topic and for_each.
  EXPECT_EQ(codes(), "KJ1007 KJ1004 KJ1206 KJ1006 KJ1207 KJ1202 KJ1202");
  EXPECT_EQ(sink_.diagnostics()[5].hint.en, "did you mean `council`?");
}

TEST_F(RulesetLoaderTest, OverridingAnUnknownRuleNamesTheNearest) {
  add("base.toml", whole());
  add("edition.toml",
      std::string(kHead) +
          "extends = [\"base.toml\"]\n[[override]]\nid = \"council.municipalty\"\nseverity = \"notice\"\n");
  EXPECT_FALSE(load("edition.toml").has_value());
  ASSERT_EQ(codes(), "KJ1202");
  EXPECT_EQ(sink_.diagnostics()[0].hint.ja, "`council.municipality`ではありませんか");
}

TEST_F(RulesetLoaderTest, ParametersHoldPlainValuesAndCanBeReplaced) {
  add("base.toml", whole() + "[params]\ndeadline = 2019-03-31\nshare = { value = 0.5, unit = \"%\" }\n");
  add("edition.toml", std::string(kHead) + "extends = [\"base.toml\"]\n[params]\ndeadline = 2024-03-31\n");
  const auto ruleset = load("edition.toml");
  ASSERT_TRUE(ruleset.has_value()) << codes();
  ASSERT_EQ(ruleset->params.size(), 2U);
  EXPECT_EQ(std::get<Date>(ruleset->params[0].value), *Date::from_ymd(2024, 3, 31));
  EXPECT_EQ(std::get<double>(ruleset->params[1].value), 0.5);
  EXPECT_EQ(ruleset->params[1].unit, "%");
}

TEST_F(RulesetLoaderTest, RefusesAListAsAParameterAndYearsThatRunBackwards) {
  add("r.toml", R"([ruleset]
id = "x"
title = { ja = "一", en = "one" }
fiscal_years = { from = 2020, to = 2018 }
[params]
marks = ["○", "×"]
)");
  EXPECT_FALSE(load("r.toml").has_value());
  EXPECT_EQ(codes(), "KJ1208 KJ1209");
}

TEST_F(RulesetLoaderTest, AMissingBaseIsReportedWhereItIsNamed) {
  add("edition.toml", std::string(kHead) + "extends = [\"gone.toml\"]\n");
  EXPECT_FALSE(load("edition.toml").has_value());
  ASSERT_EQ(codes(), "KJ1204");
  EXPECT_EQ(sink_.diagnostics()[0].span.text(), "\"gone.toml\"");
}

TEST_F(RulesetLoaderTest, TheHashChangesWithAnyFileOfTheChain) {
  add("base.toml", whole());
  add("edition.toml", std::string(kHead) + "extends = [\"base.toml\"]\n");
  const auto first = load("edition.toml");
  add("base.toml", whole() + "# a word\n");
  const auto second = load("edition.toml");
  ASSERT_TRUE(first && second);
  EXPECT_NE(first->hash, second->hash);
}

}  // namespace
}  // namespace kijun::policy
