#include "engine/cel/macros.h"

#include <array>
#include <cstddef>

namespace kijun::cel {
namespace {

/// One shape of a macro: `receiver.name(variables…, expressions…)`.
struct MacroShape {
  std::string_view name;
  MacroKind kind;
  std::size_t num_variables;
  std::size_t num_expressions;
  bool profile = false;
};

constexpr std::array kShapes{
    MacroShape{"all", MacroKind::kAll, 1, 1},
    MacroShape{"exists", MacroKind::kExists, 1, 1},
    MacroShape{"exists_one", MacroKind::kExistsOne, 1, 1},
    MacroShape{"existsOne", MacroKind::kExistsOne, 1, 1},
    MacroShape{"map", MacroKind::kMap, 1, 1},
    MacroShape{"map", MacroKind::kMap, 1, 2},
    MacroShape{"filter", MacroKind::kFilter, 1, 1},
    MacroShape{"all", MacroKind::kAll, 2, 1},
    MacroShape{"exists", MacroKind::kExists, 2, 1},
    MacroShape{"exists_one", MacroKind::kExistsOne, 2, 1},
    MacroShape{"existsOne", MacroKind::kExistsOne, 2, 1},
    MacroShape{"transformList", MacroKind::kTransformList, 2, 1},
    MacroShape{"transformList", MacroKind::kTransformList, 2, 2},
    MacroShape{"transformMap", MacroKind::kTransformMap, 2, 1},
    MacroShape{"transformMap", MacroKind::kTransformMap, 2, 2},
    MacroShape{"transformMapEntry", MacroKind::kTransformMapEntry, 2, 1},
    MacroShape{"transformMapEntry", MacroKind::kTransformMapEntry, 2, 2},
    MacroShape{"optMap", MacroKind::kOptMap, 1, 1},
    MacroShape{"optFlatMap", MacroKind::kOptFlatMap, 1, 1},
    MacroShape{"count", MacroKind::kCount, 1, 1, true},
    MacroShape{"share", MacroKind::kShare, 1, 1, true},
    MacroShape{"sum", MacroKind::kSum, 1, 1, true},
    MacroShape{"min", MacroKind::kMin, 1, 1, true},
    MacroShape{"max", MacroKind::kMax, 1, 1, true},
    MacroShape{"avg", MacroKind::kAvg, 1, 1, true},
    MacroShape{"distinct", MacroKind::kDistinct, 1, 1, true},
};

constexpr MacroShape kBindShape{"cel.bind", MacroKind::kBind, 1, 2};

const MacroShape* find_shape(std::string_view name, std::size_t num_arguments, bool profile) {
  for (const MacroShape& shape : kShapes) {
    const bool allowed = profile || !shape.profile;
    if (allowed && shape.name == name && shape.num_variables + shape.num_expressions == num_arguments) return &shape;
  }
  return nullptr;
}

bool is_plain_name(const Node& node) { return node.kind == NodeKind::kIdent && !node.name.starts_with('.'); }

/// Moves the variables out of the call's arguments. `first` is the position of the first argument.
bool take_variables(TreeBuilder& tree, NodeId call, std::size_t first, const MacroShape& shape, SyntaxErrors& errors) {
  std::vector<std::string> variables;
  for (std::size_t i = first; i < first + shape.num_variables; ++i) {
    const Node& argument = tree.node(tree.node(call).children[i]);
    if (!is_plain_name(argument)) {
      errors.report(kMacroVariable, argument.begin, argument.end, shape.name);
      return false;
    }
    if (!variables.empty() && variables.front() == argument.name) {
      errors.report(kMacroVariableTwice, argument.begin, argument.end, shape.name, argument.name);
      return false;
    }
    variables.push_back(argument.name);
  }
  Node& node = tree.node(call);
  node.variables = std::move(variables);
  const auto begin = node.children.begin() + static_cast<std::ptrdiff_t>(first);
  node.children.erase(begin, begin + static_cast<std::ptrdiff_t>(shape.num_variables));
  return true;
}

void make_macro(TreeBuilder& tree, NodeId call, const MacroShape& shape, SyntaxErrors& errors) {
  if (!take_variables(tree, call, 1, shape, errors)) return;
  Node& node = tree.node(call);
  node.kind = NodeKind::kMacro;
  node.macro = shape.kind;
  node.has_receiver = false;
}

/// `cel.bind(v, value, body)`: the receiver is only a name space.
void make_bind(TreeBuilder& tree, NodeId call, SyntaxErrors& errors) {
  make_macro(tree, call, kBindShape, errors);
  Node& node = tree.node(call);
  node.name = kBindShape.name;
  node.children.erase(node.children.begin());
}

/// `has(a.b)` becomes the selection itself, marked to test only.
void make_has(TreeBuilder& tree, NodeId call, SyntaxErrors& errors) {
  const Node argument = tree.node(tree.node(call).children.front());
  Node& node = tree.node(call);
  if (argument.kind != NodeKind::kSelect || argument.test_only) {
    errors.report(kHasNeedsSelection, argument.begin, argument.end);
    return;
  }
  node.kind = NodeKind::kSelect;
  node.test_only = true;
  node.name = argument.name;
  node.name_begin = argument.name_begin;
  node.name_end = argument.name_end;
  node.children = argument.children;
}

}  // namespace

void expand_macro(TreeBuilder& tree, NodeId call, bool profile, SyntaxErrors& errors) {
  const Node& node = tree.node(call);
  if (!node.has_receiver) {
    if (node.name == "has" && node.children.size() == 1) make_has(tree, call, errors);
    return;
  }
  const std::size_t num_arguments = node.children.size() - 1;
  const Node& receiver = tree.node(node.children.front());
  if (node.name == "bind" && num_arguments == 3 && receiver.kind == NodeKind::kIdent && receiver.name == "cel") {
    make_bind(tree, call, errors);
    return;
  }
  if (const MacroShape* shape = find_shape(node.name, num_arguments, profile)) make_macro(tree, call, *shape, errors);
}

std::vector<std::string_view> macro_names(bool profile) {
  std::vector<std::string_view> names;
  for (const MacroShape& shape : kShapes) {
    const bool is_new = names.empty() || names.back() != shape.name;
    if (is_new && (profile || !shape.profile)) names.push_back(shape.name);
  }
  return names;
}

}  // namespace kijun::cel
