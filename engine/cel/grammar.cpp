#include "engine/cel/grammar.h"

#include <algorithm>
#include <array>
#include <variant>

namespace kijun::cel {
namespace {

constexpr std::array<std::string_view, 17> kReserved{"as",        "break",  "const",  "continue", "else", "for",
                                                     "function",  "if",     "import", "let",      "loop", "package",
                                                     "namespace", "return", "var",    "void",     "while"};

constexpr std::array kBinary{
    BinaryOperator{TokenKind::kEqual, "_==_", 1},  BinaryOperator{TokenKind::kNotEqual, "_!=_", 1},
    BinaryOperator{TokenKind::kLess, "_<_", 1},    BinaryOperator{TokenKind::kLessEqual, "_<=_", 1},
    BinaryOperator{TokenKind::kGreater, "_>_", 1}, BinaryOperator{TokenKind::kGreaterEqual, "_>=_", 1},
    BinaryOperator{TokenKind::kIn, "@in", 1},      BinaryOperator{TokenKind::kPlus, "_+_", 2},
    BinaryOperator{TokenKind::kMinus, "_-_", 2},   BinaryOperator{TokenKind::kStar, "_*_", 3},
    BinaryOperator{TokenKind::kSlash, "_/_", 3},   BinaryOperator{TokenKind::kPercent, "_%_", 3},
};

constexpr std::uint64_t kMinMagnitude = std::uint64_t{1} << 63;

}  // namespace

const BinaryOperator* find_binary(TokenKind token, int level) {
  const auto* found = std::find_if(kBinary.begin(), kBinary.end(), [&](const BinaryOperator& entry) {
    return entry.token == token && entry.level == level;
  });
  return found == kBinary.end() ? nullptr : found;
}

bool is_reserved_word(std::string_view word) {
  return std::find(kReserved.begin(), kReserved.end(), word) != kReserved.end();
}

bool starts_value(TokenKind token) {
  switch (token) {
    case TokenKind::kIdent:
    case TokenKind::kInt:
    case TokenKind::kUint:
    case TokenKind::kDouble:
    case TokenKind::kString:
    case TokenKind::kBytes:
    case TokenKind::kTrue:
    case TokenKind::kFalse:
    case TokenKind::kNull:
    case TokenKind::kDot:
    case TokenKind::kLeftParen:
    case TokenKind::kLeftBracket:
    case TokenKind::kLeftBrace:
      return true;
    default:
      return false;
  }
}

bool is_word(std::string_view text, std::string_view word) {
  return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                    [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && a - 'A' + 'a' == b); });
}

Literal literal_of(const Token& token, bool is_negative) {
  switch (token.kind) {
    case TokenKind::kTrue:
    case TokenKind::kFalse:
      return token.kind == TokenKind::kTrue;
    case TokenKind::kUint:
      return token.integer;
    case TokenKind::kDouble:
      return is_negative ? -token.number : token.number;
    case TokenKind::kString:
      return token.text;
    case TokenKind::kBytes:
      return Bytes{token.text};
    case TokenKind::kInt:
      // The magnitude fits after the sign; two's complement does the rest.
      return static_cast<std::int64_t>(is_negative ? ~token.integer + 1 : token.integer);
    default:
      return std::monostate{};
  }
}

bool is_too_large(const Token& token, bool is_negative) {
  return token.kind == TokenKind::kInt && token.integer == kMinMagnitude && !is_negative;
}

}  // namespace kijun::cel
