#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/base/language.h"
#include "engine/cel/syntax_errors.h"
#include "engine/cel/token.h"

namespace kijun::cel {

/// Walks over the tokens of an expression, says what was expected where something else stands, and steps over what
/// cannot be read. A second complaint about the same token, be it the
/// lexer's or ours, is not reported.
class TokenReader {
 public:
  TokenReader(std::string_view text, std::vector<Token> tokens, SyntaxErrors& errors);

  /// The token `ahead` of the current one; the last one is `kEnd` and is never passed.
  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
  [[nodiscard]] TokenKind kind() const { return peek().kind; }
  [[nodiscard]] bool at_end() const { return kind() == TokenKind::kEnd; }
  /// The token stepped over last.
  [[nodiscard]] const Token& last() const { return tokens_[position_ - 1]; }
  [[nodiscard]] const Token& at(std::size_t position) const { return tokens_[position]; }
  [[nodiscard]] std::size_t position() const { return position_; }
  [[nodiscard]] std::string_view written(const Token& token) const {
    return text_.substr(token.begin, token.end - token.begin);
  }

  /// Steps over the current token and returns it.
  const Token& next();
  /// Steps over the current token when it is of this kind.
  bool accept(TokenKind kind);

  /// Reports that `wanted` should stand here.
  void report_expected(LocalizedView wanted);
  /// Steps over tokens up to a comma or closing bracket of this level.
  void skip_to_boundary();
  /// Something follows a complete expression: says so and steps over it when nothing can start with it.
  void recover_after_expression();
  /// Takes the closing bracket and returns its end, or says what is wrong: a bracket of a list also takes commas.
  std::uint32_t expect_close(const Token& opening, TokenKind closing, bool takes_commas);
  /// Gives up: goes to the end, and nothing more is reported there.
  void abandon();

 private:
  std::string_view text_;
  std::vector<Token> tokens_;
  SyntaxErrors& errors_;
  std::size_t position_ = 0;
  std::size_t last_error_ = static_cast<std::size_t>(-1);  ///< Token of the last complaint.
  bool abandoned_ = false;
};

/// True for `)`, `]` and `}`.
[[nodiscard]] bool closes(TokenKind kind);

}  // namespace kijun::cel
