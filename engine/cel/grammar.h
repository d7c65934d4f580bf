#pragma once

#include <string_view>

#include "engine/cel/ast.h"
#include "engine/cel/token.h"

namespace kijun::cel {

/// A binary operator below `&&`: relations are level 1, `+ -` 2, `* / %` 3 (langdef "Syntax"). All are left-associative.
struct BinaryOperator {
  TokenKind token;
  std::string_view name;
  int level;
};
inline constexpr int kLowestLevel = 1;
inline constexpr int kHighestLevel = 3;

/// The operator of a token at a level, or null.
[[nodiscard]] const BinaryOperator* find_binary(TokenKind token, int level);

/// True for words that CEL keeps for host languages: they may follow a dot but not stand alone.
[[nodiscard]] bool is_reserved_word(std::string_view word);

/// True when a value can start with this token.
[[nodiscard]] bool starts_value(TokenKind token);

/// True when `text` is `word` (lower case) in any mix of cases.
[[nodiscard]] bool is_word(std::string_view text, std::string_view word);

/// The value of a literal token; `is_negative` when a minus stands right before it.
[[nodiscard]] Literal literal_of(const Token& token, bool is_negative);

/// True for 9223372036854775808, which is an int only behind a minus.
[[nodiscard]] bool is_too_large(const Token& token, bool is_negative);

}  // namespace kijun::cel
