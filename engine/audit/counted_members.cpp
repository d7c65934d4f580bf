#include "engine/audit/counted_members.h"

#include <algorithm>

namespace kijun::audit {
namespace {

using cel::CellRef;
using cel::CheckedExpr;
using cel::MacroKind;
using cel::NodeId;
using cel::RecordRef;
using cel::RefKind;
using cel::State;

bool counts(MacroKind macro) {
  return macro == MacroKind::kCount || macro == MacroKind::kShare || macro == MacroKind::kAll ||
         macro == MacroKind::kExists || macro == MacroKind::kExistsOne;
}

/// `self`, or `zone` of the subject.
bool is_subject_or_group(const CheckedExpr& expr, NodeId node) {
  const cel::Reference& reference = expr.references[node];
  return reference.kind == RefKind::kSelf || (reference.kind == RefKind::kGroup && reference.implicit_self);
}

/// `zone.members`, or `members` of the subject: which records these are depends on no cell.
bool is_member_range(const CheckedExpr& expr, NodeId node) {
  if (expr.references[node].kind != RefKind::kGroupMembers) return false;
  const std::vector<NodeId>& operands = expr.ast.node(node).children;
  return std::all_of(operands.begin(), operands.end(),
                     [&](NodeId operand) { return is_subject_or_group(expr, operand); });
}

/// A predicate over the member alone.
bool reads_only_member(const CheckedExpr& expr, NodeId node) {
  const cel::Node& syntax = expr.ast.node(node);
  if (syntax.kind == cel::NodeKind::kMacro) return false;
  switch (expr.references[node].kind) {
    case RefKind::kNone:
    case RefKind::kLocal:
    case RefKind::kFunction:
    case RefKind::kParam:
    case RefKind::kFiscalYear:
    case RefKind::kAsOf:
      break;
    case RefKind::kField:
      if (expr.references[node].implicit_self) return false;
      break;
    default:
      return false;
  }
  return std::all_of(syntax.children.begin(), syntax.children.end(),
                     [&](NodeId child) { return reads_only_member(expr, child); });
}

}  // namespace

bool CountedMember::turns(std::size_t index, std::size_t a, std::size_t b) const {
  std::size_t stride = 1;
  for (std::size_t i = 0; i < index; ++i) stride *= open.domains[i].size();
  const std::size_t size = open.domains[index].size();
  for (std::size_t at = 0; at < vote_of.size(); ++at) {
    if (vote_of[at] != a) continue;
    const std::size_t first = at - at / stride % size * stride;
    for (std::size_t digit = 0; digit < size; ++digit)
      if (vote_of[first + digit * stride] == b) return true;
  }
  return false;
}

CountedMembers::CountedMembers(const CompiledRule& rule, const cel::EvalContext& context, RecordRef subject,
                               const AnswerDomains& domains)
    : context_(context), subject_(subject), domains_(domains) {
  for (const auto* clause : {&rule.when, &rule.judgeable, &rule.require}) {
    if (!clause->has_value() || look_at(**clause, (*clause)->ast.root)) continue;
    counts_.clear();
    break;
  }
}

bool CountedMembers::look_at(const CheckedExpr& expr, NodeId node) {
  if (expr.ast.node(node).kind == cel::NodeKind::kMacro) return add_count(expr, node);
  const cel::Reference& reference = expr.references[node];
  switch (reference.kind) {
    case RefKind::kField:
      // Of the subject, or of its zone, which is no record.
      return reference.implicit_self || is_subject_or_group(expr, expr.ast.node(node).children.front());
    case RefKind::kCondition: {
      const CheckedExpr& condition = *context_.conditions[reference.index];
      return reference.implicit_self && look_at(condition, condition.ast.root);
    }
    case RefKind::kPrevious:
    case RefKind::kAt:
    case RefKind::kHistory:
      return false;
    default:
      return look_at_children(expr, node);
  }
}

bool CountedMembers::look_at_children(const CheckedExpr& expr, NodeId node) {
  const std::vector<NodeId>& children = expr.ast.node(node).children;
  return std::all_of(children.begin(), children.end(), [&](NodeId child) { return look_at(expr, child); });
}

bool CountedMembers::add_count(const CheckedExpr& expr, NodeId node) {
  const cel::Node& syntax = expr.ast.node(node);
  if (!counts(syntax.macro) || syntax.variables.size() != 1 || !is_member_range(expr, syntax.children[0]) ||
      !reads_only_member(expr, syntax.children[1]))
    return false;
  Count count{&expr, syntax.children[1], {}};
  const std::vector<NodeId>& owner = expr.ast.node(syntax.children[0]).children;
  const cel::Value group =
      owner.empty() ? cel::Value(subject_) : cel::Evaluator(expr, context_, subject_).eval(owner.front(), {});
  if (group.as<RecordRef>() != nullptr) count.members = context_.world->members(*group.as<RecordRef>());
  std::sort(count.members.begin(), count.members.end());
  counts_.push_back(std::move(count));
  return true;
}

std::optional<Vote> CountedMembers::vote(RecordRef member, const CompletedWorld& world) const {
  cel::EvalContext context = context_;
  context.world = &world;
  context.memo = nullptr;
  Vote vote;
  for (const Count& count : counts_) {
    if (!std::binary_search(count.members.begin(), count.members.end(), member)) {
      vote.emplace_back();
      continue;
    }
    const State state =
        cel::Evaluator(*count.expr, context, subject_).eval(count.predicate, {cel::Value(member)}).state();
    if (state != State::kTrue && state != State::kFalse) return std::nullopt;
    vote.emplace_back(state == State::kTrue);
  }
  return vote;
}

bool CountedMembers::try_all(RecordRef member, CompletedWorld& world, const ReadBudget& budget,
                             std::size_t num_completions, CountedMember& made) const {
  std::vector<std::optional<Vote>> votes;
  for (std::size_t at = 0; at < num_completions && budget.left != 0; ++at) {
    made.open.complete(world, at);
    votes.push_back(vote(member, world));
  }
  if (!world.open_cells().empty()) return true;  // to be tried again with them
  if (votes.size() != num_completions) return false;
  for (const std::optional<Vote>& each : votes) {
    if (!each) return false;
    made.votes.push_back(*each);
  }
  std::sort(made.votes.begin(), made.votes.end());
  made.votes.erase(std::unique(made.votes.begin(), made.votes.end()), made.votes.end());
  made.completions.resize(made.votes.size());
  for (std::size_t at = 0; at < num_completions; ++at) {
    const auto place = std::lower_bound(made.votes.begin(), made.votes.end(), *votes[at]) - made.votes.begin();
    made.vote_of.push_back(static_cast<std::size_t>(place));
    made.completions[static_cast<std::size_t>(place)] = at;
  }
  return true;
}

std::optional<CountedMember> CountedMembers::member_of(const CellRef& cell, ReadBudget& budget) const {
  const RecordRef member = cell.record;
  const bool is_counted = std::any_of(counts_.begin(), counts_.end(), [&](const Count& count) {
    return std::binary_search(count.members.begin(), count.members.end(), member);
  });
  if (!is_counted || member == subject_ || cell.is_attribute) return std::nullopt;
  CountedMember made;
  std::size_t num_completions = 1;
  for (std::set<CellRef> found = {cell}; !found.empty();) {
    for (const CellRef& each : found) {
      const AnswerDomain* const domain = domains_.of(each);
      if (domain == nullptr || !domain->is_complete) return std::nullopt;
      num_completions *= domain->answers.size();
      if (num_completions > budget.left) return std::nullopt;
      made.open.cells.push_back(each);
      made.open.domains.push_back(domain->answers);
    }
    CompletedWorld world(*context_.world, budget);
    if (!try_all(member, world, budget, num_completions, made)) return std::nullopt;
    found = world.open_cells();
  }
  return made;
}

}  // namespace kijun::audit
