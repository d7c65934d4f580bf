#include "engine/analysis/lint/lint.h"

#include <fmt/format.h>

#include "engine/analysis/domain/shape.h"
#include "engine/analysis/lint/lint_run.h"
#include "engine/audit/meaning.h"

namespace kijun::analysis {
namespace {

/// Equal for two rules of editions about which there is nothing different to find out.
std::string identity(const audit::Plan& plan, const audit::CompiledRule& rule) {
  const policy::Rule& source = *rule.source;
  const audit::Meaning meaning = audit::meaning_of(source, plan);
  std::string text = fmt::format("{}:{} {} {} {}", source.span.source->path(), source.span.begin, meaning.meaning,
                                 meaning.texts, rule.field.value_or(0));
  for (const policy::Example& example : source.examples) text += " " + example.expect;
  Reading reading;
  add_rule(plan, rule, reading);
  if (reading.fiscal_year_read || reading.as_of_read) text += fmt::format(" {}", plan.ruleset.from_year);
  return text;
}

}  // namespace

bool LintRun::is_new_question(const audit::Plan& plan, const std::vector<const audit::CompiledRule*>& rules) {
  std::string question;
  for (const audit::CompiledRule* rule : rules) {
    const auto [known, is_new] = identities_.try_emplace(rule);
    if (is_new) known->second = identity(plan, *rule);
    question += known->second + '\n';
  }
  return asked_.insert(std::move(question)).second;
}

LintReport lint(const std::vector<std::unique_ptr<audit::Plan>>& plans, const LintOptions& options, diag::Sink& sink) {
  LintRun run(options, sink);
  for (const auto& plan : plans) {
    prove_rules(*plan, run);
    prove_pairs(*plan, run);
    prove_answers(*plan, run);
    check_texts(*plan, run);
  }
  if (options.only_rules.empty()) check_uses(plans, run);
  check_characters(plans, run);
  return std::move(run.report());
}

}  // namespace kijun::analysis
