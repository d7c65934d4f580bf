#include "engine/audit/baseline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/audit/small_audit.h"

namespace kijun::audit {
namespace {

constexpr const char* kFirstAnswers = "架空県,,,\n東市,○,○,\n西市,×,○,\n南市,,○,\n";

std::string rule_with(const std::string& more = "", const std::string& id = "r") {
  return "[[rule]]\nid = \"" + id +
         "\"\ntitle = { ja = \"題\", en = \"title\" }\ntopic = \"council\"\nactor = \"municipality\"\n"
         "kind = \"policy\"\nfor_each = \"municipality\"\nseverity = \"error\"\n"
         "require = 'council == \"established\"'\n" +
         more;
}

std::unique_ptr<AuditRun> audited(const std::string& rules, const std::string& answers, AuditOptions options = {}) {
  SmallAudit small;
  small.answer(answers);
  auto run = small.run(rules, std::move(options));
  EXPECT_NE(run->model, nullptr) << run->codes();
  return run;
}

Baseline baseline_of(const std::string& rules = rule_with(), const std::string& answers = kFirstAnswers) {
  return make_baseline(*audited(rules, answers)->model);
}

/// "new 0 unchanged 2 updated 0 worse 0 absent 0 outside 0", and what gates.
std::string compare(const Baseline& baseline, const std::string& rules, const std::string& answers,
                    AuditOptions options = {}) {
  options.baseline = &baseline;
  const auto run = audited(rules, answers, std::move(options));
  const BaselineComparison& comparison = *run->model->baseline();
  std::string text;
  for (const BaselineState state :
       {BaselineState::kNew, BaselineState::kUnchanged, BaselineState::kUpdated, BaselineState::kWorse})
    text += std::string(baseline_state_id(state)) + " " + std::to_string(comparison.count(state)) + " ";
  return text + "absent " + std::to_string(comparison.absent().size()) + " outside " +
         std::to_string(comparison.num_outside()) + " gates " + std::to_string(run->model->summary().num_blocking);
}

TEST(BaselineTest, HoldsEveryFinding) {
  const Baseline baseline = baseline_of();
  EXPECT_EQ(baseline.series, "kakuu");
  ASSERT_EQ(baseline.entries.size(), 2U);
  EXPECT_EQ(baseline.entries[0].subject_name, "西市");
  EXPECT_EQ(baseline.entries[0].outcome, Outcome::kFail);
  EXPECT_EQ(baseline.entries[1].subject_code, "992038");
  EXPECT_EQ(baseline.entries[1].outcome, Outcome::kUnknown);
}

TEST(BaselineTest, WhatIsKnownDoesNotGate) {
  EXPECT_EQ(compare(baseline_of(), rule_with(), kFirstAnswers),
            "new 0 unchanged 2 updated 0 worse 0 absent 0 outside 0 gates 0");
}

TEST(BaselineTest, WhatIsNewGates) {
  EXPECT_EQ(compare(baseline_of(), rule_with(), "架空県,,,\n東市,×,○,\n西市,×,○,\n南市,,○,\n"),
            "new 1 unchanged 2 updated 0 worse 0 absent 0 outside 0 gates 1");
}

TEST(BaselineTest, WhatGetsWorseGatesAgain) {
  EXPECT_EQ(compare(baseline_of(), rule_with(), "架空県,,,\n東市,○,○,\n西市,×,○,\n南市,×,○,\n"),
            "new 0 unchanged 1 updated 0 worse 1 absent 0 outside 0 gates 1");
  // Before its deadline it was a warning.
  const std::string dated = rule_with("deadline = 'date(\"2019-06-30\")'\nbefore_deadline = \"warning\"\n");
  AuditOptions later;
  later.as_of = *Date::parse_iso("2019-06-30");
  EXPECT_EQ(compare(baseline_of(dated), dated, kFirstAnswers, later),
            "new 0 unchanged 0 updated 1 worse 1 absent 0 outside 0 gates 1");
}

TEST(BaselineTest, WhatChangesAndGetsNoWorseIsUpdated) {
  EXPECT_EQ(compare(baseline_of(), rule_with(), "架空県,,,\n東市,○,○,\n西市,,○,\n南市,,○,\n"),
            "new 0 unchanged 1 updated 1 worse 0 absent 0 outside 0 gates 0");
}

TEST(BaselineTest, WhatIsResolvedIsAbsentAndPruned) {
  const Baseline baseline = baseline_of();
  AuditOptions options;
  options.baseline = &baseline;
  const auto run = audited(rule_with(), "架空県,,,\n東市,×,○,\n西市,○,○,\n南市,,○,\n", options);
  const BaselineComparison& comparison = *run->model->baseline();
  ASSERT_EQ(comparison.absent().size(), 1U);
  EXPECT_EQ(comparison.absent()[0]->subject_name, "西市");
  const Baseline pruned = prune(baseline, comparison);
  ASSERT_EQ(pruned.entries.size(), 1U);  // 東市 is new, and is not taken in
  EXPECT_EQ(pruned.entries[0].subject_name, "南市");
}

TEST(BaselineTest, ANarrowedRunMarksNothingAbsentThatItDidNotLookAt) {
  const Baseline baseline = baseline_of();
  const std::string mended = "架空県,,,\n東市,○,○,\n西市,○,○,\n南市,○,○,\n";
  AuditOptions options;
  options.only_rows = {2};
  options.narrowed = {"--for 西市"};
  EXPECT_EQ(compare(baseline, rule_with(), mended, options),
            "new 0 unchanged 0 updated 0 worse 0 absent 1 outside 1 gates 0");
  options = {};
  options.only_rules = {"other"};
  options.narrowed = {"--only other"};
  EXPECT_EQ(compare(baseline, rule_with() + rule_with("", "other"), mended, options),
            "new 0 unchanged 0 updated 0 worse 0 absent 0 outside 2 gates 0");
}

TEST(BaselineTest, KnowsARenamedRule) {
  EXPECT_EQ(compare(baseline_of(), rule_with("aliases = [\"r\"]\n", "better.name"), kFirstAnswers),
            "new 0 unchanged 2 updated 0 worse 0 absent 0 outside 0 gates 0");
}

TEST(BaselineTest, ARuleThatIsGoneIsAbsent) {
  EXPECT_EQ(compare(baseline_of(), rule_with("", "other"), kFirstAnswers),
            "new 2 unchanged 0 updated 0 worse 0 absent 2 outside 0 gates 1");
}

TEST(BaselineTest, IsReadAsItWasWritten) {
  const Baseline baseline = baseline_of();
  const std::string text = write_baseline(baseline);
  const auto read = read_baseline(text);
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(*read, baseline);
  EXPECT_EQ(write_baseline(Baseline{"kakuu", {}}),
            "{\n\"schema\": \"kijun.baseline/1\",\n\"series\": \"kakuu\",\n\"findings\": []\n}\n");
  EXPECT_EQ(*read_baseline(write_baseline(Baseline{"kakuu", {}})), (Baseline{"kakuu", {}}));
}

TEST(BaselineTest, SaysWhatIsWrongWithAFile) {
  struct Wrong {
    std::string text;
    const char* message;
  };
  std::string without_state = write_baseline(baseline_of());
  without_state.replace(without_state.find("\"state\""), 7, "\"stte_\"");
  const Wrong wrong[] = {
      {"", "line 1 is not JSON"},
      {"{\n<<<<<<< HEAD\n}", "line 2 is not JSON"},
      {"{\"schema\": " + std::string(100'000, '[') + std::string(100'000, ']') + ", \"series\": \"\"}",
       "it is nested too deeply"},
      {"[]", "not written by `kijun baseline write`"},
      {"{\"schema\": \"kijun.baseline/2\"}", "not written by `kijun baseline write`"},
      {"{\"schema\": \"kijun.baseline/1\"}", "there is no array `findings`"},
      {without_state, "finding 1 cannot be read"},
      {"{\"schema\": \"kijun.baseline/1\", \"findings\": [1]}", "finding 1 cannot be read"},
  };
  for (const Wrong& each : wrong) {
    const auto read = read_baseline(each.text);
    ASSERT_FALSE(read.has_value()) << each.text;
    EXPECT_EQ(read.error().message, each.message);
  }
}

}  // namespace
}  // namespace kijun::audit
