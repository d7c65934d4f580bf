#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/language.h"
#include "engine/cel/ast.h"
#include "engine/cel/parser.h"
#include "engine/cel/syntax_errors.h"
#include "engine/cel/token.h"

namespace kijun::cel {

/// Grows a tree from the leaves and watches its height: nodes whose operands are chained without brackets (`a + b + c`,
/// `a.b.c`) do not nest in the parser, but every walk over the tree descends them.
class TreeBuilder {
 public:
  /// Adds a node over its children; its height is known then.
  NodeId add(Node node);
  /// A node that stands where a syntax error was; the tree is thrown away later.
  NodeId add_error(std::uint32_t begin, std::uint32_t end);
  /// Adds a call of an operator.
  NodeId add_operator(std::string_view name, const Token& token, std::vector<NodeId> operands);
  /// Joins terms of `&&` or `||` into a tree of logarithmic height that keeps their order. `operators` has the token
  /// between each two terms.
  NodeId add_balanced(std::string_view name, std::span<const NodeId> terms, std::span<const Token> operators);

  /// A node named by a token, over an operand (`kNoNode` for none) that is not yet its child.
  [[nodiscard]] Node make_named(NodeKind kind, NodeId operand, const Token& name) const;
  /// Adds `a.?b`.
  NodeId add_optional_select(NodeId operand, const Token& dot, const Token& name);
  /// True for `a.b.c`, which before `{` names a message type.
  [[nodiscard]] bool is_type_name(NodeId id) const;

  [[nodiscard]] Node& node(NodeId id) { return ast_.nodes[id]; }
  [[nodiscard]] std::uint32_t height(NodeId id) const { return heights_[id]; }
  [[nodiscard]] Ast take(NodeId root);

 private:
  Ast ast_;
  std::vector<std::uint32_t> heights_;
};

}  // namespace kijun::cel
