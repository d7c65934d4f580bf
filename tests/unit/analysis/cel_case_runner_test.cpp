#include "engine/analysis/cel_case_runner.h"

#include <gtest/gtest.h>

#include <string>

namespace kijun::analysis {
namespace {

/// "ok", "ok by column", "ok by kernels", or what came instead.
std::string outcome(const std::string& members) {
  const Result<CelCase> test = read_cel_case(R"j({"file": "f", "section": "s", "name": "n", )j" + members + "}");
  if (!test) return test.error().message;
  const CaseResult result = run_cel_case(*test);
  const std::string by_column = result.by_column ? "ok by column" : "ok";
  return result.actual.value_or(result.by_kernels ? "ok by kernels" : by_column);
}

TEST(CelCaseRunnerTest, RunsLiteralsAndVariablesByColumnToo) {
  EXPECT_EQ(outcome(R"j("expr": "1 + 2", "expect": {"value": {"int": "3"}})j"), "ok by kernels");
  EXPECT_EQ(outcome(R"j("expr": "x < 2.5 && y.startsWith('a')", "type_env": [{"name": "x", "type": "double"},
                       {"name": "y", "type": "string"}], "bindings": {"x": {"double": "-1"}, "y": {"string": "ab"}},
                       "expect": {"value": {"bool": true}})j"),
            "ok by kernels");
  EXPECT_EQ(outcome(R"j("expr": "1 / 0", "expect": {"error": true})j"), "ok by kernels");
}

TEST(CelCaseRunnerTest, LeavesToTheNaiveEvaluatorWhatColumnsCannotHold) {
  EXPECT_EQ(outcome(R"j("expr": "[1, 2].map(i, i + 1)", "expect": {"value": {"list": [{"int": "2"}, {"int": "3"}]}})j"),
            "ok by column");
  EXPECT_EQ(outcome(R"j("expr": "size([1, 2]) == 2", "expect": {"value": {"bool": true}})j"), "ok by column");
  EXPECT_EQ(outcome(R"j("expr": "null", "expect": {"value": {"null": true}})j"), "ok");
  EXPECT_EQ(outcome(R"j("expr": "1 + 2", "disable_check": true, "expect": {"value": {"int": "3"}})j"), "ok");
}

TEST(CelCaseRunnerTest, SaysWhatCameInsteadOfTheExpectation) {
  EXPECT_EQ(outcome(R"j("expr": "1 + 2", "expect": {"value": {"uint": "3"}})j"), "3");
  EXPECT_EQ(outcome(R"j("expr": "0.0", "expect": {"value": {"double": "-0"}})j"), "0.0");
  EXPECT_EQ(outcome(R"j("expr": "1 / 0", "expect": {"value": {"int": "0"}})j"),
            "error(division_by_zero: division by zero)");
  EXPECT_EQ(outcome(R"j("expr": "1", "expect": {"error": true})j"), "1");
  EXPECT_EQ(outcome(R"j("expr": "1 +", "expect": {"error": true})j"),
            "the parser refuses it: [KJ2009] expected a value before the end of the expression");
  EXPECT_EQ(outcome(R"j("expr": "x", "expect": {"error": true})j"),
            "the checker refuses it: [KJ3001] unknown name `x`");
  EXPECT_EQ(outcome(R"j("expr": "[1]", "check_only": true, "expect": {"type": "list(uint)"})j"), "type list(int)");
}

TEST(CelCaseRunnerTest, TheProfileIsOff) {
  EXPECT_EQ(outcome(R"j("expr": "1.5 > 1", "expect": {"error": true})j").substr(0, 30),
            "the checker refuses it: [KJ300");
  EXPECT_EQ(outcome(R"j("expr": "面積", "expect": {"error": true})j").substr(0, 31), "the parser refuses it: [KJ2001]");
}

TEST(CelCaseRunnerTest, MapsHaveNoOrderAndAnyNanIsAnyNan) {
  EXPECT_EQ(outcome(R"j("expr": "{1: 'a', 2: 'b'}", "expect": {"value": {"map":
                       [[{"int": "2"}, {"string": "b"}], [{"int": "1"}, {"string": "a"}]]}})j"),
            "ok by column");
  EXPECT_EQ(outcome(R"j("expr": "0.0 / 0.0", "expect": {"value": {"double": "NaN"}})j"), "ok by kernels");
}

TEST(CelCaseRunnerTest, UsesDeclarationsContainersAndUndeclaredBindings) {
  EXPECT_EQ(outcome(R"j("expr": "y", "container": "a.b", "type_env": [{"name": "a.y", "type": "int"}],
                       "bindings": {"a.y": {"int": "4"}}, "expect": {"value": {"int": "4"}, "type": "int"})j"),
            "ok by kernels");
  EXPECT_EQ(outcome(R"j("expr": "x == 4", "bindings": {"x": {"int": "4"}}, "expect": {"value": {"bool": true}})j"),
            "ok by column");
  EXPECT_EQ(outcome(R"j("expr": "fn(1)", "check_only": true, "type_env": [{"name": "fn", "overloads":
                       [{"id": "i", "receiver": false, "params": ["int"], "result": "list(string)"}]}],
                       "expect": {"type": "list(string)"})j"),
            "ok");
}

TEST(CelCaseRunnerReadsTest, NamesTheCaseAndWhoSkipsIt) {
  const Result<CelCase> test = read_cel_case(
      R"j({"file": "f", "section": "s", "name": "n", "repeat": 2, "expr": "1", "skipped_by": ["cel-go"],
          "expect": {"value": {"int": "1"}}})j");
  ASSERT_TRUE(test);
  EXPECT_EQ(test->name, "f/s/n#2");
  EXPECT_TRUE(test->skipped_elsewhere);
}

TEST(CelCaseRunnerReadsTest, RefusesLinesOfAnotherForm) {
  EXPECT_FALSE(read_cel_case("{"));
  EXPECT_FALSE(read_cel_case("[]"));
  EXPECT_FALSE(read_cel_case(std::string(100'000, '[') + std::string(100'000, ']')));
  EXPECT_EQ(outcome(R"j("expr": "1", "expect": {})j"), "nothing expected: {}");
  EXPECT_EQ(outcome(R"j("expr": "1", "disable_macros": true, "expect": {"error": true})j"),
            "a case without macros: f/s/n");
  EXPECT_FALSE(read_cel_case(R"j({"file": "f", "section": "s", "name": "n", "expect": {"error": true}})j"));
}

}  // namespace
}  // namespace kijun::analysis
