#include "engine/exec/compile/compiler.h"

#include <algorithm>

#include "engine/base/assert.h"

// The idea. An expression gives a value for every subject of a space, so it becomes instructions over that space. A body
// of a macro over members also gives a value for every record: the same record instruction serves all groups, and a fold
// carries its values to the groups. So a node is compiled in the space of whatever subject it speaks about, and only
// folds, gathers and reductions step between spaces:
//
//   record                     zone.members.all(m, P)  =  gather(zone, folded(all, P over records))
//   zone, body                 members.exists(m, P)    =  folded(exists, P over records)
//   record                     bodies.exists(b, Q)     =  reduce(exists, Q over bodies)
//
// A node may speak about the subject of its own level and about constants only. One that also reads the subject of an
// enclosing level (a correlated lambda) has a columnar form where it compares the two (compile_correlated.cpp), and else
// none; then the smallest enclosing node that reads only its own subject and has a scalar type is evaluated by the naive
// evaluator instead, subject by subject.
//
// Invariants.
// 1. Every compile function gives an instruction whose space is the scope's space or `kConstantSpace`, with the same
//    state and value that the naive evaluator gives, for every subject.
// 2. Nothing is remembered of a failed attempt but instructions that no root reaches, which linking leaves out.
// 3. `kind` and `domain` of an instruction tell everything about its vectors; types of the checker are looked at only
//    where a node is first compiled.

namespace kijun::exec {
namespace {

/// True when a constant node has variables of its own, whose slots depend on how many enclose it.
bool binds_variables(const cel::CheckedExpr& expr, cel::NodeId id) {
  if (expr.references[id].kind == cel::RefKind::kLocal) return true;
  return std::ranges::any_of(expr.ast.node(id).children,
                             [&](cel::NodeId child) { return binds_variables(expr, child); });
}

}  // namespace

InstructionId Compiler::compile_root(const Root& root) {
  const Scope scope{root.expr, root.space, 0, {}};
  const cel::NodeId id = root.expr->ast.root;
  if (const Compiled compiled = compile(scope, id)) return *compiled;
  Instruction fallback;
  fallback.op = Op::kFallback;
  fallback.kind = ValueKind::kOther;
  fallback.space = root.space;
  fallback.expr = root.expr;
  fallback.node = id;
  return builder_.add(std::move(fallback));
}

Compiler::Compiled Compiler::compile(const Scope& scope, cel::NodeId id) {
  if (is_constant(scope, id)) return compile_constant(scope, id);
  if (const Compiled kernel = compile_kernel(scope, id)) return kernel;
  return compile_fallback(scope, id);
}

Compiler::Compiled Compiler::compile_kernel(const Scope& scope, cel::NodeId id) {
  switch (scope.expr->ast.node(id).kind) {
    case cel::NodeKind::kIdent:
    case cel::NodeKind::kSelect:
      return compile_reference(scope, id);
    case cel::NodeKind::kCall:
      return compile_call(scope, id);
    case cel::NodeKind::kMacro:
      return compile_macro(scope, id);
    case cel::NodeKind::kLiteral:
    case cel::NodeKind::kList:
    case cel::NodeKind::kMap:
      break;
  }
  return std::nullopt;
}

Compiler::Compiled Compiler::compile_constant(const Scope& scope, cel::NodeId id) {
  const cel::Type& type = scope.expr->types[id];
  const auto kind = type.kind == cel::TypeKind::kList ? ValueKind::kList : vector_kind(type);
  if (!kind.has_value()) return std::nullopt;
  Instruction constant;
  constant.op = Op::kConstant;
  constant.kind = *kind;
  constant.domain = *kind == ValueKind::kEnum ? type.field : nullptr;
  constant.expr = scope.expr;
  constant.node = id;
  constant.num_locals = binds_variables(*scope.expr, id) ? static_cast<std::uint32_t>(scope.locals.size()) : 0;
  return builder_.add(std::move(constant));
}

Compiler::Compiled Compiler::compile_fallback(const Scope& scope, cel::NodeId id) {
  const cel::Type& type = scope.expr->types[id];
  const auto kind = vector_kind(type);
  if (!kind.has_value() || !reads_only_subject(scope, id)) return std::nullopt;
  Instruction fallback;
  fallback.op = Op::kFallback;
  fallback.kind = *kind;
  fallback.space = scope.space;
  fallback.domain = *kind == ValueKind::kEnum ? type.field : nullptr;
  fallback.expr = scope.expr;
  fallback.node = id;
  fallback.num_locals = static_cast<std::uint32_t>(scope.locals.size());
  return builder_.add(std::move(fallback));
}

bool Compiler::reads_self(const cel::CheckedExpr& expr, cel::NodeId id) {
  const cel::Reference& ref = expr.references[id];
  const bool receiverless = ref.kind == cel::RefKind::kAt && !expr.ast.node(id).has_receiver;
  return ref.implicit_self || ref.kind == cel::RefKind::kSelf || receiverless;
}

bool Compiler::is_constant(const Scope& scope, cel::NodeId id) const {
  const cel::Reference& ref = scope.expr->references[id];
  if (ref.kind == cel::RefKind::kParam) return true;
  if (reads_self(*scope.expr, id) || ref.kind == cel::RefKind::kVariable) return false;
  if (ref.kind == cel::RefKind::kLocal && ref.index < scope.locals.size()) return false;
  return std::ranges::all_of(scope.expr->ast.node(id).children,
                             [&](cel::NodeId child) { return is_constant(scope, child); });
}

/// True when everything the node reads is the subject of the scope's own level. Variables that the node binds itself
/// have slots beyond the scope's.
bool Compiler::reads_only_subject(const Scope& scope, cel::NodeId id) const {
  const cel::Reference& ref = scope.expr->references[id];
  if (ref.kind == cel::RefKind::kParam) return true;
  if (reads_self(*scope.expr, id) && scope.level > 0) return false;
  if (ref.kind == cel::RefKind::kLocal && ref.index < scope.locals.size()) {
    return scope.locals[ref.index].is_subject_of(scope.level);
  }
  return std::ranges::all_of(scope.expr->ast.node(id).children,
                             [&](cel::NodeId child) { return reads_only_subject(scope, child); });
}

Program compile_program(std::span<const Root> roots, const CompileContext& context) {
  Compiler compiler(context);
  std::vector<InstructionId> results;
  for (const Root& root : roots) results.push_back(compiler.compile_root(root));
  return Program(compiler.builder().link({roots.begin(), roots.end()}, results));
}

}  // namespace kijun::exec
