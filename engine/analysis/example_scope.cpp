#include "engine/analysis/example_scope.h"

#include "engine/audit/outcome.h"

namespace kijun::analysis {
namespace {

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

}  // namespace

ExampleScope::ExampleScope(const policy::Example& example, const audit::Plan& plan, const audit::Audience& audience,
                           diag::Sink& sink)
    : world_(example.given, plan, audience, sink), params_(plan.params) {
  const ExampleSettings& settings = world_.settings();
  const int fiscal_year = settings.fiscal_year.value_or(plan.ruleset.from_year);
  const Date as_of = settings.as_of.value_or(Date::fiscal_year_end(fiscal_year).value_or(Date{}));
  for (std::size_t i = 0; i < params_.size(); ++i)
    if (const auto found = settings.params.find(plan.profile.params[i].id); found != settings.params.end())
      params_[i] = overridden(params_[i], *found->second);
  context_ = plan.context(&world_, fiscal_year, as_of);
  context_.params = params_;
}

bool is_expected(const policy::Example& example, const audit::CompiledRule& rule, const audit::ResultCode& code) {
  const bool has_case = code.rule_case != audit::ResultCode::kNoCase;
  return audit::outcome_id(code.decision.outcome) == example.expect &&
         (example.expect_case.empty() || (has_case && rule.cases[code.rule_case].source->id == example.expect_case)) &&
         (!example.expect_severity || *example.expect_severity == code.severity);
}

}  // namespace kijun::analysis
