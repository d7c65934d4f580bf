#include "engine/toml/plain.h"

#include <algorithm>
#include <cstdint>

#include "engine/base/ascii.h"
#include "engine/toml/bare_key.h"

// Most of what people write in TOML is a small part of the language, and toml++ takes half of the time it takes to load
// a pack. This recogniser reads that part in one pass and leaves everything else, above all what may be wrong, to
// toml++: it never has to explain itself, only never to accept what TOML refuses. Fractions are bounded to digits that a
// double holds exactly, so that every reader agrees on their value.
namespace kijun::toml_doc {
namespace {

constexpr std::size_t kMostIntDigits = 18;
constexpr std::size_t kMostFractionDigits = 15;

// Control characters but for the tab.
bool is_control_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7F;
}

class PlainReader {
 public:
  explicit PlainReader(std::string_view text) : text_(text) {}

  bool read_document() {
    while (place_ < text_.size()) {
      skip_spaces();
      if (at('[')) {
        if (!read_header()) return false;
      } else if (place_ < text_.size() && is_bare_key_byte(text_[place_])) {
        if (!read_key_value()) return false;
      }
      skip_spaces();
      if (!read_line_end()) return false;
    }
    return true;
  }

 private:
  [[nodiscard]] bool at(char c) const { return place_ < text_.size() && text_[place_] == c; }
  bool take(char c) {
    if (!at(c)) return false;
    ++place_;
    return true;
  }
  void skip_spaces() {
    while (at(' ') || at('\t')) ++place_;
  }

  // A comment, then a line feed (after a carriage return or not) or the end of the text.
  bool read_line_end() {
    if (at('#')) {
      while (place_ < text_.size() && !is_control_byte(text_[place_])) ++place_;
    }
    if (place_ == text_.size()) return true;
    if (at('\r')) ++place_;
    return take('\n');
  }

  // White space, comments and line ends, as they may stand in an array.
  bool skip_lines() {
    while (true) {
      skip_spaces();
      if (!at('#') && !at('\r') && !at('\n')) return true;
      if (!read_line_end()) return false;
    }
  }

  bool read_key() {
    const std::size_t begin = place_;
    while (place_ < text_.size() && is_bare_key_byte(text_[place_])) ++place_;
    return place_ > begin;
  }

  bool read_header() {
    const bool is_array = text_.substr(place_, 2) == "[[";
    place_ += is_array ? 2 : 1;
    do {
      if (!read_key()) return false;
    } while (take('.'));
    return take(']') && (!is_array || take(']'));
  }

  bool read_key_value() {
    if (!read_key()) return false;
    skip_spaces();
    if (!take('=')) return false;
    skip_spaces();
    return read_value();
  }

  bool read_value() {
    if (place_ >= text_.size()) return false;
    switch (text_[place_]) {
      case '"':
      case '\'':
        return read_string(text_[place_]);
      case '[':
        return read_array();
      case '{':
        return read_inline_table();
      default:
        return read_scalar();
    }
  }

  bool read_string(char quote) {
    const bool is_multi_line = place_ + 2 < text_.size() && text_[place_ + 1] == quote && text_[place_ + 2] == quote;
    if (is_multi_line) return read_multi_line_string(quote);
    ++place_;
    while (place_ < text_.size() && text_[place_] != quote) {
      if (is_control_byte(text_[place_])) return false;
      if (quote == '"' && at('\\') && !take_escape()) return false;
      ++place_;
    }
    return take(quote);
  }

  bool read_multi_line_string(char quote) {
    place_ += 3;
    while (place_ < text_.size()) {
      if (at(quote) && place_ + 2 < text_.size() && text_[place_ + 1] == quote && text_[place_ + 2] == quote) {
        place_ += 3;
        return !at(quote);  // "quotes directly before the closing ones" are not plain
      }
      const bool is_line_end = at('\n') || (at('\r') && place_ + 1 < text_.size() && text_[place_ + 1] == '\n');
      if (!is_line_end && is_control_byte(text_[place_])) return false;
      if (quote == '"' && at('\\') && !take_escape()) return false;
      ++place_;
    }
    return false;
  }

  // Goes from a backslash to the character behind it, which has to be a short escape.
  bool take_escape() {
    ++place_;
    return place_ < text_.size() && std::string_view("btnfr\"\\").find(text_[place_]) != std::string_view::npos;
  }

  bool read_array() {
    ++place_;
    while (true) {
      if (!skip_lines()) return false;
      if (take(']')) return true;
      if (!read_value() || !skip_lines()) return false;
      if (!take(',')) return take(']');
    }
  }

  bool read_inline_table() {
    ++place_;
    skip_spaces();
    if (take('}')) return true;
    while (true) {
      if (!read_key_value()) return false;
      skip_spaces();
      if (take('}')) return true;
      if (!take(',')) return false;
      skip_spaces();
    }
  }

  bool read_scalar() {
    const std::size_t end = std::min(text_.find_first_of(" \t\r\n,]}#", place_), text_.size());
    const bool is_scalar = read_plain_scalar(text_.substr(place_, end - place_)).has_value();
    place_ = end;
    return is_scalar;
  }

  std::string_view text_;
  std::size_t place_ = 0;
};

bool are_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

// 0, or digits that do not begin with 0.
bool is_whole(std::string_view text) { return are_digits(text) && (text.size() == 1 || text.front() != '0'); }

template <class Number>
std::optional<PlainScalar> number_of(std::string_view literal) {
  const std::optional<Number> number = to_number<Number>(literal);
  return number ? std::optional(PlainScalar(*number)) : std::nullopt;
}

std::optional<PlainScalar> read_number(std::string_view literal) {
  const std::string_view digits = literal.substr(literal.front() == '-' ? 1 : 0);
  const std::size_t point = digits.find('.');
  if (point == std::string_view::npos) {
    if (!is_whole(digits) || digits.size() > kMostIntDigits) return std::nullopt;
    return number_of<std::int64_t>(literal);
  }
  const bool is_fraction = is_whole(digits.substr(0, point)) && are_digits(digits.substr(point + 1));
  if (!is_fraction || digits.size() > kMostFractionDigits) return std::nullopt;
  return number_of<double>(literal);
}

}  // namespace

bool is_plain(std::string_view text) { return PlainReader(text).read_document(); }

std::optional<PlainScalar> read_plain_scalar(std::string_view literal) {
  constexpr std::size_t kDateLength = 10;
  if (literal.empty()) return std::nullopt;
  if (literal == "true" || literal == "false") return PlainScalar(literal == "true");
  if (literal.size() != kDateLength || literal[4] != '-' || literal[7] != '-') return read_number(literal);
  const auto date = Date::parse_iso(literal);
  return date ? std::optional<PlainScalar>(*date) : std::nullopt;
}

}  // namespace kijun::toml_doc
