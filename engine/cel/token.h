#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kijun::cel {

/// Kinds of tokens (CEL langdef "Lexical analysis"). Reserved words are `kIdent`; the parser knows where they may stand.
enum class TokenKind : std::uint8_t {
  kEnd,
  kIdent,
  kQuotedIdent,  ///< `` `a-b` `` after a dot.
  kInt,
  kUint,
  kDouble,
  kString,
  kBytes,
  kTrue,
  kFalse,
  kNull,
  kIn,
  kAnd,
  kOr,
  kNot,
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kPlus,
  kMinus,
  kStar,
  kSlash,
  kPercent,
  kQuestion,
  kColon,
  kComma,
  kDot,
  kLeftParen,
  kRightParen,
  kLeftBracket,
  kRightBracket,
  kLeftBrace,
  kRightBrace,
};

/// One token. Offsets are bytes of the expression's text.
struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;           ///< Name in NFC, or the decoded string or bytes.
  std::uint64_t integer = 0;  ///< kInt (magnitude, up to 2^63), kUint.
  double number = 0;          ///< kDouble.
};

/// An operator or bracket and how it is written.
struct Punctuation {
  std::string_view text;
  TokenKind kind;
};

/// The operator or bracket that `text` starts with (longest match), or null.
[[nodiscard]] const Punctuation* find_punctuation(std::string_view text);

}  // namespace kijun::cel
