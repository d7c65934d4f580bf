#include "engine/audit/reads.h"

#include <algorithm>

namespace kijun::audit {

using cel::MacroKind;
using cel::NodeId;
using cel::RefKind;

void Reads::add(const std::optional<cel::CheckedExpr>& expr, const Plan& plan) {
  if (expr) add(*expr, plan);
}

void Reads::add(const cel::CheckedExpr& expr, const Plan& plan) {
  std::set<std::uint32_t> conditions_seen;
  add_all(expr, plan, conditions_seen);
}

void Reads::add(const cel::CheckedExpr& expr, NodeId root, const Plan& plan) {
  std::set<std::uint32_t> conditions_seen;
  add_below(expr, root, plan, conditions_seen);
}

void Reads::add_all(const cel::CheckedExpr& expr, const Plan& plan, std::set<std::uint32_t>& conditions_seen) {
  for (NodeId id = 0; id < expr.references.size(); ++id) add_node(expr, id, plan, conditions_seen);
}

void Reads::add_below(const cel::CheckedExpr& expr, NodeId node, const Plan& plan,
                      std::set<std::uint32_t>& conditions_seen) {
  add_node(expr, node, plan, conditions_seen);
  for (const NodeId child : expr.ast.node(node).children) add_below(expr, child, plan, conditions_seen);
}

void Reads::add_node(const cel::CheckedExpr& expr, NodeId id, const Plan& plan,
                     std::set<std::uint32_t>& conditions_seen) {
  const cel::Reference& reference = expr.references[id];
  const MacroKind macro = expr.ast.nodes[id].macro;
  empties = empties || macro == MacroKind::kMin || macro == MacroKind::kMax || macro == MacroKind::kAvg;
  switch (reference.kind) {
    case RefKind::kNone:
    case RefKind::kVariable:
    case RefKind::kLocal:
    case RefKind::kParam:
    case RefKind::kFiscalYear:
    case RefKind::kAsOf:
    case RefKind::kTypeValue:
    case RefKind::kFunction:
      break;
    case RefKind::kField:
      fields.insert(reference.index);
      subject = true;
      break;
    case RefKind::kCondition:
      subject = true;
      if (conditions_seen.insert(reference.index).second)
        add_all(plan.conditions[reference.index], plan, conditions_seen);
      break;
    case RefKind::kGroup:
    case RefKind::kGroups:
      groups.insert(reference.group);
      subject = true;
      break;
    case RefKind::kGroupAttribute:
      attributes = true;
      subject = true;
      break;
    case RefKind::kPrevious:
    case RefKind::kAt:
    case RefKind::kHistory:
      earlier = true;
      subject = true;
      break;
    case RefKind::kSelf:
    case RefKind::kCode:
    case RefKind::kName:
    case RefKind::kKind:
    case RefKind::kGroupId:
    case RefKind::kGroupMembers:
      subject = true;
      break;
  }
}

Reads reads_of(const CompiledIndicator& indicator, const Plan& plan) {
  Reads reads;
  reads.add(indicator.of, plan);
  reads.add(indicator.met, plan);
  return reads;
}

Reads reads_of(const CompiledRule& rule, const Plan& plan) {
  Reads reads;
  reads.add(rule.when, plan);
  reads.add(rule.judgeable, plan);
  reads.add(rule.require, plan);
  return reads;
}

bool is_common(RefKind kind) {
  return kind == RefKind::kNone || kind == RefKind::kParam || kind == RefKind::kFiscalYear || kind == RefKind::kAsOf ||
         kind == RefKind::kTypeValue || kind == RefKind::kFunction;
}

bool is_constant(const cel::CheckedExpr& expr, NodeId id) {
  const std::vector<NodeId>& children = expr.ast.node(id).children;
  return is_common(expr.references[id].kind) &&
         std::all_of(children.begin(), children.end(), [&](NodeId child) { return is_constant(expr, child); });
}

std::optional<NodeId> keeper_of(const cel::CheckedExpr& expr, NodeId id) {
  const cel::Node& node = expr.ast.node(id);
  if (node.kind != cel::NodeKind::kMacro || node.macro == MacroKind::kBind)
    return expr.function(id) == cel::FunctionId::kConditional ? std::optional(node.children[0]) : std::nullopt;
  const RefKind range = expr.references[node.children[0]].kind;
  return range == RefKind::kGroupMembers || range == RefKind::kGroups ? std::nullopt : std::optional(node.children[0]);
}

}  // namespace kijun::audit
