#include "engine/analysis/example_runner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/policy/ruleset_loader.h"
#include "engine/table/vocabulary_file.h"

namespace kijun::analysis {
namespace {

using testing::ElementsAre;

constexpr std::string_view kFields = R"([vocabulary]
id = "demo"
title = { ja = "架空", en = "demo" }
[[field]]
id = "council"
label = { ja = "協議の場", en = "Council" }
type = "enum"
role = "declared"
kinds = ["municipality"]
  [[field.value]]
  id = "established"
  label = { ja = "設置済み", en = "established" }
  [[field.value]]
  id = "none"
  label = { ja = "未設置", en = "none" }
[[field]]
id = "note"
label = { ja = "備考", en = "Note" }
type = "string"
role = "note"
kinds = ["municipality"]
[[field]]
id = "cost"
label = { ja = "事業費", en = "Cost" }
type = "decimal"
role = "fact"
kinds = ["municipality"]
[[field]]
id = "services"
label = { ja = "実施している事業", en = "Services" }
type = "list"
element = "enum"
role = "fact"
kinds = ["municipality"]
  [[field.value]]
  id = "visit"
  label = { ja = "訪問", en = "visit" }
  [[field.value]]
  id = "stay"
  label = { ja = "短期入所", en = "stay" }
)";

std::string ruleset(std::string_view rule) {
  return R"([ruleset]
id = "demo-1"
title = { ja = "架空の基準", en = "Made-up rules" }
fiscal_years = { from = 2018, to = 2020 }
[params]
limit = 2019-03-31
[[topic]]
id = "t"
title = { ja = "分野", en = "topic" }
[[actor]]
id = "municipality"
title = { ja = "市町村", en = "municipality" }
[[rule]]
id = "r"
title = { ja = "題", en = "title" }
topic = "t"
actor = "municipality"
kind = "policy"
severity = "error"
)" + std::string(rule);
}

/// Verdicts of the examples of one rule: "ok" or the difference, and codes of what was reported.
class ExampleRunnerTest : public testing::Test {
 protected:
  std::vector<std::string> run(std::string_view rule) {
    auto vocabulary = table::load_vocabulary(sources_.add("fields.toml", std::string(kFields)), sink_);
    EXPECT_TRUE(vocabulary.has_value());
    vocabulary_ = std::move(*vocabulary);
    EXPECT_TRUE(files_.write("r.toml", ruleset(rule)).has_value());
    auto loaded = policy::load_ruleset("r.toml", *Date::from_ymd(2019, 3, 31), {files_, sources_, sink_});
    if (!loaded) return {"not loaded"};
    plan_ = audit::make_plan(std::move(*loaded), vocabulary_, sink_);
    if (plan_ == nullptr) return {"not compiled"};
    std::vector<std::string> verdicts;
    for (const ExampleResult& result : run_examples(*plan_, sink_))
      verdicts.push_back(result.passed ? "ok" : result.difference.en);
    return verdicts;
  }

  MemoryFileSystem files_;
  diag::SourceMap sources_;
  diag::Sink sink_;
  table::Vocabulary vocabulary_;
  std::unique_ptr<audit::Plan> plan_;
};

TEST_F(ExampleRunnerTest, ComparesOutcomeCaseAndSeverity) {
  EXPECT_THAT(run(R"(for_each = "municipality"
require = 'council == "established"'
deadline = 'params.limit'
before_deadline = "warning"
  [[rule.case]]
  id = "none"
  when = 'council == "none"'
  [[rule.example]]
  name = "pass"
  given = { council = "established" }
  expect = "pass"
  [[rule.example]]
  name = "fails early"
  given = { council = "none", as_of = 2019-03-30 }
  expect = "fail"
  case = "none"
  severity = "warning"
  [[rule.example]]
  name = "wrong expectation"
  given = { council = "none", params = { limit = 2018-01-01 } }
  expect = "fail"
  severity = "warning"
  [[rule.example]]
  name = "blank"
  given = { }
  expect = "unknown"
)"),
              ElementsAre("ok", "ok", "expected fail, severity warning, got fail, severity error", "ok"));
}

TEST_F(ExampleRunnerTest, BuildsGroupsMembersAndEarlierRecords) {
  EXPECT_THAT(run(R"(for_each = "body"
require = 'body.confirmed && body.members.all(m, m.council == "established")'
  [[rule.example]]
  name = "all members"
  given = { confirmed = true, members = [{ council = "established" }, { council = "established" }] }
  expect = "pass"
  [[rule.example]]
  name = "one member open"
  given = { confirmed = true, members = [{ council = "established" }, { council = { missing = "withheld" } }] }
  expect = "unknown"
)"),
              ElementsAre("ok", "ok"));
  EXPECT_THAT(run(R"(for_each = "municipality"
require = 'previous.council == "established"'
  [[rule.example]]
  name = "no earlier survey"
  given = { council = "none" }
  expect = "not_applicable"
  [[rule.example]]
  name = "earlier"
  given = { previous = { council = "established" } }
  expect = "pass"
)"),
              ElementsAre("ok", "ok"));
}

TEST_F(ExampleRunnerTest, ReadsEarlierYearsNewestFirst) {
  EXPECT_THAT(run(R"(for_each = "municipality"
require = 'history.size() == 2 && history[0].council == "none" && at(2017).council == history[1].council && at(2019).council == council'
  [[rule.example]]
  name = "three years"
  given = { fiscal_year = 2019, council = "established", previous = { council = "none", previous = { council = "established" } } }
  expect = "pass"
  [[rule.example]]
  name = "two years"
  given = { fiscal_year = 2019, council = "established", previous = { council = "none" } }
  expect = "fail"
)"),
              ElementsAre("ok", "ok"));
  EXPECT_THAT(run(R"(for_each = "municipality"
require = 'at(2016).council == "none"'
  [[rule.example]]
  name = "before the first survey"
  given = { council = "none", previous = { council = "none" } }
  expect = "not_applicable"
  [[rule.example]]
  name = "two years back"
  given = { previous = { previous = { council = "none" } } }
  expect = "pass"
)"),
              ElementsAre("ok", "ok"));
}

TEST_F(ExampleRunnerTest, SkipsYearsWithoutASurvey) {
  EXPECT_THAT(run(R"(for_each = "municipality"
require = 'previous.council == "none" && at(2016).council == "none" && at(2015).council == "established"'
  [[rule.example]]
  name = "no survey of 2017"
  given = { fiscal_year = 2018, previous = { fiscal_year = 2016, council = "none", previous = { council = "established" } } }
  expect = "pass"
)"),
              ElementsAre("ok"));
  EXPECT_THAT(run(R"(for_each = "municipality"
require = 'missing_reason(at(2017).council) == "no_survey" && missing_reason(at(2014).council) == "no_survey"'
  [[rule.example]]
  name = "nor of 2014"
  given = { fiscal_year = 2018, previous = { fiscal_year = 2016, council = "none", previous = { council = "established" } } }
  expect = "pass"
)"),
              ElementsAre("ok"));
}

TEST_F(ExampleRunnerTest, TakesDecimalsAsTextOrNumber) {
  EXPECT_THAT(run(R"(for_each = "municipality"
require = 'cost * 3 == 0.3'
  [[rule.example]]
  name = "text"
  given = { cost = "0.10" }
  expect = "pass"
  [[rule.example]]
  name = "number"
  given = { cost = 0.1 }
  expect = "pass"
  [[rule.example]]
  name = "whole number"
  given = { cost = 1 }
  expect = "fail"
  [[rule.example]]
  name = "blank"
  given = {}
  expect = "unknown"
)"),
              ElementsAre("ok", "ok", "ok", "ok"));
  EXPECT_EQ(sink_.num_errors(), 0U);
  EXPECT_THAT(run(R"(for_each = "municipality"
require = 'cost > 0'
  [[rule.example]]
  name = "no number"
  given = { cost = "0,1" }
  expect = "unknown"
)"),
              ElementsAre("expected unknown, got unknown"));
  ASSERT_EQ(sink_.num_errors(), 1U);
  EXPECT_EQ(sink_.diagnostics()[0].definition->code, "KJ1231");
}

TEST_F(ExampleRunnerTest, RunsARuleForEachOfItsFields) {
  EXPECT_THAT(run(R"(for_each = "municipality"
for_fields = ["council", "note", "services"]
require = 'answered(answer)'
  [[rule.example]]
  name = "all answered"
  given = { council = "none", note = "要綱", services = ["visit"] }
  expect = "pass"
)"),
              ElementsAre("ok", "ok", "ok"));
  EXPECT_THAT(run(R"(for_each = "municipality"
for_fields = ["council", "services"]
require = 'answered(answer)'
  [[rule.example]]
  name = "one answered"
  given = { council = "none" }
  expect = "pass"
)"),
              ElementsAre("ok", "expected pass, got fail"));
}

TEST_F(ExampleRunnerTest, HoldsWhatIsNotJudgeable) {
  EXPECT_THAT(run(R"(for_each = "municipality"
require = 'council == "established"'
judgeable = { expr = 'answered(note) || council == "established"', reason = { ja = "備考がないと判断できません", en = "needs the note" } }
  [[rule.example]]
  name = "without a note"
  given = { council = "none" }
  expect = "unknown"
  [[rule.example]]
  name = "with a note"
  given = { council = "none", note = "検討中" }
  expect = "fail"
  [[rule.example]]
  name = "established"
  given = { council = "established" }
  expect = "pass"
)"),
              ElementsAre("ok", "ok", "ok"));
}

TEST_F(ExampleRunnerTest, ReadsEveryGroupOfAListValuedKey) {
  EXPECT_THAT(run(R"(for_each = "municipality"
require = 'bodies.exists(b, b.confirmed && b.members.size() == 1) || sets.contains(services, ["visit", "stay"])'
  [[rule.example]]
  name = "no body"
  given = { services = ["visit"], bodies = [] }
  expect = "fail"
  [[rule.example]]
  name = "second of two bodies"
  given = { services = ["visit"], bodies = [{ confirmed = false }, { confirmed = true }] }
  expect = "pass"
  [[rule.example]]
  name = "a body nobody confirmed yet"
  given = { services = ["stay"], bodies = [{ confirmed = { missing = "blank" } }] }
  expect = "unknown"
  [[rule.example]]
  name = "both services"
  given = { services = ["stay", "visit"] }
  expect = "pass"
)"),
              ElementsAre("ok", "ok", "ok", "ok"));
}

TEST_F(ExampleRunnerTest, ReportsUnknownFieldsAndValuesOfTheWrongType) {
  EXPECT_THAT(run(R"(for_each = "municipality"
require = 'council == "established"'
  [[rule.example]]
  name = "misspelt field"
  given = { counsil = "established" }
  expect = "unknown"
  [[rule.example]]
  name = "misspelt value"
  given = { council = "establised" }
  expect = "unknown"
)"),
              ElementsAre("expected unknown, got unknown", "expected unknown, got unknown"));
  ASSERT_EQ(sink_.num_errors(), 2U);
  EXPECT_EQ(sink_.diagnostics()[0].definition->code, "KJ1230");
  EXPECT_EQ(sink_.diagnostics()[0].hint.en, "did you mean `council`?");
  EXPECT_EQ(sink_.diagnostics()[1].definition->code, "KJ1231");
  EXPECT_EQ(sink_.diagnostics()[1].span.text(), "\"establised\"");
}

}  // namespace
}  // namespace kijun::analysis
