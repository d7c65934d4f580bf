#include <algorithm>
#include <array>

#include "engine/cel/check_session.h"

namespace kijun::cel {
namespace {

constexpr LocalizedView kListOrMap{"リストかmap", "a list or a map"};
constexpr LocalizedView kList{"リスト", "a list"};
constexpr LocalizedView kOptionalWanted{"optional", "an optional"};
constexpr LocalizedView kNumbers{"数", "numbers"};
constexpr LocalizedView kOrderedElements{"数か日付", "numbers or dates"};

bool is_unsettled(const Type& type) {
  return type.kind == TypeKind::kDyn || type.kind == TypeKind::kParam || type.kind == TypeKind::kError;
}

bool is_number(const Type& type) {
  return type.kind == TypeKind::kInt || type.kind == TypeKind::kUint || type.kind == TypeKind::kDouble ||
         type.kind == TypeKind::kDecimal;
}

}  // namespace

void CheckSession::check_macro(NodeId id) {
  switch (node(id).macro) {
    case MacroKind::kBind:
      return check_bind(id);
    case MacroKind::kOptMap:
    case MacroKind::kOptFlatMap:
      return check_optional_macro(id);
    case MacroKind::kCount:
    case MacroKind::kShare:
    case MacroKind::kSum:
    case MacroKind::kMin:
    case MacroKind::kMax:
    case MacroKind::kAvg:
    case MacroKind::kDistinct:
      return check_aggregate(id);
    case MacroKind::kNone:
    case MacroKind::kAll:
    case MacroKind::kExists:
    case MacroKind::kExistsOne:
    case MacroKind::kMap:
    case MacroKind::kFilter:
    case MacroKind::kTransformList:
    case MacroKind::kTransformMap:
    case MacroKind::kTransformMapEntry:
      return check_comprehension(id);
  }
}

/// Visits the children from `first_child` on with the macro's variables in scope.
void CheckSession::visit_with(const Node& macro, const std::vector<Type>& types, std::size_t first_child) {
  const std::vector<NodeId> children = macro.children;
  for (std::size_t i = 0; i < macro.variables.size(); ++i) locals_.push_back({macro.variables[i], types[i]});
  for (std::size_t i = first_child; i < children.size(); ++i) visit(children[i]);
  locals_.resize(locals_.size() - types.size(), Local{});
}

void CheckSession::report_range(NodeId id, LocalizedView wanted) {
  const NodeId range = node(id).children.front();
  sink_.report(kMacroRange, span(range), node(id).name, wanted.ja, wanted.en, short_source(range),
               type_text(type(range)));
}

/// Types of the macro's variables over a visited range, or nothing (and an error) when it cannot be ranged over. One
/// variable binds elements of lists and keys of maps, two bind index and element, or key and value.
std::optional<std::vector<Type>> CheckSession::range_types(NodeId id) {
  const Type range = type(node(id).children.front());
  const bool has_two = node(id).variables.size() == 2;
  if (range.kind == TypeKind::kList) {
    if (has_two) return std::vector{Type::of(TypeKind::kInt), range.params[0]};
    return std::vector{range.params[0]};
  }
  if (range.kind == TypeKind::kMap) {
    if (has_two) return std::vector{range.params[0], range.params[1]};
    return std::vector{range.params[0]};
  }
  const std::vector<Type> unsettled(node(id).variables.size(), Type::of(TypeKind::kDyn));
  if (is_unsettled(range)) {
    static_cast<void>(unifier_.assignable(Type::of(TypeKind::kDyn), range));
    return unsettled;
  }
  report_range(id, kListOrMap);
  visit_with(node(id), std::vector<Type>(node(id).variables.size(), Type::of(TypeKind::kError)), 1);
  set_error(id);
  return std::nullopt;
}

void CheckSession::expect_bool(NodeId id, std::string_view macro) {
  const Type found = type(id);
  if (unifier_.assignable(found, Type::of(TypeKind::kBool))) return;
  sink_.report(kNotBool, span(id), macro, short_source(id), type_text(found)).hint =
      operator_hint(FunctionId::kLogicalNot, std::array{id});
}

void CheckSession::check_comprehension(NodeId id) {
  const NodeId range = node(id).children.front();
  visit(range);
  const std::optional<std::vector<Type>> variables = range_types(id);
  if (!variables) return;
  visit_with(node(id), *variables, 1);
  const Node& macro = node(id);
  const NodeId body = macro.children.back();
  const MacroKind kind = macro.macro;
  const bool has_condition = macro.children.size() == 3 || kind == MacroKind::kAll || kind == MacroKind::kExists ||
                             kind == MacroKind::kExistsOne || kind == MacroKind::kFilter;
  if (has_condition) expect_bool(macro.children[1], macro.name);

  if (kind == MacroKind::kMap || kind == MacroKind::kTransformList) {
    set(id, Type::list(type(body)));
  } else if (kind == MacroKind::kFilter) {
    set(id, Type::list(variables->front()));
  } else if (kind == MacroKind::kTransformMap) {
    set(id, Type::map(variables->front(), type(body)));
  } else if (kind == MacroKind::kTransformMapEntry) {
    const Type entry = type(body);
    set(id, entry.kind == TypeKind::kMap ? entry : Type::map(Type::of(TypeKind::kDyn), Type::of(TypeKind::kDyn)));
    if (entry.kind == TypeKind::kMap || is_unsettled(entry)) return;
    sink_.report(kTransformEntry, span(body), short_source(body), type_text(entry));
  } else {
    set(id, Type::of(TypeKind::kBool));
  }
}

/// Aggregates of the profile over a list (design section 4).
void CheckSession::check_aggregate(NodeId id) {
  visit(node(id).children.front());
  const Type range = type(node(id).children.front());
  if (range.kind != TypeKind::kList && !is_unsettled(range)) {
    report_range(id, kList);
    visit_with(node(id), {Type::of(TypeKind::kError)}, 1);
    return set_error(id);
  }
  visit_with(node(id), {range.kind == TypeKind::kList ? range.params[0] : Type::of(TypeKind::kDyn)}, 1);
  const Node& macro = node(id);
  const NodeId body = macro.children.back();
  const Type element = type(body);
  const auto require = [&](bool fits, LocalizedView wanted) {
    if (fits || is_unsettled(element)) return;
    sink_.report(kAggregateElement, span(body), macro.name, wanted.ja, wanted.en, short_source(body),
                 type_text(element));
    set_error(id);
  };
  const MacroKind kind = macro.macro;
  if (kind == MacroKind::kCount || kind == MacroKind::kShare) {
    set(id, Type::of(kind == MacroKind::kCount ? TypeKind::kInt : TypeKind::kDouble));
    expect_bool(body, macro.name);
  } else if (kind == MacroKind::kDistinct) {
    set(id, Type::of(TypeKind::kInt));
  } else if (kind == MacroKind::kAvg || kind == MacroKind::kSum) {
    const bool is_double = kind == MacroKind::kAvg && element.kind != TypeKind::kDecimal;
    set(id, is_double ? Type::of(TypeKind::kDouble) : element);
    require(is_number(element), kNumbers);
  } else {
    set(id, element);
    require(is_number(element) || element.kind == TypeKind::kDate, kOrderedElements);
  }
}

void CheckSession::check_bind(NodeId id) {
  const NodeId value = node(id).children.front();
  visit(value);
  visit_with(node(id), {type(value)}, 1);
  set(id, type(node(id).children.back()));
}

/// `o.optMap(v, e)` and `o.optFlatMap(v, e)`.
void CheckSession::check_optional_macro(NodeId id) {
  visit(node(id).children.front());
  const Type range = type(node(id).children.front());
  const bool is_optional = range.kind == TypeKind::kOptional;
  if (!is_optional && !is_unsettled(range)) report_range(id, kOptionalWanted);
  const TypeKind other = is_unsettled(range) ? TypeKind::kDyn : TypeKind::kError;
  visit_with(node(id), {is_optional ? range.params[0] : Type::of(other)}, 1);
  const NodeId body = node(id).children.back();
  const Type result = type(body);
  if (node(id).macro == MacroKind::kOptMap) return set(id, Type::optional(result));
  set(id, result);
  if (result.kind == TypeKind::kOptional || is_unsettled(result)) return;
  sink_.report(kUnexpectedType, span(body), type_text(result), "optional_type");
}

}  // namespace kijun::cel
