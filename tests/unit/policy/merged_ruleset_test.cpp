#include "engine/policy/merged_ruleset.h"

#include <gtest/gtest.h>

#include "tests/unit/policy/ruleset_fixture.h"

namespace kijun::policy {
namespace {

class MergedRulesetTest : public RulesetFixture {
 protected:
  /// An edition on top of `base.toml`.
  static std::string edition(const std::string& text) {
    return std::string(kHead) + "extends = [\"base.toml\"]\n" + text;
  }
  /// The text at the place of a diagnostic's first note, with its file.
  std::string other_place(std::size_t diagnostic) const {
    const diag::Diagnostic& report = sink_.diagnostics().at(diagnostic);
    if (report.notes.empty()) return "";
    return report.notes[0].span.source->path() + " " + std::string(report.notes[0].span.text());
  }
};

TEST_F(MergedRulesetTest, ReplacesOneKeyAtMostOnceInAFile) {
  add("base.toml", whole());
  add("edition.toml", edition("[[override]]\nid = \"council.municipality\"\nseverity = \"notice\"\n"
                              "[[override]]\nid = \"council.municipality\"\nseverity = \"warning\"\n"));
  EXPECT_FALSE(load("edition.toml").has_value());
  ASSERT_EQ(codes(), "KJ1211");
  EXPECT_EQ(other_place(0), "edition.toml severity");
}

TEST_F(MergedRulesetTest, AFileMayReplaceWhatTheOneBelowReplaced) {
  add("base.toml", whole());
  add("middle.toml", edition("[[override]]\nid = \"council.municipality\"\nseverity = \"notice\"\n"));
  add("top.toml", std::string(kHead) +
                      "extends = [\"middle.toml\"]\n[[override]]\nid = \"council.municipality\"\nseverity = "
                      "\"warning\"\n");
  const auto ruleset = load("top.toml");
  ASSERT_TRUE(ruleset.has_value()) << codes();
  EXPECT_EQ(ruleset->rules[0].verdict.severity, Severity::kWarning);
  EXPECT_EQ(ruleset->files.size(), 3U);
}

TEST_F(MergedRulesetTest, ChangesCasesAndExamplesOneByOne) {
  add("base.toml", whole() +
                       "  [[rule.example]]\n  name = \"one\"\n  given = { council = \"none\" }\n"
                       "  expect = \"fail\"\n");
  add("edition.toml", edition(R"([[override]]
id = "council.municipality"
  [[override.case]]
  id = "none"
  severity = "notice"
  [[override.case]]
  id = "planned"
  when = 'council == "planned"'
  [[override.example]]
  name = "one"
  expect = "unknown"
  [[override.example]]
  name = "two"
  expect = "pass"
)"));
  const auto ruleset = load("edition.toml");
  ASSERT_TRUE(ruleset.has_value()) << codes();
  const Rule& rule = ruleset->rules[0];
  ASSERT_EQ(rule.cases.size(), 2U);
  EXPECT_EQ(rule.cases[0].verdict.severity, Severity::kNotice);
  EXPECT_EQ(rule.cases[0].verdict.refs, std::vector<std::string>{"K1-02"});
  EXPECT_EQ(rule.cases[1].id, "planned");
  ASSERT_EQ(rule.examples.size(), 2U);
  EXPECT_EQ(rule.examples[0].expect, "unknown");
  EXPECT_EQ(rule.examples[0].given.entries.size(), 1U);
  EXPECT_EQ(rule.examples[1].name, "two");
}

TEST_F(MergedRulesetTest, ReplacesOrExtendsAWholeList) {
  add("base.toml", whole());
  add("edition.toml", edition(R"([[override]]
id = "council.municipality"
evidence = { add = ["council_note"] }
  [[override.case.replace]]
  id = "only"
  when = 'true'
)"));
  const auto ruleset = load("edition.toml");
  ASSERT_TRUE(ruleset.has_value()) << codes();
  EXPECT_EQ(ruleset->rules[0].evidence, std::vector<std::string>{"council_note"});
  ASSERT_EQ(ruleset->rules[0].cases.size(), 1U);
  EXPECT_EQ(ruleset->rules[0].cases[0].id, "only");
}

TEST_F(MergedRulesetTest, KnowsARuleByTheIdItHadBefore) {
  add("base.toml", std::string(kHead) + std::string(kWords) +
                       "[[rule]]\nid = \"council.new\"\naliases = [\"council.old\"]\ntitle = { ja = \"一\", en = "
                       "\"one\" }\nkind = \"policy\"\ntopic = \"council\"\nactor = \"municipality\"\nfor_each = "
                       "\"municipality\"\nrequire = 'true'\nseverity = \"error\"\n");
  add("edition.toml", edition("[[override]]\nid = \"council.old\"\nseverity = \"notice\"\n"));
  const auto ruleset = load("edition.toml");
  ASSERT_TRUE(ruleset.has_value()) << codes();
  EXPECT_EQ(ruleset->rules[0].id, "council.new");
  EXPECT_EQ(ruleset->rules[0].verdict.severity, Severity::kNotice);
  EXPECT_EQ(ruleset->find_rule("council.old"), &ruleset->rules[0]);
}

TEST_F(MergedRulesetTest, NobodyTakesAnIdThatWasGivenUp) {
  add("base.toml", whole());
  add("edition.toml", edition("[[disable]]\nid = \"council.municipality\"\nreason = \"replaced\"\n"));
  add("next.toml", std::string(kHead) + "extends = [\"edition.toml\"]\n" + std::string(kRule));
  EXPECT_FALSE(load("next.toml").has_value());
  ASSERT_EQ(codes(), "KJ1201");
  EXPECT_EQ(other_place(0), "edition.toml council.municipality");
}

TEST_F(MergedRulesetTest, NoAliasIsAnIdOrAnotherAlias) {
  const auto rule = [](const std::string& id, const std::string& alias) {
    return "[[rule]]\nid = \"" + id + "\"\naliases = [\"" + alias +
           "\"]\ntitle = { ja = \"一\", en = \"one\" }\nkind = \"policy\"\ntopic = \"council\"\nactor = "
           "\"municipality\"\nfor_each = \"municipality\"\nrequire = 'true'\nseverity = \"error\"\n";
  };
  add("r.toml", std::string(kHead) + std::string(kWords) + rule("a", "b") + rule("b", "x") + rule("c", "x"));
  EXPECT_FALSE(load("r.toml").has_value());
  EXPECT_EQ(codes(), "KJ1201 KJ1201");
  EXPECT_EQ(other_place(0), "r.toml b");
}

TEST_F(MergedRulesetTest, AnOverrideOfADisabledRuleShowsWhereItWasDisabled) {
  add("base.toml", whole());
  add("edition.toml", edition("[[disable]]\nid = \"council.municipality\"\nreason = \"replaced\"\n"));
  add("next.toml", std::string(kHead) +
                       "extends = [\"edition.toml\"]\n[[override]]\nid = \"council.municipality\"\nseverity = "
                       "\"notice\"\n");
  EXPECT_FALSE(load("next.toml").has_value());
  ASSERT_EQ(codes(), "KJ1202");
  EXPECT_EQ(other_place(0), "edition.toml council.municipality");
}

TEST_F(MergedRulesetTest, ShowsEveryStepOfACircle) {
  add("a.toml", std::string(kHead) + "extends = [\"b.toml\"]\n");
  add("b.toml", std::string(kHead) + "extends = [\"a.toml\"]\n");
  EXPECT_FALSE(load("a.toml").has_value());
  ASSERT_EQ(codes(), "KJ1203");
  EXPECT_EQ(sink_.diagnostics()[0].span.source->path(), "b.toml");
  EXPECT_EQ(other_place(0), "a.toml \"b.toml\"");
}

TEST_F(MergedRulesetTest, ReadsTheHeadOfEveryFile) {
  add("base.toml", "[ruleset]\nid = \"b\"\ntitle = { ja = \"一\", en = \"one\" }\nfiscal_year = 2018\n");
  add("edition.toml", edition(""));
  EXPECT_FALSE(load("edition.toml").has_value());
  EXPECT_EQ(codes(), "KJ1004");
}

TEST_F(MergedRulesetTest, AnAmendmentStillToComeIsCheckedAndChangesNothing) {
  add("r.toml", whole() +
                    "[[amendment]]\neffective = 2030-01-01\ntitle = { ja = \"改正\", en = \"change\" }\n"
                    "  [[amendment.override]]\n  id = \"council.municipality\"\n  severity = \"notice\"\n");
  const auto ruleset = load("r.toml");
  ASSERT_TRUE(ruleset.has_value()) << codes();
  EXPECT_EQ(ruleset->rules[0].verdict.severity, Severity::kError);
  ASSERT_EQ(ruleset->amendments.size(), 1U);
  EXPECT_FALSE(ruleset->amendments[0].in_force);
  EXPECT_EQ(ruleset->amendments[0].title.en, "change");
  add("wrong.toml", whole() +
                        "[[amendment]]\neffective = 2030-01-01\n  [[amendment.override]]\n  id = "
                        "\"council.nobody\"\n  severity = \"notice\"\n");
  EXPECT_FALSE(load("wrong.toml").has_value());
  EXPECT_EQ(codes(), "KJ1202");
}

TEST_F(MergedRulesetTest, AmendmentsOfOneDayDoNotRaceForAKey) {
  const std::string amendment =
      "[[amendment]]\neffective = 2019-01-01\n  [[amendment.override]]\n  id = \"council.municipality\"\n  severity = ";
  add("r.toml", whole() + amendment + "\"notice\"\n" + amendment + "\"warning\"\n");
  EXPECT_FALSE(load("r.toml").has_value());
  EXPECT_EQ(codes(), "KJ1211");
}

}  // namespace
}  // namespace kijun::policy
