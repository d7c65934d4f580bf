#include "engine/audit/waivers.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/audit/small_audit.h"

namespace kijun::audit {
namespace {

using testing::ElementsAre;

constexpr const char* kWaivedAnswers = "架空県,,,\n東市,○,○,\n西市,×,○,\n南市,,○,\n";

std::string rule_requiring(const std::string& require = "council == \"established\"", const std::string& more = "") {
  return "[[rule]]\nid = \"r\"\ntitle = { ja = \"題\", en = \"title\" }\ntopic = \"council\"\nactor = "
         "\"municipality\"\n"
         "kind = \"policy\"\nfor_each = \"municipality\"\nseverity = \"error\"\nrequire = '''" +
         require + "'''\n" + more;
}

/// A waiver for 西市 (or whom `subject` names) until the end of FY2019.
std::string waiver(const survey::GrantedOn& granted, const std::string& subject = "992020",
                   const std::string& rule = "r") {
  std::string answers;
  for (const std::string& answer : granted.answers) answers += (answers.empty() ? "\"" : ", \"") + answer + "\"";
  return fmt::format(
      "[[decision]]\nkind = \"waiver\"\nsubject = \"{}\"\nrule = \"{}\"\nanswers = [{}]\nmeaning = \"{}\"\n"
      "approver = \"課長\"\nuntil = 2020-03-31\nreason = {{ ja = \"理由\", en = \"why\" }}\nsource = \"document\"\n"
      "by = \"担当\"\nwhen = 2019-03-25\n",
      subject, rule, answers, granted.meaning);
}

/// What the result of a subject rests on.
survey::GrantedOn granted(const std::string& rules, const std::string& subject = "西市") {
  SmallAudit small;
  small.answer(kWaivedAnswers);
  const auto run = small.run(rules);
  if (run->model == nullptr) {
    ADD_FAILURE() << run->codes();
    return {};
  }
  for (std::size_t position = 0; position < run->model->columns()[0].size(); ++position)
    if (run->model->subject(run->model->columns()[0].subject(position)).name.name.ja == subject)
      return run->model->granted_on(0, position);
  ADD_FAILURE() << subject;
  return {};
}

std::unique_ptr<AuditRun> audit_with(const std::string& decisions, const std::string& rules,
                                     const char* as_of = "2019-03-31", AuditOptions options = {},
                                     const std::string& answers = kWaivedAnswers) {
  SmallAudit small;
  small.answer(answers);
  small.decide(decisions);
  options.as_of = *Date::parse_iso(as_of);
  auto run = small.run(rules, std::move(options));
  EXPECT_NE(run->model, nullptr) << run->codes();
  return run;
}

DecisionState state(const AuditRun& run) { return run.model->decisions().at(0).state; }

TEST(WaiversTest, AreGrantedOnTheDecidingAnswersAndTheMeaning) {
  const survey::GrantedOn failed = granted(rule_requiring("council == \"established\" && plan"));
  EXPECT_THAT(failed.answers, ElementsAre("992020 council none"));
  EXPECT_EQ(failed.meaning.size(), 32U);
  EXPECT_THAT(granted(rule_requiring(), "南市").answers, ElementsAre("992038 council blank"));
}

TEST(WaiversTest, KeepAFailingResultFromGatingAndShowIt) {
  const auto open = audit_with("", rule_requiring());
  EXPECT_EQ(open->model->summary().num_blocking, 1U);
  const auto run = audit_with(waiver(granted(rule_requiring())), rule_requiring());
  EXPECT_EQ(state(*run), DecisionState::kInForce);
  EXPECT_EQ(run->model->summary().num_blocking, 0U);
  EXPECT_EQ(run->model->summary().num_waived, 1U);
  EXPECT_THAT(run->model->gate(0, 1).reasons, ElementsAre("waived"));
  ASSERT_NE(run->model->waiver(0, 1), nullptr);
  EXPECT_EQ(run->model->waiver(0, 1)->approver, "課長");
  EXPECT_EQ(run->model->waiver(0, 0), nullptr);
  EXPECT_EQ(run->code("r", "西市")->decision.outcome, Outcome::kFail);  // the rule still runs
  EXPECT_EQ(run->model->summary().by_outcome[static_cast<std::size_t>(Outcome::kFail)], 1U);
}

TEST(WaiversTest, CoverAnUndecidedResult) {
  AuditOptions options;
  options.gate.fail_on_unknown = true;
  const auto run =
      audit_with(waiver(granted(rule_requiring(), "南市"), "992038"), rule_requiring(), "2019-03-31", options);
  EXPECT_EQ(run->model->summary().num_blocking, 1U);  // 西市
  EXPECT_EQ(run->model->summary().num_ungated_unknown, 1U);
  EXPECT_THAT(run->model->gate(0, 2).reasons, ElementsAre("waived"));
}

TEST(WaiversTest, HoldUntilTheEndOfTheirLastDay) {
  const std::string decisions = waiver(granted(rule_requiring()));
  EXPECT_EQ(state(*audit_with(decisions, rule_requiring(), "2020-03-31")), DecisionState::kInForce);
  const auto late = audit_with(decisions, rule_requiring(), "2020-04-01");
  EXPECT_EQ(state(*late), DecisionState::kExpired);
  EXPECT_EQ(late->model->summary().num_blocking, 1U);
}

TEST(WaiversTest, SayThatTheyExpireSoon) {
  const std::string decisions = waiver(granted(rule_requiring()));
  AuditOptions options;
  options.expiring_within = 30;
  EXPECT_FALSE(audit_with(decisions, rule_requiring(), "2020-02-29", options)->model->decisions()[0].expiring);
  const auto run = audit_with(decisions, rule_requiring(), "2020-03-01", options);
  EXPECT_TRUE(run->model->decisions()[0].expiring);
  EXPECT_EQ(run->model->summary().num_expiring, 1U);
  EXPECT_EQ(run->model->summary().num_blocking, 0U);
}

TEST(WaiversTest, GoStaleWhenAnAnswerChanges) {
  const std::string decisions = waiver(granted(rule_requiring("council == \"established\" || plan && false")));
  const auto run = audit_with(decisions, rule_requiring("council == \"established\" || plan && false"), "2019-03-31",
                              {}, "架空県,,,\n東市,○,○,\n西市,,○,\n南市,,○,\n");
  EXPECT_EQ(state(*run), DecisionState::kStale);
  EXPECT_THAT(run->model->gate(0, 1).reasons, ElementsAre("unknown"));
}

TEST(WaiversTest, GoStaleWhenTheRuleMeansSomethingElse) {
  const std::string decisions = waiver(granted(rule_requiring()));
  const std::string stricter[] = {
      rule_requiring("council == \"established\" && plan"),
      rule_requiring() + "before_deadline = \"notice\"\ndeadline = 'date(\"2019-03-31\")'\n",
      rule_requiring("council == \"established\"",
                     "[[rule.case]]\nid = \"none\"\nwhen = 'council == \"none\"'\nmessage = { ja = "
                     "\"無\", en = \"none\" }\nseverity = \"warning\"\n"),
      rule_requiring() + "when = 'plan'\n",
  };
  for (const std::string& rules : stricter) {
    const auto run = audit_with(decisions, rules);
    ASSERT_NE(run->model, nullptr);
    EXPECT_EQ(state(*run), DecisionState::kStale) << rules;
    EXPECT_EQ(run->model->waiver(0, 1), nullptr);
  }
}

TEST(WaiversTest, SurviveNewWords) {
  std::string reworded = rule_requiring("\"established\"\n  == self.council");
  reworded.replace(reworded.find("題"), 3, "別の題");
  EXPECT_EQ(state(*audit_with(waiver(granted(rule_requiring())), reworded)), DecisionState::kInForce);
}

TEST(WaiversTest, GoStaleWithAParameterOrACondition) {
  const auto with = [](const std::string& value, const std::string& condition) {
    return "[params.least]\nvalue = " + value +
           "\ndescription = { ja = \"数\", en = \"number\" }\n[[condition]]\nid = \"met\"\nfor_each = \"record\"\nexpr "
           "= "
           "'" +
           condition + "'\n" + rule_requiring("met && 1 >= params.least");
  };
  const std::string decisions = waiver(granted(with("1", "council == \"established\"")));
  EXPECT_EQ(state(*audit_with(decisions, with("1", "council == \"established\""))), DecisionState::kInForce);
  EXPECT_EQ(state(*audit_with(decisions, with("0", "council == \"established\""))), DecisionState::kStale);
  EXPECT_EQ(state(*audit_with(decisions, with("1", "council != \"none\""))), DecisionState::kStale);
}

TEST(WaiversTest, OfTwoForOneResultTheLaterDecides) {
  const std::string first = waiver(granted(rule_requiring()));
  std::string second = first;
  second.replace(second.find("2019-03-25"), 10, "2019-03-28");
  const auto both = audit_with(first + second, rule_requiring());
  EXPECT_EQ(both->model->decisions().at(0).state, DecisionState::kUnused);
  EXPECT_EQ(both->model->decisions().at(1).state, DecisionState::kInForce);
  EXPECT_EQ(both->model->summary().num_waived, 1U);
  // The earlier does not hold again because the later is void.
  second.replace(second.find("council none"), 12, "council planned");
  const auto stale = audit_with(first + second, rule_requiring());
  EXPECT_EQ(stale->model->decisions().at(1).state, DecisionState::kStale);
  EXPECT_EQ(stale->model->summary().num_waived, 0U);
}

TEST(WaiversTest, AreUnusedWhereNothingIsFound) {
  const std::string decisions = waiver(granted(rule_requiring()));
  const auto run =
      audit_with(decisions, rule_requiring(), "2019-03-31", {}, "架空県,,,\n東市,○,○,\n西市,○,○,\n南市,,○,\n");
  EXPECT_EQ(state(*run), DecisionState::kUnused);
  EXPECT_EQ(run->model->summary().num_waived, 0U);
  EXPECT_EQ(run->model->summary().decisions_by_state[static_cast<std::size_t>(DecisionState::kUnused)], 1U);
}

TEST(WaiversTest, CountAsErrorsWhereTheUserSaysSo) {
  const std::string decisions = waiver(granted(rule_requiring()));
  AuditOptions options;
  options.strict.states = {DecisionState::kExpired};
  EXPECT_EQ(audit_with(decisions, rule_requiring(), "2020-03-31", options)->model->summary().num_strict_decisions, 0U);
  EXPECT_EQ(audit_with(decisions, rule_requiring(), "2020-04-01", options)->model->summary().num_strict_decisions, 1U);
  options.strict = {{}, true};
  EXPECT_EQ(audit_with(decisions, rule_requiring(), "2020-03-31", options)->model->summary().num_strict_decisions, 1U);
}

TEST(WaiversTest, OfAnUnknownRuleStopTheRun) {
  SmallAudit small;
  small.decide(waiver(granted(rule_requiring()), "992020", "rr"));
  const auto run = small.run(rule_requiring());
  EXPECT_EQ(run->model, nullptr);
  EXPECT_EQ(run->codes(), "KJ5006");
}

TEST(WaiversTest, ANarrowedRunListsThoseItJudges) {
  const std::string decisions = waiver(granted(rule_requiring())) + waiver(granted(rule_requiring(), "南市"), "992038");
  AuditOptions options;
  options.only_rows = {1};
  options.narrowed = {"--for 東市"};
  EXPECT_TRUE(audit_with(decisions, rule_requiring(), "2019-03-31", options)->model->decisions().empty());
  options.only_rows = {2};
  EXPECT_EQ(audit_with(decisions, rule_requiring(), "2019-03-31", options)->model->decisions().size(), 1U);
}

TEST(WaiversTest, OfAZoneRestOnItsMembers) {
  const std::string zone =
      "[[rule]]\nid = \"r\"\ntitle = { ja = \"題\", en = \"title\" }\ntopic = \"council\"\nactor = \"municipality\"\n"
      "kind = \"policy\"\nfor_each = \"zone\"\nseverity = \"error\"\n"
      "require = 'zone.members.all(m, m.council != \"none\")'\n";
  const survey::GrantedOn rests = granted(zone, "全域");
  EXPECT_THAT(rests.answers, ElementsAre("992020 council none"));
  EXPECT_EQ(state(*audit_with(waiver(rests, "all"), zone)), DecisionState::kInForce);
  EXPECT_EQ(
      state(*audit_with(waiver(rests, "all"), zone, "2019-03-31", {}, "架空県,,,\n東市,×,○,\n西市,×,○,\n南市,,○,\n")),
      DecisionState::kStale);
}

}  // namespace
}  // namespace kijun::audit
