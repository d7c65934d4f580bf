#include "engine/cel/checker.h"

#include <utility>

#include "engine/cel/check_session.h"

// Bidirectional only where CEL is: types flow from the leaves up, and type variables (of empty lists, of `optional.none()`)
// are settled by unification (unify.h), as in the reference checker, whose deduced types the conformance cases pin. The
// profile adds: names of the vocabulary, enums that are strings of a known domain, and an int literal read as a double
// where only that fits. The literal is rewritten in the tree, so evaluators never convert.

namespace kijun::cel {
namespace {

Type literal_type(const Literal& literal) {
  constexpr TypeKind kKinds[] = {TypeKind::kNull,   TypeKind::kBool,   TypeKind::kInt,  TypeKind::kUint,
                                 TypeKind::kDouble, TypeKind::kString, TypeKind::kBytes};
  static_assert(std::size(kKinds) == std::variant_size_v<Literal>);
  return Type::of(kKinds[literal.index()]);
}

}  // namespace

CheckSession::CheckSession(Ast& ast, const diag::EmbeddedText& text, const Environment& environment, diag::Sink& sink)
    : ast_(ast),
      text_(text),
      environment_(environment),
      sink_(sink),
      types_(ast.nodes.size()),
      references_(ast.nodes.size()) {}

void CheckSession::run(const Type* expected) {
  visit(ast_.root);
  if (expected != nullptr) check_expected(*expected);
}

std::vector<Type> CheckSession::take_types() {
  for (Type& type : types_) type = unifier_.substitute(type, true);
  return std::move(types_);
}

void CheckSession::set(NodeId id, RefKind kind, Type type, std::uint32_t index, bool implicit_self) {
  types_[id] = std::move(type);
  Reference& reference = references_[id];
  reference.kind = kind;
  reference.index = index;
  reference.implicit_self = implicit_self;
}

void CheckSession::visit(NodeId id) {
  switch (node(id).kind) {
    case NodeKind::kLiteral:
      return set(id, literal_type(node(id).literal));
    case NodeKind::kIdent:
      return check_ident(id);
    case NodeKind::kSelect:
      if (resolve_qualified(id) || resolve_param(id)) return;
      visit_children(id);
      return check_select(id);
    case NodeKind::kCall:
      if (check_cell_function(id) || check_macro_shape(id)) return;
      if (!rewrite_namespaced(id)) visit_children(id);
      return check_call(id);
    case NodeKind::kList:
      visit_children(id);
      return check_list(id);
    case NodeKind::kMap:
      visit_children(id);
      return check_map(id);
    case NodeKind::kMacro:
      return check_macro(id);
  }
}

void CheckSession::visit_children(NodeId id) {
  for (std::size_t i = 0; i < node(id).children.size(); ++i) visit(node(id).children[i]);
}

void CheckSession::check_list(NodeId id) {
  set(id, Type::list(join_elements(node(id).children, node(id).optional_entries, 1, 0)));
}

void CheckSession::check_map(NodeId id) {
  Type key = join_elements(node(id).children, {}, 2, 0);
  Type value = join_elements(node(id).children, node(id).optional_entries, 2, 1);
  set(id, Type::map(std::move(key), std::move(value)));
}

/// The type of every `step`th element from `offset` on; a variable when there is none.
Type CheckSession::join_elements(const std::vector<NodeId>& elements, const std::vector<bool>& optional_entries,
                                 std::size_t step, std::size_t offset) {
  std::optional<Type> joined;
  bool has_int_literals = false;
  bool has_doubles = false;
  for (std::size_t i = offset; i < elements.size(); i += step) {
    const std::size_t entry = i / step;
    const bool is_optional = entry < optional_entries.size() && optional_entries[entry];
    const Type next = entry_type(elements[i], is_optional);
    has_int_literals |= node(elements[i]).kind == NodeKind::kLiteral && next.kind == TypeKind::kInt;
    has_doubles |= next.kind == TypeKind::kDouble;
    joined = joined ? unifier_.join(*joined, next) : next;
  }
  if (!joined) return unifier_.fresh();
  if (profile() != nullptr && has_int_literals && has_doubles) {
    for (std::size_t i = offset; i < elements.size(); i += step) static_cast<void>(adapt_to_double(elements[i]));
    joined = type(elements[offset]);
    for (std::size_t i = offset; i < elements.size(); i += step) joined = unifier_.join(*joined, type(elements[i]));
  }
  return *joined;
}

Type CheckSession::entry_type(NodeId id, bool optional_entry) {
  Type found = type(id);
  if (!optional_entry) return found;
  if (found.kind == TypeKind::kOptional) return found.params.front();
  if (found.kind != TypeKind::kDyn && found.kind != TypeKind::kError) {
    sink_.report(kOptionalEntry, span(id), short_source(id), type_text(found));
    return Type::of(TypeKind::kError);
  }
  return Type::of(TypeKind::kDyn);
}

/// Rewrites an int literal, or a list of them, as doubles. False when the node is something else.
bool CheckSession::adapt_to_double(NodeId id) {
  Node& adapted = ast_.nodes[id];
  if (adapted.kind == NodeKind::kList) {
    bool all = !adapted.children.empty();
    for (const NodeId child : adapted.children) all = adapt_to_double(child) && all;
    if (all) set(id, Type::list(Type::of(TypeKind::kDouble)));
    return all;
  }
  const auto* integer = std::get_if<std::int64_t>(&adapted.literal);
  if (adapted.kind != NodeKind::kLiteral || integer == nullptr) return false;
  adapted.literal = static_cast<double>(*integer);
  set(id, Type::of(TypeKind::kDouble));
  return true;
}

void CheckSession::check_expected(const Type& expected) {
  const Type found = type(ast_.root);
  if (unifier_.assignable(found, expected)) return;
  const bool wants_double = expected.kind == TypeKind::kDouble && profile() != nullptr;
  if (wants_double && adapt_to_double(ast_.root)) return;
  sink_.report(kUnexpectedType, span(ast_.root), type_text(found), type_text(expected));
}

std::optional<CheckedExpr> check(Ast ast, const diag::EmbeddedText& text, const Environment& environment,
                                 diag::Sink& sink) {
  return check_as(std::move(ast), text, environment, nullptr, sink);
}

std::optional<CheckedExpr> check_as(Ast ast, const diag::EmbeddedText& text, const Environment& environment,
                                    const Type* expected, diag::Sink& sink) {
  const std::size_t num_errors = sink.num_errors();
  CheckSession session(ast, text, environment, sink);
  session.run(expected);
  if (sink.num_errors() > num_errors) return std::nullopt;
  return CheckedExpr{std::move(ast), session.take_types(), session.take_references(), text};
}

std::optional<CheckedExpr> compile(const diag::EmbeddedText& text, const Environment& environment, const Type& expected,
                                   diag::Sink& sink) {
  ParseOptions options;
  options.profile = environment.profile != nullptr;
  std::optional<Ast> ast = parse(text, options, sink);
  if (!ast) return std::nullopt;
  return check_as(*std::move(ast), text, environment, &expected, sink);
}

CheckedExpr resolve_unchecked(Ast ast, const diag::EmbeddedText& text, const Environment& environment) {
  diag::Sink ignored;
  CheckSession session(ast, text, environment, ignored);
  session.run(nullptr);
  return CheckedExpr{std::move(ast), session.take_types(), session.take_references(), text};
}

}  // namespace kijun::cel
