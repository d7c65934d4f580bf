#include "engine/analysis/diff/ruleset_difference.h"

#include <gmock/gmock.h>

#include "engine/analysis/domain/scene_text.h"
#include "tests/unit/analysis/made_up_rules.h"

namespace kijun::analysis {
namespace {

constexpr std::size_t kComparisonBudget = 100'000;

std::string_view word(RuleChange change) {
  switch (change) {
    case RuleChange::kAdded:
      return "added";
    case RuleChange::kRemoved:
      return "removed";
    case RuleChange::kTightened:
      return "tightened";
    case RuleChange::kLoosened:
      return "loosened";
    case RuleChange::kBothWays:
      return "both";
    case RuleChange::kAskedOthers:
      return "asked others";
    case RuleChange::kReworded:
      return "reworded";
    case RuleChange::kUnchanged:
      return "unchanged";
  }
  return "";
}

/// What became of the one rule, and the first row that shows it.
std::string change_of(const std::string& before, const std::string& after) {
  const MadeUpRules old_rules(before);
  const MadeUpRules new_rules(after);
  EXPECT_TRUE(old_rules.loaded()) << old_rules.problems();
  EXPECT_TRUE(new_rules.loaded()) << new_rules.problems();
  if (!old_rules.loaded() || !new_rules.loaded()) return "";
  const RulesetDifference difference = compare_rulesets(old_rules.plan(), new_rules.plan(), kComparisonBudget);
  std::string text;
  for (const RuleDifference& rule : difference.rules) {
    text += (text.empty() ? "" : "; ") + std::string(word(rule.change));
    for (const auto& row : {rule.tightened, rule.loosened})
      if (row) text += " " + given_text(row->scene, *difference.after, row->depends_on_day ? &row->as_of : nullptr);
    if (!rule.decided) text += " not decided";
  }
  return text;
}

struct Pair {
  std::string before;
  std::string after;
  std::string expected;
};

std::string require(const std::string& expr) { return MadeUpRules::rule("require = '" + expr + "'"); }

TEST(RulesetDifferenceTest, AnotherWayOfWritingIsUnchanged) {
  const std::string condition =
      "[[condition]]\nid = \"met\"\nexpr = 'council == \"established\"'\n"
      "description = { ja = \"説明\", en = \"text\" }\n";
  const std::string renamed =
      "[[condition]]\nid = \"is_met\"\nexpr = 'council == \"established\"'\n"
      "description = { ja = \"説明\", en = \"text\" }\n";
  const std::vector<std::pair<std::string, std::string>> pairs{
      {require("named && read"), require("read && named")},
      {require("!(named || read)"), require("!read && !named")},
      {require("council != \"none\""), require("council == \"established\" || council == \"planned\"")},
      {require("council >= \"planned\""), require("council != \"none\"")},
      {require("beds >= params.beds"), require("beds >= 3")},
      {require("beds > 3"), require("beds >= 4")},
      {require("!(beds < 3)"), require("3 <= beds")},
      {require("beds in [1, 2]"), require("beds == 1 || beds == 2")},
      {require("due <= params.limit"), require("due <= date(\"2019-03-31\")")},
      {require("due < date(\"2019-04-01\")"), require("due <= params.limit")},
      {require("zone.members.all(m, m.named)"), require("!zone.members.exists(x, !x.named)")},
      {condition + require("met || named"), renamed + require("named || is_met")},
      {condition + require("met"), require("council == \"established\"")},
      {require("note == \"予定\""), require("note in [\"予定\"]")},
  };
  for (const auto& [before, after] : pairs) EXPECT_EQ(change_of(before, after), "unchanged") << before << after;
}

TEST(RulesetDifferenceTest, ARowShowsWhatWasTightenedOrLoosened) {
  const std::vector<Pair> pairs{
      {"beds <= 3", "beds < 3", "tightened { beds = 3 }"},
      {"due <= params.limit", "due < params.limit", "tightened { due = 2019-03-31 }"},
      {"named", "named && read", "tightened { named = true, read = false }"},
      {"named", "named || read", "loosened { named = false, read = true }"},
      {"council == \"established\"", "council != \"none\"", "loosened { council = \"planned\" }"},
      {"beds >= 3", "beds != 3", "both { beds = 3 } { beds = 2 }"},
      {"council == \"established\"", "council == \"established\" || !answered(council)",
       "loosened { council = { missing = \"blank\" } }"},
      {"note.contains(\"予定\")", "note == \"予定\"", "tightened { note = \"架空予定架空\" }"},
      {"council == \"established\" || !answered(note)", "council == \"established\"",
       "tightened { council = \"planned\", note = { missing = \"blank\" } }"},
      {"zone.members.exists(m, m.named)", "zone.members.all(m, m.named)",
       "tightened { named = false, zone = { members = [{ named = true }] } }"},
  };
  for (const Pair& pair : pairs)
    EXPECT_EQ(change_of(require(pair.before), require(pair.after)), pair.expected)
        << pair.before << " → " << pair.after;
}

TEST(RulesetDifferenceTest, SeverityDeadlineStageAndAudienceAreCompared) {
  const auto rule = [](const std::string& keys, const std::string& for_each = "municipality") {
    return MadeUpRules::rule("require = 'named'\n" + keys, "r", for_each);
  };
  EXPECT_EQ(change_of(rule("severity = \"warning\""), rule("severity = \"error\"")), "tightened { named = false }");
  EXPECT_EQ(change_of(rule("deadline = 'date(\"2019-03-31\")'\nbefore_deadline = \"notice\""),
                      rule("deadline = 'date(\"2020-03-31\")'\nbefore_deadline = \"notice\"")),
            "loosened { named = false, as_of = 2019-03-31 }");
  EXPECT_EQ(change_of(rule("stage = \"draft\""), rule("")), "tightened");
  EXPECT_EQ(change_of(rule(""), rule("stage = \"draft\"")), "loosened");
  EXPECT_EQ(change_of(rule(""), rule("", "record")), "tightened");
  EXPECT_EQ(change_of(rule(""), MadeUpRules::rule("require = 'zone_council == \"established\"'", "r", "zone")), "both");
}

TEST(RulesetDifferenceTest, WordsAloneAreReworded) {
  const auto message = [](const std::string& text) {
    return MadeUpRules::rule("require = 'named'\nmessage = { ja = \"" + text + "\", en = \"text\" }");
  };
  EXPECT_EQ(change_of(message("一"), message("二")), "reworded");
  const auto rule_case = [](const std::string& when) {
    return MadeUpRules::rule("require = 'named'\n[[rule.case]]\nid = \"a\"\nwhen = '" + when + "'\n");
  };
  EXPECT_EQ(change_of(rule_case("read"), rule_case("read == true")), "unchanged");
  EXPECT_EQ(change_of(rule_case("read"), rule_case("!read")), "reworded");
}

TEST(RulesetDifferenceTest, OnlyTheCasesThatDifferAreShown) {
  const auto rule = [](const std::string& when) {
    return MadeUpRules::rule(
        "require = 'named'\n[[rule.case]]\nid = \"a\"\nwhen = 'read'\n[[rule.case]]\nid = \"b\"\nwhen = '" + when +
        "'\n");
  };
  const MadeUpRules before(rule("beds == 1"));
  const MadeUpRules after(rule("beds == 2"));
  ASSERT_TRUE(before.loaded() && after.loaded()) << before.problems() << after.problems();
  const RulesetDifference difference = compare_rulesets(before.plan(), after.plan(), kComparisonBudget);
  ASSERT_EQ(difference.rules.size(), 1U);
  ASSERT_EQ(difference.rules[0].parts.size(), 1U);
  EXPECT_EQ(difference.rules[0].parts[0].before.en, "b: \"beds\" is 1");
  EXPECT_EQ(difference.rules[0].parts[0].after.en, "b: \"beds\" is 2");
}

/// Every part that differs as `before → after` in Japanese, a line each.
std::string parts_of(const std::string& before, const std::string& after) {
  const MadeUpRules old_rules(before);
  const MadeUpRules new_rules(after);
  EXPECT_TRUE(old_rules.loaded() && new_rules.loaded()) << old_rules.problems() << new_rules.problems();
  if (!old_rules.loaded() || !new_rules.loaded()) return "";
  std::string text;
  for (const RuleDifference& rule : compare_rulesets(old_rules.plan(), new_rules.plan(), kComparisonBudget).rules)
    for (const PartChange& part : rule.parts) text += part.before.ja + " → " + part.after.ja + "\n";
  return text;
}

TEST(RulesetDifferenceTest, PartsAreToldInWords) {
  const auto rule = [](const std::string& keys, const std::string& for_each = "municipality") {
    return MadeUpRules::rule("require = 'named'\n" + keys, "r", for_each);
  };
  EXPECT_EQ(parts_of(rule("severity = \"warning\""), rule("severity = \"error\"")), "注意 → 重要\n");
  EXPECT_EQ(parts_of(rule("stage = \"draft\""), rule("")), "案 → 適用\n");
  EXPECT_EQ(parts_of(rule(""), rule("", "record")), "市町村 → すべての回答者\n");
  EXPECT_EQ(parts_of(require("beds == 1"), require("beds == 2")),
            "求めること：bedsが1であること → 求めること：bedsが2であること\n");
}

TEST(RulesetDifferenceTest, WhatIsOnlyWrittenOtherwiseIsShownAsWritten) {
  EXPECT_EQ(parts_of(require("named"), require("(named)")), "require: named → require: (named)\n");
}

TEST(RulesetDifferenceTest, ARuleOfOneSideIsTold) {
  const std::string common = require("named");
  const std::string added = common + MadeUpRules::rule("require = 'read'\nseverity = \"notice\"", "added");
  const std::string parts = parts_of(common, added);
  EXPECT_NE(parts.find(" → 市町村\n"), std::string::npos) << parts;
  EXPECT_NE(parts.find(" → 参考\n"), std::string::npos) << parts;
  EXPECT_NE(parts_of(added, common).find("参考 → \n"), std::string::npos);
}

TEST(RulesetDifferenceTest, PassingAndNotBeingAskedAreEquallyStrict) {
  EXPECT_EQ(change_of(MadeUpRules::rule("require = 'named'"), MadeUpRules::rule("when = '!named'\nrequire = 'named'")),
            "asked others");
}

TEST(RulesetDifferenceTest, RulesArePairedByIdAndAlias) {
  EXPECT_EQ(change_of(MadeUpRules::rule("require = 'named'", "a"), MadeUpRules::rule("require = 'named'", "b")),
            "added; removed");
  EXPECT_EQ(change_of(MadeUpRules::rule("require = 'named'", "a"),
                      MadeUpRules::rule("require = 'named'\naliases = [\"a\"]", "b")),
            "unchanged");
}

TEST(RulesetDifferenceTest, WhatRepresentativesDoNotExhaustIsNotDecided) {
  EXPECT_EQ(change_of(require("beds * 2 >= 6"), require("beds * 2 > 5")), "unchanged not decided");
  // No text matches the one and does not contain the other, and that is not proven.
  EXPECT_EQ(change_of(require("note.contains(\"予定\")"), require("note.matches(\"予定\")")), "unchanged not decided");
}

}  // namespace
}  // namespace kijun::analysis
