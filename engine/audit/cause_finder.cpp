/// Two records stand in the same situation when they are in the same groups and have the same answers, or miss them for
/// the same reason, in every field that the rule reads, of its subject or of members. Exchanging the two then changes
/// nothing that the rule can see, so the causes of the one are those of the other with the two exchanged. This holds for
/// rules that see nothing else of a record (its code, its years before, what it wrote) and that treat the members of a
/// group alike, whatever their order.
#include "engine/audit/cause_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "engine/audit/reads.h"
#include "engine/cel/functions.h"

namespace kijun::audit {
namespace {

using cel::CheckedExpr;
using cel::FunctionId;
using cel::MacroKind;
using cel::NodeId;
using cel::RecordRef;
using cel::RefKind;

/// Causes of results that are kept; beyond it all are found anew.
constexpr std::size_t kMaxKeptCauses = 500'000;

/// What goes through a list without telling its elements apart by their places.
bool ignores_order(const CheckedExpr& expr, NodeId id) {
  const cel::Node& node = expr.ast.node(id);
  if (node.kind != cel::NodeKind::kMacro) return expr.calls(id, FunctionId::kSize);
  switch (node.macro) {
    case MacroKind::kAll:
    case MacroKind::kExists:
    case MacroKind::kExistsOne:
    case MacroKind::kFilter:
    case MacroKind::kCount:
    case MacroKind::kShare:
    case MacroKind::kSum:
    case MacroKind::kMin:
    case MacroKind::kMax:
    case MacroKind::kAvg:
    case MacroKind::kDistinct:
      return node.variables.size() == 1;
    case MacroKind::kNone:
    case MacroKind::kMap:
    case MacroKind::kTransformList:
    case MacroKind::kTransformMap:
    case MacroKind::kTransformMapEntry:
    case MacroKind::kBind:
    case MacroKind::kOptMap:
    case MacroKind::kOptFlatMap:
      break;
  }
  return false;
}

/// True for a list of members, filtered or not.
bool lists_members(const CheckedExpr& expr, NodeId id) {
  const cel::Node& node = expr.ast.node(id);
  if (expr.references[id].kind == RefKind::kGroupMembers) return true;
  return node.macro == MacroKind::kFilter && lists_members(expr, node.children[0]);
}

/// Nothing but answers, and groups whose members it treats alike.
bool sees_answers_only(const CheckedExpr& expr, const Plan& plan, std::set<std::uint32_t>& conditions_seen) {
  if (lists_members(expr, expr.ast.root)) return false;
  for (NodeId id = 0; id < expr.references.size(); ++id) {
    const cel::Node& node = expr.ast.nodes[id];
    for (std::size_t i = 0; i < node.children.size(); ++i)
      if (lists_members(expr, node.children[i]) && (i != 0 || !ignores_order(expr, id))) return false;
    switch (expr.references[id].kind) {
      case RefKind::kCondition: {
        const std::uint32_t index = expr.references[id].index;
        if (conditions_seen.insert(index).second && !sees_answers_only(plan.conditions[index], plan, conditions_seen))
          return false;
        break;
      }
      case RefKind::kFunction:
        if (expr.calls(id, FunctionId::kRaw)) return false;
        break;
      case RefKind::kNone:
      case RefKind::kLocal:
      case RefKind::kField:
      case RefKind::kGroup:
      case RefKind::kGroupMembers:
      case RefKind::kGroupAttribute:
      case RefKind::kParam:
      case RefKind::kFiscalYear:
      case RefKind::kAsOf:
      case RefKind::kTypeValue:
        break;
      case RefKind::kVariable:
      case RefKind::kSelf:
      case RefKind::kCode:
      case RefKind::kName:
      case RefKind::kKind:
      case RefKind::kGroups:
      case RefKind::kGroupId:
      case RefKind::kPrevious:
      case RefKind::kAt:
      case RefKind::kHistory:
        return false;
    }
  }
  return true;
}

bool sees_answers_only(const CompiledRule& rule, const Plan& plan) {
  std::set<std::uint32_t> conditions_seen;
  for (const auto* clause : {&rule.when, &rule.judgeable, &rule.require})
    if (clause->has_value() && !sees_answers_only(**clause, plan, conditions_seen)) return false;
  return true;
}

/// The causes of `one` as those of `other`.
OpenResult exchanged(OpenResult open, const RecordRef& one, const RecordRef& other) {
  for (cel::Cause& cause : open.causes) {
    RecordRef& record = cause.cell.record;
    if (record == one)
      record = other;
    else if (record == other)
      record = one;
  }
  std::sort(open.causes.begin(), open.causes.end());
  return open;
}

}  // namespace

const CauseFinder::SharedReads& CauseFinder::reads(const CompiledRule& rule) {
  const auto [entry, is_new] = reads_.try_emplace(&rule);
  if (!is_new) return entry->second;
  const Reads reads = reads_of(rule, plan_);
  SharedReads& shared = entry->second;
  shared.shares = !reads.groups.empty() && sees_answers_only(rule, plan_);
  shared.fields = reads.fields;
  shared.groups = reads.groups;
  return shared;
}

/// The groups and the answers of a record as a text.
std::string CauseFinder::situation(const SharedReads& reads, RecordRef subject) const {
  std::string text;
  for (const table::GroupId group : reads.groups)
    for (const RecordRef& each : context_.world->groups_of(subject, group))
      fmt::format_to(std::back_inserter(text), "{}.{} ", each.subject.space, each.subject.index);
  for (const table::FieldIndex field : reads.fields) {
    const cel::CellRef cell{subject, false, field};
    const table::MissingReason missing = context_.world->missing_reason(cell);
    text += missing == table::MissingReason::kNone ? cel::debug_text(context_.world->cell(cell))
                                                   : std::string(table::reason_id(missing));
    text += '\0';
  }
  return text;
}

OpenResult CauseFinder::find_alone(const CompiledRule& rule, RecordRef subject) {
  const AnswerDomains& domains =
      domains_.try_emplace(&rule, rule, context_, AnswerDomains::Extent::kAllTypes).first->second;
  return find_causes(rule, context_, subject, domains);
}

OpenResult CauseFinder::find(const CompiledRule& rule, RecordRef subject) {
  const SharedReads& shared = reads(rule);
  if (!shared.shares || subject.subject.space != table::kRecordSpace) return find_alone(rule, subject);
  Key key{&rule, situation(shared, subject)};
  const auto found = found_.find(key);
  if (found != found_.end()) return exchanged(found->second.open, found->second.subject, subject);
  OpenResult open = find_alone(rule, subject);
  keep(std::move(key), {subject, open});
  return open;
}

void CauseFinder::keep(Key key, Found found) {
  if (num_kept_causes_ + found.open.causes.size() > kMaxKeptCauses) {
    found_.clear();
    num_kept_causes_ = 0;
  }
  num_kept_causes_ += 1 + found.open.causes.size();
  found_.emplace(std::move(key), std::move(found));
}

}  // namespace kijun::audit
