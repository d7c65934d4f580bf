#include <algorithm>
#include <set>
#include <utility>

#include "engine/base/assert.h"
#include "engine/exec/compile/compiler.h"
#include "engine/exec/composite_groups.h"
#include "engine/exec/tally.h"

// Lambdas that compare a member with the subject they are evaluated for:
//
//   zone.members.exists(m, m.kind == kind && m.council == "established")
//   zone.members.filter(m, m.size_class == size_class && m.code != code).sum(m, m.plans)
//   zone.members.all(m, m.kind != kind || m.has_plan)
//
// Such a body is a chain of `&&` or of `||` over keys (an equality of something of the member with something of the
// subject, or a condition of the subject alone, which is the equality of `true` with it) and a rest that reads the member
// only. The rest is folded by group and by the members' keys (composite_groups.h); the subject then looks up its own keys
// (kernels/matched.cpp). Whatever else mentions both goes to the naive evaluator.

namespace kijun::exec {
namespace {

using cel::FunctionId;
using cel::NodeId;

/// True when a node reads the macro variable of this slot.
bool reads_local(const cel::CheckedExpr& expr, NodeId id, std::size_t slot) {
  const cel::Reference& ref = expr.references[id];
  if (ref.kind == cel::RefKind::kLocal && ref.index == slot) return true;
  const std::vector<NodeId>& children = expr.ast.node(id).children;
  return std::ranges::any_of(children, [&](NodeId child) { return reads_local(expr, child, slot); });
}

}  // namespace

/// The result over the elements of `range`: of the body of `macro`, or of every element if there is none.
Compiler::Compiled Compiler::compile_correlated(const Scope& scope, NodeId range, NodeId macro, FoldResult result) {
  CorrelatedRange elements;
  if (!find_members(scope, range, elements)) return std::nullopt;
  const auto value = macro == cel::kNoNode ? CorrelatedBody{builder_.add_literal(ValueKind::kBool, 1), {}, {}, {}}
                                           : compile_correlated_body(scope, macro);
  if (!value.has_value()) return std::nullopt;

  InstructionId kept = kNoInstruction;
  const CorrelatedBody* keys = nullptr;  // of the filter that has some
  std::vector<InstructionId> settled;
  for (const CorrelatedBody& filter : elements.filters) {
    const Compiled state = match(scope, elements.group, FoldResult::kSettled, filter, kept, keys);
    if (!state.has_value()) return std::nullopt;
    settled.push_back(*state);
    if (!filter.members.empty()) keys = &filter;
    kept = kept == kNoInstruction ? filter.value : add(Op::kAnd, ValueKind::kBool, {kept, filter.value});
  }
  const Compiled matched = match(scope, elements.group, result, *value, kept, keys);
  if (!matched.has_value()) return std::nullopt;
  InstructionId guarded = *matched;
  for (auto state = settled.rbegin(); state != settled.rend(); ++state)
    guarded = add(Op::kGuard, at(guarded).kind, {*state, guarded}, at(guarded).domain);
  return guarded;
}

/// Fills `range` from a node that lists the members of the subject's own group, filtered or not; false for any other.
bool Compiler::find_members(const Scope& scope, NodeId id, CorrelatedRange& range) {
  const cel::Node& node = scope.expr->ast.node(id);
  if (node.kind == cel::NodeKind::kMacro && node.macro == cel::MacroKind::kFilter) {
    if (!find_members(scope, node.children[0], range)) return false;
    auto filter = compile_correlated_body(scope, id);
    if (!filter.has_value() || at(filter->value).kind != ValueKind::kBool) return false;
    range.filters.push_back(std::move(*filter));
    return true;
  }
  if (scope.expr->references[id].kind != cel::RefKind::kGroupMembers) return false;
  table::SpaceId owner = table::kRecordSpace;
  const Compiled found = on_owner(scope, id, [&](table::SpaceId space) -> Compiled {
    owner = space;
    return builder_.add_literal(ValueKind::kBool, 1);
  });
  if (!found.has_value() || owner == table::kRecordSpace) return false;
  range.group = static_cast<table::GroupId>(owner - 1);
  return !context_.profile->groups[range.group].many;
}

/// The body of a macro over records, divided into keys and the rest.
std::optional<Compiler::CorrelatedBody> Compiler::compile_correlated_body(const Scope& scope, NodeId macro) {
  const cel::Node& node = scope.expr->ast.node(macro);
  if (node.variables.size() != 1) return std::nullopt;
  Scope inner = scope;
  inner.space = table::kRecordSpace;
  inner.level = scope.level + 1;
  inner.locals.push_back({true, inner.level, kNoInstruction});
  const NodeId body = node.children[1];
  CorrelatedBody made;
  if (const Compiled whole = compile(inner, body)) {
    made.value = *whole;
    return made;
  }
  const bool is_or = scope.expr->calls(body, FunctionId::kLogicalOr);
  made.matching.mode = is_or ? Matching::Mode::kOr : Matching::Mode::kAnd;
  std::vector<NodeId> operands;
  collect_operands(*scope.expr, body, is_or ? FunctionId::kLogicalOr : FunctionId::kLogicalAnd, operands);
  std::set<InstructionId> rest;
  for (const NodeId operand : operands) {
    if (const Compiled of_member = compile(inner, operand); of_member.has_value()) {
      if (at(*of_member).kind != ValueKind::kBool) return std::nullopt;
      rest.insert(*of_member);
    } else if (!add_key(scope, inner, operand, made)) {
      return std::nullopt;
    }
  }
  if (made.members.size() > CompositeGroups::kMaxKeys) return std::nullopt;
  if (rest.empty()) rest.insert(builder_.add_literal(ValueKind::kBool, is_or ? 0 : 1));
  made.value =
      rest.size() == 1 ? *rest.begin() : add(is_or ? Op::kOr : Op::kAnd, ValueKind::kBool, {rest.begin(), rest.end()});
  return made;
}

/// Adds an operand as a key of the body: `member's == own`, `!=`, or a condition of the subject alone.
bool Compiler::add_key(const Scope& scope, const Scope& inner, NodeId id, CorrelatedBody& body) {
  const std::size_t slot = scope.locals.size();
  Scope own = scope;
  own.locals.push_back({false, scope.level, kNoInstruction});  // the slot of the member, which is not read there
  const auto add_pair = [&](InstructionId of_member, InstructionId of_subject, bool is_equal) {
    if (!unify(cel::Relation::kEqual, of_member, of_subject)) return false;
    const bool is_or = body.matching.mode == Matching::Mode::kOr;
    if (is_equal == is_or) body.matching.differing |= 1U << body.members.size();
    body.members.push_back(of_member);
    body.own.push_back(of_subject);
    return true;
  };
  if (!reads_local(*scope.expr, id, slot)) {
    const Compiled condition = compile(own, id);
    if (!condition.has_value() || at(*condition).kind != ValueKind::kBool) return false;
    return add_pair(builder_.add_literal(ValueKind::kBool, 1), *condition, true);
  }
  bool is_equal = true;
  for (; scope.expr->calls(id, FunctionId::kLogicalNot); id = scope.expr->ast.node(id).children[0])
    is_equal = !is_equal;
  if (scope.expr->calls(id, FunctionId::kNotEqual)) {
    is_equal = !is_equal;
  } else if (!scope.expr->calls(id, FunctionId::kEqual)) {
    return false;
  }
  NodeId member = scope.expr->ast.node(id).children[0];
  NodeId subject = scope.expr->ast.node(id).children[1];
  if (reads_local(*scope.expr, subject, slot)) std::swap(member, subject);
  if (reads_local(*scope.expr, subject, slot)) return false;
  const Compiled of_member = compile(inner, member);
  const Compiled of_subject = compile(own, subject);
  return of_member.has_value() && of_subject.has_value() && add_pair(*of_member, *of_subject, is_equal);
}

/// One result of a body over the members that are true in `kept` and match `keys`, the keys of an earlier filter; in the
/// scope's space. Nothing where that has no form.
Compiler::Compiled Compiler::match(const Scope& scope, table::GroupId group, FoldResult result,
                                   const CorrelatedBody& body, InstructionId kept, const CorrelatedBody* keys) {
  if (!takes(result, at(body.value).kind)) return std::nullopt;
  const bool of_body = !body.members.empty();
  if (of_body && (keys != nullptr || fold_kind(result) != FoldKind::kTally)) return std::nullopt;
  if (!of_body && keys == nullptr) {
    const InstructionId folded = add_result({true, group, {}}, result, body.value, kept);
    return scope.space == table::kRecordSpace ? gather(group, folded) : folded;
  }
  Instruction matched;
  matched.matching = of_body ? body.matching : keys->matching;
  if (!of_body) {
    // Only equal keys give one composite group, and only where all must match is a member kept or not by its keys.
    if (matched.matching.mode == Matching::Mode::kOr) return std::nullopt;
    if (matched.matching.differing != 0 && fold_kind(result) != FoldKind::kTally) return std::nullopt;
    matched.matching.mode = Matching::Mode::kOnly;
  }
  matched.op = Op::kMatched;
  matched.result = result;
  matched.kind = result_kind(result, at(body.value).kind);
  matched.domain = at(body.value).domain;
  matched.group = group;
  matched.space = scope.space;
  matched.args = of_body ? body.own : keys->own;
  const std::vector<InstructionId>& members = of_body ? body.members : keys->members;
  matched.index = builder_.add_fold({fold_kind(result), group, body.value, kept, at(body.value).kind, members, 0});
  return builder_.add(std::move(matched));
}

}  // namespace kijun::exec
