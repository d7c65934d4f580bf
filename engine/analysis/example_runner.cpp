#include "engine/analysis/example_runner.h"

#include <fmt/format.h>

#include "engine/analysis/example_scope.h"
#include "engine/audit/judge.h"

namespace kijun::analysis {
namespace {

using audit::CompiledRule;
using audit::ResultCode;

std::string describe(std::string_view outcome, std::string_view rule_case, std::string_view severity) {
  std::string text(outcome);
  if (!rule_case.empty()) text += fmt::format(", case {}", rule_case);
  if (!severity.empty()) text += fmt::format(", severity {}", severity);
  return text;
}

/// Runs one example of one compiled rule.
ExampleResult run_example(const CompiledRule& rule, const policy::Example& example, const audit::Plan& plan,
                          diag::Sink& sink) {
  const std::size_t errors_before = sink.num_errors();
  const ExampleScope scope(example, plan, rule.audience, sink);
  const ResultCode code = audit::judge_naively(rule, scope.context(), scope.subject());

  const std::string outcome(audit::outcome_id(code.decision.outcome));
  const std::string rule_case = code.rule_case == ResultCode::kNoCase ? "" : rule.cases[code.rule_case].source->id;
  const std::string severity(policy::severity_id(code.severity));
  const std::string wanted_severity(example.expect_severity ? policy::severity_id(*example.expect_severity) : "");
  ExampleResult result{
      rule.source->id, rule.field ? plan.vocabulary->field(*rule.field).id : "", example.name, true, {}, example.span};
  result.passed = sink.num_errors() == errors_before && is_expected(example, rule, code);
  if (result.passed) return result;
  const std::string expected = describe(example.expect, example.expect_case, wanted_severity);
  const std::string actual =
      describe(outcome, example.expect_case.empty() ? "" : (rule_case.empty() ? "none" : rule_case),
               wanted_severity.empty() ? "" : severity);
  result.difference = {fmt::format("期待：{}　結果：{}", expected, actual),
                       fmt::format("expected {}, got {}", expected, actual)};
  return result;
}

}  // namespace

std::vector<ExampleResult> run_examples(const audit::Plan& plan, diag::Sink& sink) {
  std::vector<ExampleResult> results;
  for (const CompiledRule& rule : plan.rules)
    for (const policy::Example& example : rule.source->examples)
      results.push_back(run_example(rule, example, plan, sink));
  return results;
}

}  // namespace kijun::analysis
