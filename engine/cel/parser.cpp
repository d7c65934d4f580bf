#include "engine/cel/parser.h"

#include <algorithm>
#include <utility>

#include "engine/cel/grammar.h"
#include "engine/cel/lexer.h"
#include "engine/cel/macros.h"
#include "engine/cel/syntax.h"
#include "engine/cel/token_reader.h"

// Recursive descent over the grammar of langdef "Syntax". Chains of one operator are loops, so the parser descends only
// for brackets, prefixes and `?:`, and counts how deep; what it builds is measured as well (TreeBuilder), because later
// walks recurse over the tree. `&&` and `||` are associative and become balanced trees, so their length costs nothing.
// After an error the parser steps to the next comma or bracket of the same level and goes on; a second error at the
// same token is not reported.

namespace kijun::cel {
namespace {

/// Height a tree may reach by chains (`a + b + …`, `a.b.c…`) as a multiple of the nesting allowed in the text.
constexpr std::uint32_t kChainFactor = 4;

/// What the parser wanted to see, for messages.
constexpr LocalizedView kOperand{"値", "a value"};
constexpr LocalizedView kSelector{"`.`の後に項目名", "a field name after `.`"};
constexpr LocalizedView kColonWanted{"`:`", "`:`"};

class Parser {
 public:
  Parser(const diag::EmbeddedText& text, const ParseOptions& options, SyntaxErrors& errors)
      : text_(text.text()),
        options_(options),
        errors_(errors),
        tokens_(text_, tokenize(text, options.profile, errors), errors) {}

  Ast run() {
    NodeId root = kNoNode;
    if (tokens_.at_end()) {
      if (!errors_.any()) errors_.report(kEmptyExpression, 0, text_.size());
      return tree_.take(root);
    }
    root = parse_expression();
    while (!tokens_.at_end() && !errors_.exhausted()) {
      tokens_.recover_after_expression();
      const std::size_t before = tokens_.position();
      if (!tokens_.at_end()) parse_expression();
      if (tokens_.position() == before) tokens_.next();
    }
    return tree_.take(root);
  }

 private:
  NodeId error_node() {
    const Token& token = tokens_.peek();
    return tree_.add_error(token.begin, token.end);
  }

  // Depth.

  bool enter() {
    if (++depth_ <= options_.max_depth) return true;
    report_depth(tokens_.peek().begin, tokens_.peek().end, options_.max_depth);
    return false;
  }
  void leave() { --depth_; }

  void report_depth(std::uint32_t begin, std::uint32_t end, std::uint32_t limit) {
    if (too_deep_) return;
    too_deep_ = true;
    errors_.report(kTooDeep, begin, end, limit);
    tokens_.abandon();
  }

  /// Adds an operator of a chain unless the chain has become too high.
  NodeId chain(std::string_view name, const Token& token, std::vector<NodeId> operands) {
    const NodeId id = tree_.add_operator(name, token, std::move(operands));
    check_height(id);
    return id;
  }
  void check_height(NodeId id) {
    const std::uint32_t limit = options_.max_depth * kChainFactor;
    if (tree_.height(id) <= limit) return;
    report_depth(tree_.node(id).name_begin, tree_.node(id).name_end, limit);
  }

  // Expressions.

  NodeId parse_expression() {
    if (!enter()) {
      leave();
      return error_node();
    }
    const NodeId id = parse_conditional();
    leave();
    return id;
  }

  NodeId parse_conditional() {
    const NodeId condition = parse_or();
    if (tokens_.kind() != TokenKind::kQuestion) return condition;
    const Token question = tokens_.next();
    const NodeId chosen = parse_or();
    if (!tokens_.accept(TokenKind::kColon)) {
      tokens_.report_expected(kColonWanted);
      return condition;
    }
    const NodeId otherwise = parse_expression();
    return chain("_?_:_", question, {condition, chosen, otherwise});
  }

  NodeId parse_or() {
    return parse_logical(TokenKind::kOr, "or", "_||_", [this] { return parse_and(); });
  }
  NodeId parse_and() {
    return parse_logical(TokenKind::kAnd, "and", "_&&_", [this] { return parse_binary(kLowestLevel); });
  }

  template <class ParseTerm>
  NodeId parse_logical(TokenKind kind, std::string_view word, std::string_view name, ParseTerm parse_term) {
    std::vector<NodeId> terms{parse_term()};
    std::vector<Token> operators;
    while (accept_logical(kind, word)) {
      operators.push_back(tokens_.last());
      terms.push_back(parse_term());
    }
    return tree_.add_balanced(name, terms, operators);
  }

  /// Takes `&&` or `||`; the words `and` and `or` are reported and taken for them.
  bool accept_logical(TokenKind kind, std::string_view word) {
    if (tokens_.accept(kind)) return true;
    const Token& token = tokens_.peek();
    if (token.kind != TokenKind::kIdent || !is_word(token.text, word)) return false;
    errors_.report(kForeignOperator, token.begin, token.end, tokens_.written(token),
                   kind == TokenKind::kOr ? "||" : "&&");
    tokens_.next();
    return true;
  }
  NodeId parse_binary(int level) {
    if (level > kHighestLevel) return parse_unary();
    NodeId left = parse_binary(level + 1);
    while (const BinaryOperator* found = find_binary(tokens_.kind(), level)) {
      const Token token = tokens_.next();
      const NodeId right = parse_binary(level + 1);
      left = chain(found->name, token, {left, right});
    }
    return left;
  }
  /// `!!x`, `--x`; the two do not mix without brackets. A minus right before a number belongs to the number.
  NodeId parse_unary() {
    const std::size_t first = tokens_.position();
    const TokenKind kind = tokens_.kind();
    if (is_word_not()) return parse_word_not();
    if (kind != TokenKind::kNot && kind != TokenKind::kMinus) return parse_member();
    while (tokens_.accept(kind)) {
    }
    std::size_t end = tokens_.position();
    const bool is_signed =
        kind == TokenKind::kMinus && (tokens_.kind() == TokenKind::kInt || tokens_.kind() == TokenKind::kDouble);
    if (is_signed) --end;
    negative_ = is_signed;
    NodeId operand = parse_member();
    negative_ = false;
    for (std::size_t i = end; i > first; --i) {
      operand = chain(kind == TokenKind::kNot ? "!_" : "-_", tokens_.at(i - 1), {operand});
    }
    return operand;
  }

  [[nodiscard]] bool is_word_not() const {
    if (tokens_.kind() != TokenKind::kIdent || !is_word(tokens_.peek().text, "not")) return false;
    const TokenKind following = tokens_.peek(1).kind;
    return following == TokenKind::kIdent || following == TokenKind::kTrue || following == TokenKind::kFalse ||
           (options_.profile && following == TokenKind::kLeftParen);
  }
  NodeId parse_word_not() {
    const Token token = tokens_.next();
    errors_.report(kForeignOperator, token.begin, token.end, tokens_.written(token), "!");
    if (!enter()) {
      leave();
      return error_node();
    }
    const NodeId operand = parse_unary();
    leave();
    return chain("!_", token, {operand});
  }

  // Members and calls.

  NodeId parse_member() {
    NodeId operand = parse_primary();
    for (;;) {
      const TokenKind kind = tokens_.kind();
      if (kind == TokenKind::kDot) {
        operand = parse_selection(operand);
      } else if (kind == TokenKind::kLeftBracket) {
        operand = parse_index(operand);
      } else if (kind == TokenKind::kLeftBrace && tree_.is_type_name(operand)) {
        operand = parse_message(operand);
      } else {
        return operand;
      }
      check_height(operand);
    }
  }

  NodeId parse_selection(NodeId operand) {
    const Token dot = tokens_.next();
    const bool is_optional = tokens_.accept(TokenKind::kQuestion);
    const Token name = tokens_.peek();
    if (name.kind != TokenKind::kIdent && name.kind != TokenKind::kQuotedIdent) {
      tokens_.report_expected(kSelector);
      return operand;
    }
    tokens_.next();
    if (is_optional) return tree_.add_optional_select(operand, dot, name);
    if (name.kind == TokenKind::kIdent && tokens_.kind() == TokenKind::kLeftParen) return parse_call(operand, name);
    Node node = tree_.make_named(NodeKind::kSelect, operand, name);
    node.children = {operand};
    return tree_.add(std::move(node));
  }

  NodeId parse_call(NodeId receiver, const Token& name) {
    Node node = tree_.make_named(NodeKind::kCall, receiver, name);
    node.has_receiver = receiver != kNoNode;
    if (node.has_receiver) node.children.push_back(receiver);
    const Token opening = tokens_.next();
    if (tokens_.kind() != TokenKind::kRightParen) {
      do {
        node.children.push_back(parse_expression());
      } while (tokens_.accept(TokenKind::kComma));
    }
    node.end = tokens_.expect_close(opening, TokenKind::kRightParen, true);
    const NodeId id = tree_.add(std::move(node));
    if (!errors_.any()) expand_macro(tree_, id, options_.profile, errors_);
    return id;
  }

  NodeId parse_index(NodeId operand) {
    const Token opening = tokens_.next();
    const bool is_optional = tokens_.accept(TokenKind::kQuestion);
    const NodeId index = parse_expression();
    Token token = opening;
    token.end = tokens_.expect_close(opening, TokenKind::kRightBracket, false);
    const NodeId id = tree_.add_operator(is_optional ? "_[?_]" : "_[_]", token, {operand, index});
    tree_.node(id).name_begin = opening.begin;
    return id;
  }

  NodeId parse_message(NodeId type) {
    const Node& name = tree_.node(type);
    const std::uint32_t begin = name.begin;
    if (!errors_.any()) {
      errors_.report(kMessageLiteral, begin, name.end, text_.substr(begin, name.end - begin));
    }
    const Token opening = tokens_.next();
    while (tokens_.kind() != TokenKind::kRightBrace && tokens_.kind() != TokenKind::kEnd) {
      tokens_.accept(TokenKind::kQuestion);
      if (!tokens_.accept(TokenKind::kIdent) && !tokens_.accept(TokenKind::kQuotedIdent)) break;
      if (!tokens_.accept(TokenKind::kColon)) break;
      parse_expression();
      if (!tokens_.accept(TokenKind::kComma)) break;
    }
    return tree_.add_error(begin, tokens_.expect_close(opening, TokenKind::kRightBrace, true));
  }

  // Primaries.

  NodeId parse_primary() {
    const Token& token = tokens_.peek();
    switch (token.kind) {
      case TokenKind::kLeftParen:
        return parse_bracketed();
      case TokenKind::kLeftBracket:
        return parse_list();
      case TokenKind::kLeftBrace:
        return parse_map();
      case TokenKind::kDot:
      case TokenKind::kIdent:
        return parse_name();
      case TokenKind::kInt:
      case TokenKind::kUint:
      case TokenKind::kDouble:
      case TokenKind::kString:
      case TokenKind::kBytes:
      case TokenKind::kTrue:
      case TokenKind::kFalse:
      case TokenKind::kNull:
        return parse_literal();
      default:
        return parse_nothing();
    }
  }

  /// No value where one is needed. Operators are stepped over, so that what follows them is read.
  NodeId parse_nothing() {
    tokens_.report_expected(kOperand);
    const NodeId id = error_node();
    while (!starts_value(tokens_.kind())) {
      const TokenKind kind = tokens_.kind();
      if (closes(kind) || kind == TokenKind::kComma || kind == TokenKind::kColon || kind == TokenKind::kQuestion ||
          kind == TokenKind::kEnd) {
        return id;
      }
      tokens_.next();
    }
    return parse_primary();
  }

  NodeId parse_bracketed() {
    const Token opening = tokens_.next();
    const NodeId id = parse_expression();
    // Brackets belong to what they hold, so that quoting a node never cuts through them.
    Node& node = tree_.node(id);
    node.begin = opening.begin;
    node.end = tokens_.expect_close(opening, TokenKind::kRightParen, false);
    return id;
  }

  NodeId parse_name() {
    const Token first = tokens_.peek();
    const bool is_root = tokens_.accept(TokenKind::kDot);
    Token name = tokens_.peek();
    if (name.kind != TokenKind::kIdent) {
      tokens_.report_expected(is_root ? kSelector : kOperand);
      return error_node();
    }
    tokens_.next();
    if (is_reserved_word(name.text)) {
      errors_.report(kReservedWord, name.begin, name.end, name.text);
    }
    if (is_root) {
      name.begin = first.begin;
      name.text = "." + name.text;
    }
    if (tokens_.kind() == TokenKind::kLeftParen) return parse_call(kNoNode, name);
    return tree_.add(tree_.make_named(NodeKind::kIdent, kNoNode, name));
  }

  NodeId parse_literal() {
    const Token token = tokens_.next();
    const bool is_negative = std::exchange(negative_, false);
    Node node;
    node.begin = is_negative ? tokens_.at(tokens_.position() - 2).begin : token.begin;
    node.end = token.end;
    if (is_too_large(token, is_negative)) {
      errors_.report(kNumberOutOfRange, token.begin, token.end, tokens_.written(token), "int");
    }
    node.literal = literal_of(token, is_negative);
    return tree_.add(std::move(node));
  }

  NodeId parse_list() {
    const Token opening = tokens_.next();
    Node node;
    node.kind = NodeKind::kList;
    node.begin = opening.begin;
    while (tokens_.kind() != TokenKind::kRightBracket && tokens_.kind() != TokenKind::kEnd) {
      node.optional_entries.push_back(tokens_.accept(TokenKind::kQuestion));
      node.children.push_back(parse_expression());
      if (!tokens_.accept(TokenKind::kComma)) break;
    }
    node.end = tokens_.expect_close(opening, TokenKind::kRightBracket, true);
    return tree_.add(std::move(node));
  }

  NodeId parse_map() {
    const Token opening = tokens_.next();
    Node node;
    node.kind = NodeKind::kMap;
    node.begin = opening.begin;
    while (tokens_.kind() != TokenKind::kRightBrace && tokens_.kind() != TokenKind::kEnd) {
      node.optional_entries.push_back(tokens_.accept(TokenKind::kQuestion));
      node.children.push_back(parse_expression());
      if (!tokens_.accept(TokenKind::kColon)) {
        tokens_.report_expected(kColonWanted);
        tokens_.skip_to_boundary();
      } else {
        node.children.push_back(parse_expression());
      }
      if (!tokens_.accept(TokenKind::kComma)) break;
    }
    node.end = tokens_.expect_close(opening, TokenKind::kRightBrace, true);
    return tree_.add(std::move(node));
  }

  std::string_view text_;
  const ParseOptions& options_;
  SyntaxErrors& errors_;
  TokenReader tokens_;
  TreeBuilder tree_;
  std::uint32_t depth_ = 0;
  bool too_deep_ = false;
  bool negative_ = false;  ///< A minus right before the number that comes next.
};

}  // namespace

std::optional<Ast> parse(const diag::EmbeddedText& text, const ParseOptions& options, diag::Sink& sink) {
  SyntaxErrors errors(text, sink);
  if (text.text().size() > options.max_bytes) {
    errors.report(kTooLong, 0, 1, options.max_bytes);
    return std::nullopt;
  }
  Ast ast = Parser(text, options, errors).run();
  if (errors.any()) return std::nullopt;
  return ast;
}

}  // namespace kijun::cel
