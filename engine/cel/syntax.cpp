#include "engine/cel/syntax.h"

#include <algorithm>
#include <utility>

namespace kijun::cel {

NodeId TreeBuilder::add(Node node) {
  std::uint32_t height = 0;
  for (const NodeId child : node.children) height = std::max(height, heights_[child]);
  ast_.nodes.push_back(std::move(node));
  heights_.push_back(height + 1);
  return static_cast<NodeId>(ast_.nodes.size() - 1);
}

NodeId TreeBuilder::add_error(std::uint32_t begin, std::uint32_t end) {
  Node node;
  node.begin = begin;
  node.end = end;
  return add(std::move(node));
}

NodeId TreeBuilder::add_operator(std::string_view name, const Token& token, std::vector<NodeId> operands) {
  Node node;
  node.kind = NodeKind::kCall;
  node.begin = std::min(token.begin, ast_.nodes[operands.front()].begin);
  node.end = std::max(token.end, ast_.nodes[operands.back()].end);
  node.name_begin = token.begin;
  node.name_end = token.end;
  node.name = name;
  node.children = std::move(operands);
  return add(std::move(node));
}

Node TreeBuilder::make_named(NodeKind kind, NodeId operand, const Token& name) const {
  Node node;
  node.kind = kind;
  node.begin = operand == kNoNode ? name.begin : ast_.nodes[operand].begin;
  node.end = name.end;
  node.name_begin = name.begin;
  node.name_end = name.end;
  node.name = name.text;
  return node;
}

NodeId TreeBuilder::add_optional_select(NodeId operand, const Token& dot, const Token& name) {
  Node field;
  field.begin = name.begin;
  field.end = name.end;
  field.literal = name.text;
  const NodeId selected = add(std::move(field));
  Token token = dot;
  token.end = name.end;
  return add_operator("_?._", token, {operand, selected});
}

bool TreeBuilder::is_type_name(NodeId id) const {
  while (ast_.nodes[id].kind == NodeKind::kSelect && !ast_.nodes[id].test_only) id = ast_.nodes[id].children.front();
  return ast_.nodes[id].kind == NodeKind::kIdent;
}

NodeId TreeBuilder::add_balanced(std::string_view name, std::span<const NodeId> terms,
                                 std::span<const Token> operators) {
  if (terms.size() == 1) return terms.front();
  const std::size_t middle = (terms.size() + 1) / 2;
  const NodeId left = add_balanced(name, terms.first(middle), operators.first(middle - 1));
  const NodeId right = add_balanced(name, terms.subspan(middle), operators.subspan(middle));
  return add_operator(name, operators[middle - 1], {left, right});
}

Ast TreeBuilder::take(NodeId root) {
  ast_.root = root;
  heights_.clear();
  return std::move(ast_);
}

}  // namespace kijun::cel
