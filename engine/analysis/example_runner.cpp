#include "engine/analysis/example_runner.h"

#include <fmt/format.h>

#include "engine/analysis/example_world.h"
#include "engine/audit/judge.h"

namespace kijun::analysis {
namespace {

using audit::CompiledRule;
using audit::ResultCode;

/// A parameter's value as an example writes it; the declared value where the types differ.
cel::Value overridden(const cel::Value& declared, const toml_doc::Value& written) {
  if (const Date* date = written.as_date(); date != nullptr && declared.as<Date>() != nullptr) return cel::Value(*date);
  if (const bool* flag = written.as_bool(); flag != nullptr && declared.as<bool>() != nullptr) return cel::Value(*flag);
  if (const auto* number = written.as_int(); number != nullptr && declared.as<std::int64_t>() != nullptr)
    return cel::Value(*number);
  if (const double* number = written.as_double(); number != nullptr && declared.as<double>() != nullptr)
    return cel::Value(*number);
  if (const auto* text = written.as_string(); text != nullptr && declared.as<std::string>() != nullptr)
    return cel::Value(text->text());
  return declared;
}

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
  const ExampleWorld world(example.given, plan, rule.audience, sink);
  const int fiscal_year = world.settings().fiscal_year.value_or(plan.ruleset.from_year);
  cel::EvalContext context = plan.context(&world, fiscal_year, Date::fiscal_year_end(fiscal_year).value_or(Date{}));
  std::vector<cel::Value> params = plan.params;
  for (std::size_t i = 0; i < params.size(); ++i)
    if (const auto found = world.settings().params.find(plan.profile.params[i].id);
        found != world.settings().params.end())
      params[i] = overridden(params[i], *found->second);
  context.params = params;
  if (world.settings().as_of) context.as_of = *world.settings().as_of;
  const ResultCode code = audit::judge_naively(rule, context, world.subject());

  const std::string outcome(audit::outcome_id(code.decision.outcome));
  const std::string rule_case = code.rule_case == ResultCode::kNoCase ? "" : rule.cases[code.rule_case].source->id;
  const std::string severity(policy::severity_id(code.severity));
  const std::string wanted_severity(example.expect_severity ? policy::severity_id(*example.expect_severity) : "");
  ExampleResult result{
      rule.source->id, rule.field ? plan.vocabulary->field(*rule.field).id : "", example.name, true, {}, example.span};
  result.passed = sink.num_errors() == errors_before && outcome == example.expect &&
                  (example.expect_case.empty() || example.expect_case == rule_case) &&
                  (wanted_severity.empty() || wanted_severity == severity);
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
