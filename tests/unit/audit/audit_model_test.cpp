#include "engine/audit/audit_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/audit/fingerprint.h"
#include "tests/unit/audit/small_audit.h"

namespace kijun::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// One rule named `r` with the given lines beside what every rule needs.
std::string rule_of(const std::string& lines, const std::string& id = "r") {
  return "[[rule]]\nid = \"" + id +
         "\"\ntitle = { ja = \"題\", en = \"title\" }\ntopic = \"council\"\nactor = \"municipality\"\nkind = "
         "\"policy\"\n"
         "for_each = \"municipality\"\nseverity = \"error\"\n" +
         lines + "\n";
}

std::vector<std::string> fields(const std::vector<CellView>& cells, EvidenceRole role) {
  std::vector<std::string> ids;
  for (const CellView& cell : cells)
    if (cell.role == role) ids.push_back(cell.field);
  return ids;
}

std::vector<std::string> causes(const ResultDetail& detail) {
  std::vector<std::string> ids;
  for (const OpenCause& cause : detail.unknown_because)
    ids.push_back(cause.cell.field + ":" + std::string(table::reason_id(cause.cell.missing)));
  return ids;
}

TEST(AuditModelTest, EvidenceIsWhatDecidedThenTheNamedFields) {
  SmallAudit small;
  const auto run = small.run(rule_of("require = 'council == \"established\" && plan'\nevidence = [\"note\"]"));
  ASSERT_NE(run->model, nullptr) << run->codes();
  const ResultDetail failed = *run->detail("r", "西市");
  EXPECT_THAT(fields(failed.evidence, EvidenceRole::kDecided), ElementsAre("council"));
  EXPECT_THAT(fields(failed.evidence, EvidenceRole::kContext), ElementsAre("note"));
  const ResultDetail passed = *run->detail("r", "東市");
  EXPECT_THAT(fields(passed.evidence, EvidenceRole::kDecided), ElementsAre("council", "plan"));
}

TEST(AuditModelTest, CausesAreTheCellsThatCouldDecide) {
  SmallAudit small;
  small.answer("架空県,,,\n東市,○,,\n西市,×,,\n南市,,,\n");
  const auto run = small.run(rule_of("require = 'council == \"established\" && plan'"));
  ASSERT_NE(run->model, nullptr) << run->codes();
  EXPECT_THAT(causes(*run->detail("r", "東市")), ElementsAre("plan:blank"));
  EXPECT_THAT(causes(*run->detail("r", "南市")), ElementsAre("council:blank", "plan:blank"));
  EXPECT_EQ(run->code("r", "西市")->decision.outcome, Outcome::kFail);
  EXPECT_THAT(run->detail("r", "西市")->unknown_because, IsEmpty());
}

TEST(AuditModelTest, ARuleNoSingleAnswerDecidesIsUnknownByItsForm) {
  SmallAudit small;
  const auto run = small.run(rule_of("require = 'council == \"established\" || council != \"established\"'"));
  ASSERT_NE(run->model, nullptr) << run->codes();
  const ResultDetail detail = *run->detail("r", "南市");
  EXPECT_EQ(run->code("r", "南市")->decision.outcome, Outcome::kUnknown);
  EXPECT_TRUE(detail.unknown_by_form);
}

TEST(AuditModelTest, WhatTheFormDidNotAskIsUnknownWithoutAQuestion) {
  SmallAudit small;
  const auto run = small.run(rule_of(
      "require = 'not_asked'\nask = { ja = \"御回答ください。\", en = \"Please answer.\", answer = \"yes_no\" }"));
  ASSERT_NE(run->model, nullptr) << run->codes();
  const ResultDetail detail = *run->detail("r", "東市");
  EXPECT_THAT(causes(detail), ElementsAre("not_asked:absent"));
  EXPECT_FALSE(detail.unknown_because[0].asks);
  EXPECT_FALSE(detail.ask.has_value());
}

TEST(AuditModelTest, AnUnreadNoteHoldsOnlyWhatRestsOnIt) {
  SmallAudit small;
  small.answer("架空県,,,\n東市,○,○,共同で設置\n西市,×,○,共同で検討\n南市,○,○,\n");
  const std::string rules = rule_of("require = 'council == \"established\" && joint'") +
                            rule_of("require = 'council == \"established\"'", "plain");
  const auto unread = small.run(rules);
  ASSERT_NE(unread->model, nullptr) << unread->codes();
  EXPECT_THAT(unread->subjects("r", Outcome::kUnknown), ElementsAre("東市"));
  EXPECT_THAT(unread->subjects("r", Outcome::kFail), ElementsAre("西市", "南市"));
  EXPECT_THAT(unread->subjects("plain", Outcome::kFail), ElementsAre("西市"));
  EXPECT_THAT(causes(*unread->detail("r", "東市")), ElementsAre("joint:not_reviewed"));
}

TEST(AuditModelTest, TheFirstTrueCaseGivesTextAndSeverity) {
  SmallAudit small;
  const auto run = small.run(rule_of(R"(require = 'council == "established"'
deadline = 'date("2019-04-01")'
before_deadline = "notice"
message = { ja = "{name}：{council}", en = "{name}: {council}" }
  [[rule.case]]
  id = "none"
  when = 'council == "none"'
  severity = "warning"
  message = { ja = "{name}の回答は{raw(council)}", en = "{name} answered {raw(council)}" })"));
  ASSERT_NE(run->model, nullptr) << run->codes();
  const ResultCode code = *run->code("r", "西市");
  EXPECT_EQ(code.rule_case, 0);
  EXPECT_TRUE(code.before_deadline);
  EXPECT_EQ(code.severity, policy::Severity::kNotice);
  EXPECT_EQ(run->detail("r", "西市")->message.ja, "西市の回答は×");
  EXPECT_EQ(run->detail("r", "西市")->message.en, "Nishi City answered ×");
}

TEST(AuditModelTest, DerivedGroupsGatherEqualTexts) {
  SmallAudit small;
  small.answer("架空県,,,同じ\n東市,○,○,同じ\n西市,×,○,同じ\n南市,○,○,別\n");
  const auto grouped = small.run(
      "[[group]]\nid = \"same_note\"\ntitle = { ja = \"同文\", en = \"same\" }\nby = 'note'\n"
      "[[rule]]\nid = \"r\"\ntitle = { ja = \"題\", en = \"title\" }\ntopic = \"council\"\nactor = "
      "\"municipality\"\nkind = \"review\"\n"
      "for_each = \"same_note\"\nseverity = \"notice\"\nrequire = 'size(same_note.members) == 1'\n");
  ASSERT_NE(grouped->model, nullptr) << grouped->codes();
  EXPECT_THAT(grouped->subjects("r", Outcome::kFail), ElementsAre("東市ほか1団体"));
  EXPECT_THAT(grouped->subjects("r", Outcome::kPass), ElementsAre("南市"));
}

TEST(AuditModelTest, FingerprintsNameTheSubjectAndStatesWhatWasFound) {
  SmallAudit small;
  const std::string rules = rule_of("require = 'council == \"established\"'");
  const auto before = small.run(rules);
  small.answer("架空県,,,\n南市,○,○,\n西市,○,○,\n東市,○,○,\n");
  const auto after = small.run(rules);
  ASSERT_TRUE(before->model != nullptr && after->model != nullptr);
  const auto state = [](const AuditRun& run, std::size_t position) {
    const RuleColumn& column = run.model->columns()[0];
    return state_hash(column, column.code(position), run.model->detail(0, position));
  };
  constexpr std::size_t kEast = 0;
  constexpr std::size_t kWest = 1;
  EXPECT_EQ(fingerprint(*before->model, 0, kWest), fingerprint(*after->model, 0, kWest));
  EXPECT_NE(state(*before, kWest), state(*after, kWest));
  EXPECT_EQ(state(*before, kEast), state(*after, kEast));
  EXPECT_NE(fingerprint(*before->model, 0, kEast), fingerprint(*before->model, 0, kWest));
}

TEST(AuditModelTest, EveryReasonForNotGatingIsListed) {
  SmallAudit small;
  const std::string rules = rule_of("require = 'council == \"established\"'\nstage = \"draft\"");
  AuditOptions options;
  options.gate.kinds = {policy::RuleKind::kQuality};
  const auto run = small.run(rules, options);
  ASSERT_NE(run->model, nullptr) << run->codes();
  EXPECT_THAT(run->model->gate(0, 0).reasons, ElementsAre("outcome", "kind", "draft"));  // 東市
  EXPECT_THAT(run->model->gate(0, 1).reasons, ElementsAre("kind", "draft"));             // 西市
  EXPECT_THAT(run->model->gate(0, 2).reasons, ElementsAre("unknown", "kind", "draft"));  // 南市
  EXPECT_EQ(run->model->summary().num_blocking, 0U);
}

TEST(AuditModelTest, UnknownsGateOnlyWhenAsked) {
  SmallAudit small;
  const std::string rules = rule_of("require = 'council == \"established\"'");
  AuditOptions options;
  options.gate.fail_on_unknown = true;
  EXPECT_EQ(small.run(rules, options)->model->summary().num_blocking, 2U);
  EXPECT_EQ(small.run(rules)->model->summary().num_blocking, 1U);
  EXPECT_EQ(small.run(rules)->model->summary().num_ungated_unknown, 1U);
}

TEST(AuditModelTest, TooManyUndecidedResultsGateWhenTheirNumberIsBounded) {
  SmallAudit small;
  const auto summary_of = [&](const std::string& keys, std::optional<std::size_t> most, policy::RuleKind kind) {
    AuditOptions options;
    options.gate.fail_on.reset();
    options.gate.kinds = {kind};
    options.gate.max_unknown = most;
    return small.run(rule_of("require = 'council == \"established\"'\n" + keys), options)->model->summary();
  };
  EXPECT_EQ(summary_of("", std::nullopt, policy::RuleKind::kPolicy).num_open_unknown, 1U);
  EXPECT_FALSE(summary_of("", std::nullopt, policy::RuleKind::kPolicy).gates());
  EXPECT_FALSE(summary_of("", 1, policy::RuleKind::kPolicy).gates());
  EXPECT_TRUE(summary_of("", 0, policy::RuleKind::kPolicy).gates());
  EXPECT_FALSE(summary_of("stage = \"draft\"", 0, policy::RuleKind::kPolicy).gates());
  EXPECT_FALSE(summary_of("", 0, policy::RuleKind::kQuality).gates());
}

TEST(AuditModelTest, ARunThatSaysNothingIsAnErrorUnlessAllowed) {
  SmallAudit small;
  const std::string idle = rule_of("when = 'false'\nrequire = 'true'");
  EXPECT_EQ(small.run(idle)->codes(), "KJ5004");
  AuditOptions options;
  options.allow.nothing_applicable = true;
  EXPECT_NE(small.run(idle, options)->model, nullptr);
  EXPECT_EQ(small.run("")->codes(), "KJ5002");
}

TEST(AuditModelTest, ARuleThatErrsStopsTheRunOnce) {
  SmallAudit small;
  const std::string erring = rule_of("require = '1 / (plan ? 0 : 1) == 1'");
  EXPECT_EQ(small.run(erring)->codes(), "KJ5005");
  AuditOptions options;
  options.allow.rule_errors = true;
  const auto run = small.run(erring, options);
  ASSERT_NE(run->model, nullptr) << run->codes();
  EXPECT_THAT(run->subjects("r", Outcome::kError), SizeIs(2));
}

TEST(AuditModelTest, ConditionsMustNotRunInACircle) {
  SmallAudit small;
  const auto run = small.run("[[condition]]\nid = \"a\"\nexpr = 'b'\n[[condition]]\nid = \"b\"\nexpr = 'a'\n" +
                             rule_of("require = 'a'"));
  EXPECT_EQ(run->codes(), "KJ1220");
  EXPECT_EQ(run->sink.diagnostics()[0].message.en, "conditions run in a circle: a → b → a");
}

}  // namespace
}  // namespace kijun::audit
