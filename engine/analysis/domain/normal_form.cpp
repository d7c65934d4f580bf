#include "engine/analysis/domain/normal_form.h"

#include <fmt/format.h>

#include <variant>

#include "engine/cel/value.h"

namespace kijun::analysis {
namespace {

using cel::NodeId;
using cel::RefKind;

struct LiteralText {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
  std::string operator()(std::uint64_t value) const { return fmt::format("{}u", value); }
  std::string operator()(double value) const { return fmt::format("{:a}", value); }
  std::string operator()(const std::string& value) const { return cel::debug_text(cel::Value(value)); }
  std::string operator()(const Decimal& value) const { return value.text() + "m"; }
  std::string operator()(const cel::Bytes& value) const { return cel::debug_text(cel::Value(value)); }
};

/// What a name stands for, without the names that only this ruleset gives.
std::string reference_text(const audit::Plan& plan, const cel::CheckedExpr& expr, NodeId id) {
  const cel::Reference& reference = expr.references[id];
  switch (reference.kind) {
    case RefKind::kField:
      return "field " + plan.vocabulary->field(reference.index).id;
    case RefKind::kParam:
      return cel::debug_text(plan.params[reference.index]);
    case RefKind::kCondition: {
      const cel::CheckedExpr& condition = plan.conditions[reference.index];
      return "where " + normal_form(plan, condition, condition.ast.root);
    }
    case RefKind::kGroup:
    case RefKind::kGroups:
      return "group " + plan.profile.groups[reference.group].id;
    case RefKind::kNone:
    case RefKind::kVariable:
    case RefKind::kLocal:
    case RefKind::kSelf:
    case RefKind::kCode:
    case RefKind::kName:
    case RefKind::kKind:
    case RefKind::kGroupId:
    case RefKind::kGroupMembers:
    case RefKind::kGroupAttribute:
    case RefKind::kPrevious:
    case RefKind::kAt:
    case RefKind::kHistory:
    case RefKind::kFiscalYear:
    case RefKind::kAsOf:
    case RefKind::kTypeValue:
    case RefKind::kFunction:
      break;
  }
  return fmt::format("{} {} {}", static_cast<int>(reference.kind), reference.index, reference.name);
}

std::string part(const audit::Plan& plan, std::string_view name, const std::optional<cel::CheckedExpr>& expr) {
  return expr ? fmt::format("{} {};", name, normal_form(plan, *expr, expr->ast.root)) : std::string();
}

}  // namespace

std::string normal_form(const audit::Plan& plan, const cel::CheckedExpr& expr, NodeId id) {
  const cel::Node& node = expr.ast.node(id);
  const RefKind kind = expr.references[id].kind;
  std::string text = "(";
  if (node.kind == cel::NodeKind::kLiteral)
    text += std::visit(LiteralText{}, node.literal);
  else if (kind != RefKind::kNone || node.kind == cel::NodeKind::kMacro)
    text += fmt::format("{} macro {}", reference_text(plan, expr, id), static_cast<int>(node.macro));
  else
    text += fmt::format("{} {}", static_cast<int>(node.kind), node.name);
  for (const bool optional : node.optional_entries) text += optional ? '?' : '.';
  for (const NodeId child : node.children) text += " " + normal_form(plan, expr, child);
  return text + ")";
}

std::string normal_form(const audit::Plan& plan, const audit::CompiledRule& rule) {
  std::string text =
      fmt::format("{} {};", rule.audience.space == table::kRecordSpace ? "record" : "group", rule.audience.kind);
  text += part(plan, "when", rule.when) + part(plan, "judgeable", rule.judgeable) + part(plan, "require", rule.require);
  text += part(plan, "deadline", rule.deadline);
  for (const audit::CompiledCase& one : rule.cases)
    text += fmt::format("case {} {};", one.source->id, part(plan, "when", one.when));
  return text;
}

}  // namespace kijun::analysis
