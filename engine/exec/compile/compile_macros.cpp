#include "engine/base/assert.h"
#include "engine/exec/compile/compiler.h"
#include "engine/exec/tally.h"

namespace kijun::exec {
namespace {

using cel::MacroKind;

std::optional<FoldResult> result_of(MacroKind macro) {
  switch (macro) {
    case MacroKind::kAll:
      return FoldResult::kAll;
    case MacroKind::kExists:
      return FoldResult::kExists;
    case MacroKind::kExistsOne:
      return FoldResult::kExistsOne;
    case MacroKind::kCount:
      return FoldResult::kCount;
    case MacroKind::kShare:
      return FoldResult::kShare;
    case MacroKind::kSum:
      return FoldResult::kSum;
    case MacroKind::kMin:
      return FoldResult::kMin;
    case MacroKind::kMax:
      return FoldResult::kMax;
    case MacroKind::kAvg:
      return FoldResult::kAverage;
    case MacroKind::kDistinct:
      return FoldResult::kDistinct;
    case MacroKind::kNone:
    case MacroKind::kMap:
    case MacroKind::kFilter:
    case MacroKind::kTransformList:
    case MacroKind::kTransformMap:
    case MacroKind::kTransformMapEntry:
    case MacroKind::kBind:
    case MacroKind::kOptMap:
    case MacroKind::kOptFlatMap:
      break;
  }
  return std::nullopt;
}

}  // namespace

bool takes(FoldResult result, ValueKind kind) {
  switch (fold_kind(result)) {
    case FoldKind::kTally:
      return kind == ValueKind::kBool;
    case FoldKind::kSum:
      return kind == ValueKind::kInt || kind == ValueKind::kUint || kind == ValueKind::kDouble ||
             kind == ValueKind::kDecimal;
    case FoldKind::kExtremes:
      return kind == ValueKind::kInt || kind == ValueKind::kUint || kind == ValueKind::kDouble ||
             kind == ValueKind::kDecimal || kind == ValueKind::kDate;
    case FoldKind::kDistinct:
      return kind != ValueKind::kList && kind != ValueKind::kOther;
  }
  return false;
}

Compiler::Compiled Compiler::compile_macro(const Scope& scope, cel::NodeId id) {
  const MacroKind macro = scope.expr->ast.node(id).macro;
  if (macro == MacroKind::kBind) return compile_bind(scope, id);
  const auto result = result_of(macro);
  return result.has_value() ? compile_aggregate(scope, id, *result) : std::nullopt;
}

/// `cel.bind` is lazy, and so are instructions: one that nothing reads is left out.
Compiler::Compiled Compiler::compile_bind(const Scope& scope, cel::NodeId id) {
  const cel::Node& node = scope.expr->ast.node(id);
  const Compiled value = compile(scope, node.children[0]);
  if (!value.has_value()) return std::nullopt;
  Scope inner = scope;
  inner.locals.push_back({false, scope.level, *value});
  return compile(inner, node.children[1]);
}

Compiler::Compiled Compiler::compile_aggregate(const Scope& scope, cel::NodeId id, FoldResult result) {
  const cel::NodeId elements = scope.expr->ast.node(id).children[0];
  if (const Compiled by_year = compile_history(scope, id, result)) return by_year;
  const Compiled by_group = on_range(scope, elements, [&](const Range& range) -> Compiled {
    const Compiled value = compile_element(scope, range, id);
    return value.has_value() ? aggregate(range, result, *value) : std::nullopt;
  });
  return by_group.has_value() ? by_group : compile_correlated(scope, elements, id, result);
}

/// `size` of members or groups: every element counts.
Compiler::Compiled Compiler::compile_range_size(const Scope& scope, cel::NodeId id) {
  const Compiled by_group = on_range(scope, id, [&](const Range& range) {
    return aggregate(range, FoldResult::kSize, builder_.add_literal(ValueKind::kBool, 1));
  });
  return by_group.has_value() ? by_group : compile_correlated(scope, id, cel::kNoNode, FoldResult::kSize);
}

/// The body of a macro over the elements of its range.
Compiler::Compiled Compiler::compile_element(const Scope& scope, const Range& range, cel::NodeId macro) {
  const cel::Node& node = scope.expr->ast.node(macro);
  if (node.variables.size() != 1) return std::nullopt;
  Scope inner = scope;
  inner.space = range.of_members ? table::kRecordSpace : table::group_space(range.group);
  inner.level = scope.level + 1;
  inner.locals.push_back({true, inner.level, kNoInstruction});
  return compile(inner, node.children[1]);
}

/// `use` on the range that a node names; the result comes back to the scope's space.
Compiler::Compiled Compiler::on_range(const Scope& scope, cel::NodeId id, const OnRange& use) {
  const cel::Node& node = scope.expr->ast.node(id);
  const cel::Reference& ref = scope.expr->references[id];
  if (node.kind == cel::NodeKind::kMacro && node.macro == MacroKind::kFilter) {
    return on_range(scope, node.children[0], [&](const Range& range) -> Compiled {
      const Compiled predicate = compile_element(scope, range, id);
      if (!predicate.has_value()) return std::nullopt;
      Range filtered = range;
      filtered.filters.push_back(*predicate);
      return use(filtered);
    });
  }
  if (ref.kind == cel::RefKind::kGroupMembers) {
    return on_owner(scope, id, [&](table::SpaceId owner) -> Compiled {
      if (owner == table::kRecordSpace) return std::nullopt;
      return use(Range{true, static_cast<table::GroupId>(owner - 1), {}});
    });
  }
  if (ref.kind != cel::RefKind::kGroups) return std::nullopt;
  return on_owner(scope, id, [&](table::SpaceId owner) -> Compiled {
    return owner == table::kRecordSpace ? use(Range{false, ref.group, {}}) : std::nullopt;
  });
}

/// The aggregate over the elements that every filter keeps. A filter that is undecided for an element it sees leaves no
/// list to aggregate: then its state is the result, the first filter's before the next one's.
Compiler::Compiled Compiler::aggregate(const Range& range, FoldResult result, InstructionId value) {
  if (!takes(result, at(value).kind)) return std::nullopt;
  if (!range.of_members && fold_kind(result) != FoldKind::kTally) return std::nullopt;
  InstructionId kept = kNoInstruction;
  std::vector<InstructionId> settled;
  for (const InstructionId filter : range.filters) {
    settled.push_back(add_result(range, FoldResult::kSettled, filter, kept));
    kept = kept == kNoInstruction ? filter : add(Op::kAnd, ValueKind::kBool, {kept, filter});
  }
  InstructionId guarded = add_result(range, result, value, kept);
  for (auto state = settled.rbegin(); state != settled.rend(); ++state) {
    guarded = add(Op::kGuard, at(guarded).kind, {*state, guarded}, at(guarded).domain);
  }
  return guarded;
}

/// One result over the elements that are true in `filter`, or over all.
InstructionId Compiler::add_result(const Range& range, FoldResult result, InstructionId value, InstructionId filter) {
  Instruction instruction;
  instruction.result = result;
  instruction.kind = result_kind(result, at(value).kind);
  instruction.group = range.group;
  if (range.of_members) {
    instruction.op = Op::kFolded;
    instruction.space = table::group_space(range.group);
    instruction.index = builder_.add_fold({fold_kind(result), range.group, value, filter, at(value).kind, {}, 0});
    return builder_.add(std::move(instruction));
  }
  instruction.op = Op::kReduce;
  instruction.space = table::kRecordSpace;
  instruction.args.push_back(in_space(value, table::group_space(range.group)));
  if (filter != kNoInstruction) instruction.args.push_back(in_space(filter, table::group_space(range.group)));
  return builder_.add(std::move(instruction));
}

}  // namespace kijun::exec
