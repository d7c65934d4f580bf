#include "engine/cel/checker.h"

#include <utility>

#include "engine/cel/check_session.h"

// Bidirectional only where CEL is: types flow from the leaves up, and type variables (of empty lists, of `optional.none()`)
// are settled by unification (unify.h), as in the reference checker, whose deduced types the conformance cases pin. The
// profile adds: names of the vocabulary, enums that are strings of a known domain, and literals read as the number type
// that fits: an int as a double, and either of them, exactly as written, as a decimal. The literal is rewritten in the
// tree, so evaluators never convert.

namespace kijun::cel {
namespace {

Type literal_type(const Literal& literal) {
  constexpr TypeKind kKinds[] = {TypeKind::kNull,   TypeKind::kBool,   TypeKind::kInt,   TypeKind::kUint,
                                 TypeKind::kDouble, TypeKind::kString, TypeKind::kBytes, TypeKind::kDecimal};
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
  // No list, map or optional is ever a key. Forgetting its type keeps types from doubling at every level of `{x: x}`.
  if (!key.params.empty()) key = Type::of(TypeKind::kDyn);
  set(id, Type::map(std::move(key), std::move(value)));
}

/// The type of every `step`th element from `offset` on; a variable when there is none.
Type CheckSession::join_elements(const std::vector<NodeId>& elements, const std::vector<bool>& optional_entries,
                                 std::size_t step, std::size_t offset) {
  std::optional<Type> joined;
  bool has_doubles = false;
  bool has_decimals = false;
  for (std::size_t i = offset; i < elements.size(); i += step) {
    const std::size_t entry = i / step;
    const bool is_optional = entry < optional_entries.size() && optional_entries[entry];
    const Type next = entry_type(elements[i], is_optional);
    has_doubles |= next.kind == TypeKind::kDouble;
    has_decimals |= next.kind == TypeKind::kDecimal;
    joined = joined ? unifier_.join(*joined, next) : next;
  }
  if (!joined) return unifier_.fresh();
  if (profile() != nullptr && (has_doubles || has_decimals)) {
    const TypeKind wanted = has_decimals ? TypeKind::kDecimal : TypeKind::kDouble;
    for (std::size_t i = offset; i < elements.size(); i += step) static_cast<void>(adapt(elements[i], wanted));
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

/// What a literal, or a list of literals, would be if it were read as `wanted` (a double or a decimal), else its type.
Type CheckSession::adapted_type(NodeId id, TypeKind wanted) const {
  const Node& literal = node(id);
  const auto is_readable = [wanted](TypeKind kind) {
    return kind == TypeKind::kInt || (kind == TypeKind::kDouble && wanted == TypeKind::kDecimal);
  };
  const Type found = type(id);
  if (literal.kind == NodeKind::kLiteral) return is_readable(found.kind) ? Type::of(wanted) : found;
  if (literal.kind != NodeKind::kList || literal.children.empty()) return found;
  for (const NodeId child : literal.children) {
    const TypeKind kind = adapted_type(child, wanted).kind;
    if (kind != wanted) return found;
  }
  return Type::list(Type::of(wanted));
}

/// Rewrites what `adapted_type` allows. False when the node stays as it is.
bool CheckSession::adapt(NodeId id, TypeKind wanted) {
  const Type wanted_type = adapted_type(id, wanted);
  if (wanted_type == type(id)) return false;
  Node& adapted = ast_.nodes[id];
  if (adapted.kind == NodeKind::kList) {
    for (const NodeId child : adapted.children) static_cast<void>(adapt(child, wanted));
  } else if (wanted == TypeKind::kDouble) {
    adapted.literal = static_cast<double>(std::get<std::int64_t>(adapted.literal));
  } else {
    adapted.literal = decimal_literal(id);
  }
  set(id, wanted_type);
  return true;
}

/// A number literal as a decimal, exactly as it is written.
Decimal CheckSession::decimal_literal(NodeId id) {
  if (const auto* integer = std::get_if<std::int64_t>(&node(id).literal)) return Decimal::from_int(*integer);
  std::string written(source(id));
  std::erase_if(written, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  const std::optional<Decimal> exact = Decimal::parse(written);
  if (!exact) sink_.report(kBadDecimal, span(id), written);
  return exact.value_or(Decimal());
}

void CheckSession::check_expected(const Type& expected) {
  const Type found = type(ast_.root);
  if (unifier_.assignable(found, expected)) return;
  const bool wants_number = expected.kind == TypeKind::kDouble || expected.kind == TypeKind::kDecimal;
  if (wants_number && profile() != nullptr && adapt(ast_.root, expected.kind)) return;
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
