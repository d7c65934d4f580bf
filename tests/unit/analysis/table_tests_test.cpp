#include "engine/analysis/table_tests.h"

#include <gmock/gmock.h>

#include "engine/analysis/example_runner.h"
#include "tests/unit/analysis/made_up_rules.h"

namespace kijun::analysis {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class TableTestsTest : public testing::Test {
 protected:
  /// "ok" or the difference of every row, or the codes of what was reported.
  std::vector<std::string> run(const std::string& table) {
    diag::Sink sink;
    const diag::Source source("tests.csv", table);
    add_table_tests(source, rules_.plan(), others_, sink);
    std::vector<std::string> result;
    if (!sink.has_errors())
      for (const ExampleResult& row : run_examples(rules_.plan(), sink))
        result.push_back(row.passed ? "ok" : row.difference.en);
    for (const diag::Diagnostic& diagnostic : sink.diagnostics()) result.emplace_back(diagnostic.definition->slug);
    return result;
  }

  MadeUpRules rules_{MadeUpRules::rule(R"(require = 'council == "established" && beds >= 3'
deadline = 'params.limit'
before_deadline = "warning"
  [[rule.case]]
  id = "none"
  when = 'council == "none"'
)")};
  std::set<std::string> others_;
};

TEST_F(TableTestsTest, ARowIsAnExample) {
  EXPECT_THAT(run("rule,name,council,beds,as_of,expect,case,severity\n"
                  "r,enough,established,3,,pass,,\n"
                  "r,none,none,5,2019-03-30,fail,none,warning\n"
                  "r,late,none,5,2019-03-31,fail,none,error\n"
                  "r,blank,missing:blank,5,,unknown,,\n"
                  "r,wrong,established,2,,pass,,\n"),
              ElementsAre("ok", "ok", "ok", "ok", "expected pass, got fail"));
}

TEST_F(TableTestsTest, RowsOfOtherEditionsAreLeftOut) {
  EXPECT_THAT(run("rule,edition,council,expect\nr,demo-2,none,pass\nother,,none,pass\n"), IsEmpty());
  EXPECT_THAT(others_, ElementsAre("other"));
}

TEST_F(TableTestsTest, MistakesAreReportedAtTheirCells) {
  EXPECT_THAT(run("rule,counsil,expect\n"), ElementsAre("test-column"));
  EXPECT_THAT(run("rule,council\n"), ElementsAre("test-column-missing"));
  EXPECT_THAT(run("rule,expect\nr,failed\n"), ElementsAre("test-word"));
  EXPECT_THAT(run("rule,beds,expect\nr,many,fail\n"), ElementsAre("expected fail, got unknown", "example-value"));
}

}  // namespace
}  // namespace kijun::analysis
