#include "engine/toml/literal.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/utf8.h"

namespace kijun::toml_doc {
namespace {

bool is_triple(std::string_view text, std::size_t begin) {
  return text.size() - begin >= 3 && text[begin + 1] == text[begin] && text[begin + 2] == text[begin];
}

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

std::size_t skip_single_line(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t i = begin + 1; i < text.size() && !is_line_end(text[i]); ++i) {
    if (text[i] == quote) return i + 1;
    if (quote == '"' && text[i] == '\\' && i + 1 < text.size() && !is_line_end(text[i + 1])) ++i;
  }
  return std::min(text.find_first_of("\r\n", begin), text.size());
}

std::size_t skip_multi_line(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t i = begin + 3; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote && is_triple(text, i)) {
      // One or two quotes may stand directly before the closing ones.
      std::size_t end = i + 3;
      while (end < i + 5 && end < text.size() && text[end] == quote) ++end;
      return end;
    }
  }
  return text.size();
}

// Decodes the body of one literal, keeping for every decoded byte where its source bytes begin and end.
class Decoder {
 public:
  Decoder(const diag::Source& source, std::size_t begin, std::size_t end)
      : source_(source), text_(source.text()), is_basic_(text_[begin] == '"') {
    is_multi_line_ = end - begin >= 6 && is_triple(text_, begin);
    const std::size_t num_quotes = is_multi_line_ ? 3 : 1;
    place_ = begin + num_quotes;
    end_ = std::max(place_, end - num_quotes);
    if (is_multi_line_) place_ += line_end_at(place_);
  }

  diag::EmbeddedText decode() {
    const std::string_view body = text_.substr(place_, end_ - place_);
    if (body.find_first_of(is_basic_ ? "\\\r" : "\r") == std::string_view::npos) {
      return diag::EmbeddedText::verbatim(source_, place_, end_);
    }
    while (place_ < end_) {
      if (is_basic_ && text_[place_] == '\\') {
        if (!skip_line_ending_backslash()) decode_escape();
      } else if (const std::size_t size = line_end_at(place_); size > 0) {
        emit('\n', place_, place_ + size);
        place_ += size;
      } else {
        emit(text_[place_], place_, place_ + 1);
        ++place_;
      }
    }
    offsets_.push_back(end_);
    if (!skipped_) ends_.clear();
    return {std::move(decoded_), &source_, std::move(offsets_), std::move(ends_)};
  }

 private:
  // Bytes of the line end at `place`: 2, 1 or 0.
  [[nodiscard]] std::size_t line_end_at(std::size_t place) const {
    if (place >= end_) return 0;
    if (text_[place] == '\n') return 1;
    return text_[place] == '\r' && place + 1 < end_ && text_[place + 1] == '\n' ? 2 : 0;
  }

  void emit(char byte, std::size_t begin, std::size_t end) {
    decoded_ += byte;
    offsets_.push_back(begin);
    ends_.push_back(end);
  }

  // A backslash at the end of a line drops everything up to the next character that is no white space.
  bool skip_line_ending_backslash() {
    const std::size_t next = std::min(text_.find_first_not_of(" \t", place_ + 1), end_);
    if (!is_multi_line_ || line_end_at(next) == 0) return false;
    place_ = std::min(text_.find_first_not_of(" \t\r\n", next), end_);
    skipped_ = true;
    return true;
  }

  void decode_escape() {
    const std::size_t begin = place_;
    const char kind = begin + 1 < end_ ? text_[begin + 1] : '\\';
    const std::size_t num_digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    place_ = std::min(begin + 2 + num_digits, end_);
    std::string bytes;
    if (num_digits > 0) {
      append_utf8(bytes, scalar_value(text_.substr(begin + 2, place_ - begin - 2)));
    } else {
      bytes = unescape(kind);
    }
    for (const char byte : bytes) emit(byte, begin, place_);
  }

  // Digits that name no scalar value are a syntax error, which the parser has already reported.
  static char32_t scalar_value(std::string_view digits) {
    char32_t value = 0;
    for (const char c : digits) {
      const bool is_digit = c >= '0' && c <= '9';
      value = value * 16 + static_cast<char32_t>(is_digit ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    const bool is_scalar = value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    return is_scalar ? value : U'\uFFFD';
  }

  static char unescape(char kind) {
    switch (kind) {
      case 'b':
        return '\b';
      case 't':
        return '\t';
      case 'n':
        return '\n';
      case 'f':
        return '\f';
      case 'r':
        return '\r';
      default:
        return kind;
    }
  }

  const diag::Source& source_;
  std::string_view text_;
  bool is_basic_;
  bool is_multi_line_ = false;
  std::size_t place_ = 0;
  std::size_t end_ = 0;
  bool skipped_ = false;
  std::string decoded_;
  std::vector<std::size_t> offsets_;
  std::vector<std::size_t> ends_;
};

}  // namespace

std::size_t skip_string(std::string_view text, std::size_t begin) {
  return is_triple(text, begin) ? skip_multi_line(text, begin) : skip_single_line(text, begin);
}

diag::EmbeddedText decode_string(const diag::Source& source, std::size_t begin, std::size_t end) {
  return Decoder(source, begin, end).decode();
}

std::string string_literal(std::string_view text) {
  constexpr char kSpace = ' ';
  constexpr char kDelete = '\x7F';
  std::string literal = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      literal += '\\';
      literal += c;
    } else if (c == '\n') {
      literal += "\\n";
    } else if (c == '\r') {
      literal += "\\r";
    } else if (c == '\t') {
      literal += "\\t";
    } else if (static_cast<unsigned char>(c) < kSpace || c == kDelete) {
      literal += fmt::format("\\u{:04X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      literal += c;
    }
  }
  return literal + '"';
}

std::string float_literal(double number) {
  const std::string digits = fmt::format("{}", number);
  return digits.find_first_of(".en") == std::string::npos ? digits + ".0" : digits;  // also `inf` and `nan`
}

}  // namespace kijun::toml_doc
