#include "engine/analysis/lint/lint.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "engine/analysis/lint/lint_checks.h"
#include "tests/unit/analysis/made_up_rules.h"

namespace kijun::analysis {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

struct Linted {
  std::vector<std::string> findings;  ///< "check: message", those about examples left out.
  std::vector<std::string> missing_examples;
  LintReport report;
};

Linted lint_text(const std::string& text, std::size_t budget = 100'000, const std::set<std::string>& only = {}) {
  MadeUpRules rules(text);
  EXPECT_TRUE(rules.loaded()) << rules.problems();
  Linted linted;
  if (!rules.loaded()) return linted;
  std::vector<std::unique_ptr<audit::Plan>> plans;
  plans.push_back(rules.take_plan());
  diag::Sink sink;
  linted.report = lint(plans, {budget, budget, only}, sink);
  for (const diag::Diagnostic& finding : sink.diagnostics()) {
    const bool is_example = finding.definition == &kMissingExample.definition;
    (is_example ? linted.missing_examples : linted.findings)
        .push_back(fmt::format("{}: {}", finding.definition->code, finding.message.en));
  }
  return linted;
}

std::string rule(const std::string& keys, const std::string& id = "r") { return MadeUpRules::rule(keys, id); }

std::string two(const std::string& first, const std::string& second) { return rule(first, "a") + rule(second, "b"); }

/// A ruleset that a check reports, and one like it that it does not.
struct CheckCase {
  const LintCheck& check;
  std::string wrong;
  std::string finding;  ///< In English.
  std::string right;
};

std::vector<CheckCase> check_cases() {
  const std::string all_params = "[params]\nlimit = 3\n";
  return {
      {kDeadRule, rule("when = 'named'\nrequire = 'named'"), "no answers make the rule `r` fail",
       rule("when = 'read'\nrequire = 'named'")},
      {kDeadCase,
       rule("require = 'named'\n[[rule.case]]\nid = \"x\"\nwhen = '!named'\n[[rule.case]]\nid = \"y\"\nwhen = '!named "
            "&& read'"),
       "the case `y` of the rule `r` is never chosen",
       rule("require = 'named'\n[[rule.case]]\nid = \"y\"\nwhen = '!named && read'\n[[rule.case]]\nid = \"x\"\nwhen = "
            "'!named'")},
      {kConstantCondition, rule("require = 'named && (beds >= 3 || beds < 3) && size(bodies) < 0'"),
       "`size(bodies) < 0` is always false where there is an answer", rule("require = 'named && beds >= 3'")},
      {kContradiction, two("require = 'beds >= 3'", "require = 'beds < 3'"),
       "no answers meet the rules `a` and `b` together",
       two("when = 'named'\nrequire = 'beds >= 3'", "when = '!named'\nrequire = 'beds < 3'")},
      {kUnjudgedAnswer, rule("when = 'council == \"none\" || council == \"planned\"'\nrequire = 'named'"),
       "no rule judges the answer `established` of the field `council`",
       rule("when = 'named'\nrequire = 'council == \"planned\"'")},
      {kSubsumedRule, two("require = 'named || read'", "require = 'named'"),
       "whenever the rule `a` fails, `b` fails too", two("require = 'read'", "require = 'named'")},
      {kCauseIsForm, rule("require = 'named || !named'"), "the rule `r` can stay undecided although no answer would",
       rule("require = 'named || !answered(named)'")},
      {kUnused, all_params + rule("require = 'named'"), "no rule uses the parameter `limit`",
       all_params + rule("require = 'beds > params.limit && !read'")},
      {kMissingLanguage, rule("require = 'named'\nremedy = { ja = \"検討\", en = \"検討\" }"),
       "remedy is missing in English", rule("require = 'named'\nremedy = { ja = \"検討\", en = \"Consider it.\" }")},
      {kMessageWithoutEvidence, rule("require = '!read'"),
       "the rule `r` judges by a reading of the note `note` and does not show the note",
       rule("require = '!read'\nevidence = [\"note\"]")},
      {kDeadlineOutside, rule("require = 'named'\ndeadline = 'date(\"2024-03-31\")'"),
       "the deadline 2024-03-31 of the rule `r` is outside the edition's years (2018–2020)",
       rule("require = 'named'\ndeadline = 'date(\"2021-03-31\")'")},
      {kUnconfirmedBasis,
       "[[basis]]\nid = \"law\"\ntitle = { ja = \"法\", en = \"Act\" }\nlaw = \"法\"\narticle = \"第1条\"\nstatus = "
       "\"unconfirmed\"\n" +
           rule("require = 'named'\nbasis = [\"law\"]"),
       "the rule `r` is in force while its basis `law` is unconfirmed",
       "[[basis]]\nid = \"law\"\ntitle = { ja = \"法\", en = \"Act\" }\nlaw = \"法\"\narticle = \"第1条\"\nstatus = "
       "\"unconfirmed\"\n" +
           rule("require = 'named'\nbasis = [\"law\"]\nstage = \"draft\"")},
      {kHiddenCharacter, rule("require = 'named' # \xE2\x80\x8B"),
       "there is an invisible or reordering character U+200B", rule("require = 'named' # 〇")},
      {kLookAlike, rule("require = 'named' # counc\xD1\x96l"), "mixes Latin letters with the look-alike U+0456",
       rule("require = 'named' # \xCE\xB1 beta")},
  };
}

TEST(LintTest, EachCheckReportsWhatItIsFor) {
  for (const CheckCase& one : check_cases())
    EXPECT_THAT(lint_text(one.wrong).findings,
                Contains(AllOf(HasSubstr(std::string(one.check.definition.code) + ": "), HasSubstr(one.finding))))
        << one.wrong;
}

TEST(LintTest, EachCheckIsSilentWhereNothingIsWrong) {
  for (const CheckCase& one : check_cases())
    EXPECT_THAT(lint_text(one.right).findings, Not(Contains(HasSubstr(std::string(one.check.definition.code) + ": "))))
        << one.right;
}

TEST(LintTest, RulesThatSpeakDifferentlyBeforeADeadlineAreNotOneRule) {
  const std::string early =
      "require = 'named || read'\ndeadline = 'date(\"2021-03-31\")'\nbefore_deadline = \"notice\"";
  EXPECT_THAT(lint_text(two(early, "require = 'named'")).findings, Not(Contains(HasSubstr("subsumed-rule"))));
}

TEST(LintTest, EveryCheckButExamplesHasACase) { EXPECT_EQ(check_cases().size() + 1, lint_checks().size()); }

TEST(LintTest, AsksForAnExampleOfEveryReachableOutcome) {
  const auto example = [](const std::string& given, const std::string& expect) {
    return "[[rule.example]]\nname = \"e\"\ngiven = " + given + "\nexpect = \"" + expect + "\"\n";
  };
  const std::string keys = "when = 'named'\nrequire = 'beds > 3'\n";
  const std::string passing = example("{ named = true, beds = 4 }", "pass");
  const std::string others = example("{ named = true, beds = 3 }", "fail") + example("{ named = true }", "unknown");
  EXPECT_THAT(lint_text(rule(keys + passing)).missing_examples,
              ElementsAre(HasSubstr("fail"), HasSubstr("unknown"), HasSubstr("not_applicable")));
  EXPECT_THAT(
      lint_text(rule(keys + passing + others + example("{ named = false }", "not_applicable"))).missing_examples,
      IsEmpty());
  // Not applicable is asked for only where `when` excludes somebody.
  EXPECT_THAT(lint_text(rule("require = 'beds > 3'\n" + passing + others)).missing_examples, IsEmpty());
}

TEST(LintTest, NarrowedToRulesItAsksOnlyWhatConcernsThem) {
  // `a` and `b` contradict each other; `c` is dead, and a reading and a parameter are used by none.
  const std::string text = two("require = 'named'", "require = '!named'") +
                           rule("when = 'beds > 3'\nrequire = 'beds > 3'", "c") + "[params]\nspare = 3\n";
  EXPECT_THAT(lint_text(text).findings,
              UnorderedElementsAre(HasSubstr("contradiction"), HasSubstr("dead-rule"), HasSubstr("the reading `read`"),
                                   HasSubstr("the parameter `spare`")));
  EXPECT_THAT(lint_text(text, 100'000, {"b"}).findings, ElementsAre(HasSubstr("contradiction")));
  EXPECT_THAT(lint_text(text, 100'000, {"c"}).findings, ElementsAre(HasSubstr("dead-rule")));
  EXPECT_LT(lint_text(text, 100'000, {"c"}).report.num_proven, lint_text(text).report.num_proven);
}

TEST(LintTest, CountsWhatIsProvenAndWhatIsNot) {
  const Linted proven = lint_text(rule("require = 'named'"));
  EXPECT_EQ(proven.report.num_proven, 1U);
  EXPECT_THAT(proven.report.open, IsEmpty());
  const Linted inexact = lint_text(rule("require = 'beds * 2 > 7'"));
  ASSERT_EQ(inexact.report.open.size(), 1U);
  EXPECT_THAT(inexact.report.open[0].inexact, ElementsAre("beds"));
  // A rule that never fails is not called dead where not everything was looked at.
  EXPECT_THAT(lint_text(rule("when = 'beds * 0 > 1'\nrequire = 'named'")).findings,
              Not(Contains(HasSubstr("dead-rule"))));
  const Linted cut = lint_text(rule("require = 'named && read && beds > 3 && council == \"none\"'"), 10);
  ASSERT_EQ(cut.report.open.size(), 1U);
  EXPECT_EQ(cut.report.open[0].num_judged, 10U);
  EXPECT_EQ(cut.report.open[0].num_combinations, 4 * 3 * 5 * 5);
}

}  // namespace
}  // namespace kijun::analysis
