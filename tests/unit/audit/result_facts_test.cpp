#include "engine/audit/result_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/audit/small_audit.h"

namespace kijun::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string rule_for_facts(const std::string& lines) {
  return "[[rule]]\nid = \"r\"\ntitle = { ja = \"題\", en = \"title\" }\ntopic = \"council\"\nactor = "
         "\"municipality\"\n"
         "kind = \"policy\"\nfor_each = \"municipality\"\nseverity = \"error\"\n" +
         lines + "\n";
}

/// A reading of the note of one municipality.
std::string reading(const std::string& code, const std::string& note, const std::string& values) {
  return "[[decision]]\nkind = \"reading\"\nsubject = \"" + code + "\"\nnote = \"note\"\nquote = \"" + note +
         "\"\nhash = \"" + survey::note_hash(note) + "\"\nvalues = { " + values +
         " }\nreason = { ja = \"架空\", en = \"made up\" }\nsource = \"note\"\nby = \"架空 一郎\"\nwhen = 2019-03-15\n";
}

/// Names of the subjects whose results nobody could settle by asking or reading.
std::vector<std::string> not_asked(const AuditRun& run) {
  std::vector<std::string> names;
  const RuleColumn& column = run.model->columns().front();
  for (const table::SubjectRef subject : column.subjects())
    if (run.model->not_asked(0).get(subject.index)) names.push_back(run.model->subject(subject).name.name.ja);
  return names;
}

TEST(ResultFactsTest, WhatTheFormLacksIsNotAsked) {
  SmallAudit small;
  const auto run = small.run(rule_for_facts("require = 'not_asked'"));
  ASSERT_NE(run->model, nullptr) << run->codes();
  EXPECT_THAT(not_asked(*run), ElementsAre("東市", "西市", "南市"));
}

TEST(ResultFactsTest, ABlankAnswerIsAsked) {
  SmallAudit small;
  const auto run = small.run(rule_for_facts("require = 'council == \"established\"'"));
  ASSERT_NE(run->model, nullptr) << run->codes();
  EXPECT_THAT(run->subjects("r", Outcome::kUnknown), ElementsAre("南市"));
  EXPECT_THAT(not_asked(*run), IsEmpty());
}

TEST(ResultFactsTest, WhereBothAreReadTheCausesTell) {
  SmallAudit small;
  const auto run = small.run(rule_for_facts("require = 'council == \"established\" && not_asked'"));
  ASSERT_NE(run->model, nullptr) << run->codes();
  EXPECT_THAT(run->subjects("r", Outcome::kUnknown), ElementsAre("東市", "南市"));
  EXPECT_THAT(not_asked(*run), ElementsAre("東市"));  // 南市 left the council blank, too
}

TEST(ResultFactsTest, WhatTheRuleCannotJudgeIsNotAsked) {
  SmallAudit small;
  const auto run = small.run(
      rule_for_facts("require = 'council == \"established\"'\n"
                     "judgeable = { expr = 'plan', reason = { ja = \"計画による\", en = \"by the plan\" } }"));
  ASSERT_NE(run->model, nullptr) << run->codes();
  EXPECT_THAT(run->subjects("r", Outcome::kUnknown), ElementsAre("南市"));
  EXPECT_THAT(not_asked(*run), ElementsAre("南市"));
}

TEST(ResultFactsTest, CountsTheVerdictsThatRestOnReadings) {
  SmallAudit small;
  small.answer("架空県,,,\n東市,○,○,共同で設置\n西市,×,○,共同で検討\n南市,○,○,\n");
  small.decide(reading("992011", "共同で設置", "joint = true") + reading("992020", "共同で検討", "joint = true"));
  const auto on_readings = [&](const std::string& lines) {
    const auto run = small.run(rule_for_facts(lines));
    EXPECT_NE(run->model, nullptr) << run->codes();
    return run->model->summary().num_verdicts_on_readings;
  };
  EXPECT_EQ(on_readings("require = 'joint'"), 2U);
  EXPECT_EQ(on_readings("require = 'council == \"established\" && joint'"), 1U);  // 西市 fails by its mark alone
  EXPECT_EQ(on_readings("require = 'council == \"established\"'"), 0U);
  EXPECT_EQ(on_readings("require = 'zone.members.exists(m, m.joint)'"), 3U);  // 南市 by what the others read
}

TEST(ResultFactsTest, NoReadingNoVerdictOnReadings) {
  SmallAudit small;
  const auto run = small.run(rule_for_facts("require = '!joint'"));
  ASSERT_NE(run->model, nullptr) << run->codes();
  EXPECT_EQ(run->model->summary().num_verdicts_on_readings, 0U);
}

}  // namespace
}  // namespace kijun::audit
