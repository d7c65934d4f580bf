#include "engine/cel/token_reader.h"

#include <algorithm>
#include <string>
#include <utility>

namespace kijun::cel {
namespace {

constexpr LocalizedView kOperatorWanted{"演算子", "an operator"};

bool opens(TokenKind kind) {
  return kind == TokenKind::kLeftParen || kind == TokenKind::kLeftBracket || kind == TokenKind::kLeftBrace;
}

std::string_view closing_text(TokenKind closing) {
  if (closing == TokenKind::kRightParen) return ")";
  return closing == TokenKind::kRightBracket ? "]" : "}";
}

}  // namespace

bool closes(TokenKind kind) {
  return kind == TokenKind::kRightParen || kind == TokenKind::kRightBracket || kind == TokenKind::kRightBrace;
}

TokenReader::TokenReader(std::string_view text, std::vector<Token> tokens, SyntaxErrors& errors)
    : text_(text), tokens_(std::move(tokens)), errors_(errors) {}

const Token& TokenReader::peek(std::size_t ahead) const {
  return tokens_[std::min(position_ + ahead, tokens_.size() - 1)];
}

const Token& TokenReader::next() {
  const Token& token = peek();
  if (token.kind != TokenKind::kEnd) ++position_;
  return token;
}

bool TokenReader::accept(TokenKind wanted) {
  if (kind() != wanted) return false;
  ++position_;
  return true;
}

void TokenReader::report_expected(LocalizedView wanted) {
  if (position_ == last_error_ || abandoned_) return;
  last_error_ = position_;
  const Token& token = peek();
  if (errors_.reported_at(token.begin)) return;
  if (at_end()) {
    errors_.report(kUnexpectedEnd, token.begin, token.end, wanted.ja, wanted.en);
  } else {
    errors_.report(kUnexpectedToken, token.begin, token.end, wanted.ja, wanted.en, written(token));
  }
}

void TokenReader::skip_to_boundary() {
  for (int depth = 0; !at_end(); ++position_) {
    if (depth == 0 && (closes(kind()) || kind() == TokenKind::kComma)) return;
    if (opens(kind())) ++depth;
    if (closes(kind())) --depth;
  }
}

void TokenReader::recover_after_expression() {
  report_expected(kOperatorWanted);
  if (closes(kind()) || kind() == TokenKind::kComma || kind() == TokenKind::kColon) ++position_;
  last_error_ = position_;
}

std::uint32_t TokenReader::expect_close(const Token& opening, TokenKind closing, bool takes_commas) {
  if (kind() == closing) return next().end;
  if (!at_end()) {
    const std::string ja = "`,`か`" + std::string(closing_text(closing)) + "`";
    const std::string en = "`,` or `" + std::string(closing_text(closing)) + "`";
    report_expected(takes_commas ? LocalizedView{ja, en} : kOperatorWanted);
    skip_to_boundary();
    while (accept(TokenKind::kComma)) skip_to_boundary();
    if (kind() == closing) return next().end;
  }
  if (at_end() && !abandoned_ && last_error_ != position_) {
    last_error_ = position_;
    errors_.report(kUnclosedBracket, opening.begin, opening.end, written(opening), closing_text(closing));
  }
  return peek().begin;
}

void TokenReader::abandon() {
  position_ = tokens_.size() - 1;
  abandoned_ = true;
}

}  // namespace kijun::cel
