#include "engine/analysis/domain/rule_form.h"

#include <fmt/format.h>

#include "engine/cel/normal_form.h"

namespace kijun::analysis {
namespace {

std::string form(const audit::Plan& plan, const cel::CheckedExpr& expr) {
  return cel::normal_form(expr, {&plan.profile, plan.condition_view, plan.params});
}

std::string clause(const audit::Plan& plan, std::string_view name, const std::optional<cel::CheckedExpr>& expr) {
  return expr ? fmt::format("{} {};", name, form(plan, *expr)) : std::string();
}

}  // namespace

std::string part_form(const audit::Plan& plan, const cel::CheckedExpr& expr, cel::NodeId node) {
  cel::CheckedExpr part = expr;
  part.ast.root = node;
  return form(plan, part);
}

std::string rule_form(const audit::Plan& plan, const audit::CompiledRule& rule) {
  std::string text =
      fmt::format("{} {};", rule.audience.space == table::kRecordSpace ? "record" : "group", rule.audience.kind);
  text += clause(plan, "when", rule.when) + clause(plan, "judgeable", rule.judgeable);
  text += clause(plan, "require", rule.require) + clause(plan, "deadline", rule.deadline);
  for (const audit::CompiledCase& one : rule.cases)
    text += fmt::format("case {} {};", one.source->id, form(plan, one.when));
  return text;
}

}  // namespace kijun::analysis
