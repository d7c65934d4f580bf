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
