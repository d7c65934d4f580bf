#include <set>

#include "engine/exec/compile/compiler.h"

// The years of `history` are as many as surveys before the audited one, which is known when a program is compiled. So a
// macro over them is written out year by year. The list ends where a survey does not know the subject, and is unknown as a
// whole where a merger stands in the way before that:
//
//   reached(1) = known(1)                 known(k): whether the survey k back knows the subject
//   reached(k) = reached(k-1) ? known(k) : false
//   exists     = guard(reached(n), (reached(1) && P(1)) || … || (reached(n) && P(n)))
//   all        = guard(reached(n), (!reached(1) || P(1)) && … && (!reached(n) || P(n)))

namespace kijun::exec {
namespace {

/// Years beyond which a program would grow too large.
constexpr std::uint32_t kMostYears = 32;

}  // namespace

/// `history.exists(h, P)` and `history.all(h, P)` of the subject of the scope's own level.
Compiler::Compiled Compiler::compile_history(const Scope& scope, cel::NodeId id, FoldResult result) {
  const bool is_exists = result == FoldResult::kExists;
  if (!is_exists && result != FoldResult::kAll) return std::nullopt;
  const cel::Node& node = scope.expr->ast.node(id);
  if (scope.expr->references[node.children[0]].kind != cel::RefKind::kHistory || node.variables.size() != 1)
    return std::nullopt;
  if (!context_.num_earlier_surveys || *context_.num_earlier_surveys > kMostYears) return std::nullopt;
  return on_owner(scope, node.children[0], [&](table::SpaceId owner) -> Compiled {
    if (owner != scope.space) return std::nullopt;
    return compile_years(scope, node.children[1], is_exists);
  });
}

Compiler::Compiled Compiler::compile_years(const Scope& scope, cel::NodeId body, bool is_exists) {
  const InstructionId never = builder_.add_literal(ValueKind::kBool, 0);
  InstructionId reached = kNoInstruction;
  std::set<InstructionId> years;
  Scope inner = scope;
  inner.locals.push_back({true, scope.level, kNoInstruction, 0});
  for (std::uint32_t steps = 1; steps <= *context_.num_earlier_surveys; ++steps) {
    const InstructionId known = add_known_earlier(scope.space, steps);
    reached = reached == kNoInstruction ? known : add(Op::kConditional, ValueKind::kBool, {reached, known, never});
    inner.locals.back().steps = steps;
    const Compiled value = compile(inner, body);
    if (!value.has_value() || at(*value).kind != ValueKind::kBool) return std::nullopt;
    const InstructionId counts = is_exists ? reached : add(Op::kNot, ValueKind::kBool, {reached});
    years.insert(add(is_exists ? Op::kAnd : Op::kOr, ValueKind::kBool, {counts, *value}));
  }
  if (years.empty()) return builder_.add_literal(ValueKind::kBool, is_exists ? 0 : 1);
  const InstructionId every = add(is_exists ? Op::kOr : Op::kAnd, ValueKind::kBool, {years.begin(), years.end()});
  return add(Op::kGuard, ValueKind::kBool, {reached, every});
}

/// Whether the survey so many steps back knows the subject.
InstructionId Compiler::add_known_earlier(table::SpaceId space, std::uint32_t steps) {
  Instruction known;
  known.op = Op::kKnownEarlier;
  known.space = space;
  known.steps = steps;
  return builder_.add(std::move(known));
}

}  // namespace kijun::exec
