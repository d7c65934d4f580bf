#include "engine/cel/lexer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/base/unicode.h"
#include "engine/base/utf8.h"
#include "engine/cel/full_width.h"
#include "engine/cel/literal_text.h"

namespace kijun::cel {
namespace {

// Longest first, so that the first match is the longest.
constexpr std::array kPunctuation{
    Punctuation{"&&", TokenKind::kAnd},        Punctuation{"||", TokenKind::kOr},
    Punctuation{"==", TokenKind::kEqual},      Punctuation{"!=", TokenKind::kNotEqual},
    Punctuation{"<=", TokenKind::kLessEqual},  Punctuation{">=", TokenKind::kGreaterEqual},
    Punctuation{"<", TokenKind::kLess},        Punctuation{">", TokenKind::kGreater},
    Punctuation{"!", TokenKind::kNot},         Punctuation{"+", TokenKind::kPlus},
    Punctuation{"-", TokenKind::kMinus},       Punctuation{"*", TokenKind::kStar},
    Punctuation{"/", TokenKind::kSlash},       Punctuation{"%", TokenKind::kPercent},
    Punctuation{"?", TokenKind::kQuestion},    Punctuation{":", TokenKind::kColon},
    Punctuation{",", TokenKind::kComma},       Punctuation{".", TokenKind::kDot},
    Punctuation{"(", TokenKind::kLeftParen},   Punctuation{")", TokenKind::kRightParen},
    Punctuation{"[", TokenKind::kLeftBracket}, Punctuation{"]", TokenKind::kRightBracket},
    Punctuation{"{", TokenKind::kLeftBrace},   Punctuation{"}", TokenKind::kRightBrace},
};

/// Operators of other languages and what they are here.
struct Foreign {
  std::string_view text;
  std::string_view meant;
};
constexpr std::array kForeign{
    Foreign{"===", "=="}, Foreign{"!==", "!="}, Foreign{"=<", "<="}, Foreign{"=>", ">="},
    Foreign{"<>", "!="},  Foreign{"&", "&&"},   Foreign{"|", "||"},  Foreign{"=", "=="},
};

/// The operator of another language that `text` starts with, or null.
const Foreign* find_foreign(std::string_view text) {
  // `==` and `&&` are ours; what they are prefixes of comes first in the table.
  for (const Foreign& entry : kForeign) {
    if (!text.starts_with(entry.text)) continue;
    const Punctuation* own = find_punctuation(text);
    return own != nullptr && own->text.size() >= entry.text.size() ? nullptr : &entry;
  }
  return nullptr;
}

bool is_ascii_start(char c) { return c == '_' || is_letter(c); }
bool is_ascii_continue(char c) { return is_ascii_start(c) || is_digit(c); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

class Lexer {
 public:
  Lexer(const diag::EmbeddedText& text, bool profile, SyntaxErrors& errors)
      : text_(text.text()), profile_(profile), errors_(errors) {}

  std::vector<Token> run() {
    while (skip_blanks()) {
      if (lex_string() || lex_number() || lex_identifier() || lex_quoted() || lex_foreign() || lex_punctuation() ||
          lex_full_width()) {
        continue;
      }
      report_character();
    }
    tokens_.push_back(make(TokenKind::kEnd, text_.size(), text_.size()));
    return std::move(tokens_);
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(position_); }
  [[nodiscard]] char at(std::size_t offset) const {
    return position_ + offset < text_.size() ? text_[position_ + offset] : '\0';
  }
  static Token make(TokenKind kind, std::size_t begin, std::size_t end) {
    return {kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), {}, 0, 0};
  }
  /// Adds a token of the next `size` bytes and steps over them.
  Token& add(TokenKind kind, std::size_t size) {
    tokens_.push_back(make(kind, position_, position_ + size));
    position_ += size;
    return tokens_.back();
  }

  /// Steps over white space and comments; false at the end of the text.
  bool skip_blanks() {
    while (position_ < text_.size()) {
      if (is_blank(text_[position_])) {
        ++position_;
      } else if (rest().starts_with("//")) {
        position_ = std::min(text_.find_first_of("\r\n", position_), text_.size());
      } else {
        return true;
      }
    }
    return false;
  }

  bool lex_string() {
    const std::optional<StringForm> form = string_form(rest());
    if (!form) return false;
    const std::optional<std::size_t> size = string_size(rest(), *form);
    const std::size_t opening = form->prefix_size + form->quote_size();
    if (!size) {
      const std::size_t line_end =
          form->is_triple ? text_.size() : std::min(text_.find_first_of("\r\n", position_), text_.size());
      errors_.report(kUnterminatedString, position_, position_ + opening, std::string(form->quote_size(), form->quote));
      add(form->is_bytes ? TokenKind::kBytes : TokenKind::kString, line_end - position_);
      return true;
    }
    std::string value = decode(position_ + opening, position_ + *size - form->quote_size(), *form);
    add(form->is_bytes ? TokenKind::kBytes : TokenKind::kString, *size).text = std::move(value);
    return true;
  }

  /// The value of the characters between the quotation marks. A line break is LF, however the file ends its lines: a
  /// rule must not mean something else after a trip through another editor (langdef is silent, cel-go does the same).
  std::string decode(std::size_t begin, std::size_t end, const StringForm& form) {
    std::string value;
    while (begin < end) {
      if (text_[begin] == '\r') {
        value += '\n';
        begin += begin + 1 < end && text_[begin + 1] == '\n' ? 2U : 1U;
        continue;
      }
      if (text_[begin] != '\\' || form.is_raw) {
        value += text_[begin++];
        continue;
      }
      const Escape escape = decode_escape(text_.substr(begin, end - begin), form.is_bytes, value);
      if (!escape.valid) {
        errors_.report(kBadEscape, begin, begin + escape.num_bytes, text_.substr(begin, escape.num_bytes));
      }
      begin += escape.num_bytes;
    }
    return value;
  }

  bool lex_number() {
    if (!is_digit(at(0)) && !(at(0) == '.' && is_digit(at(1)))) return false;
    const bool is_hex = at(0) == '0' && (at(1) == 'x' || at(1) == 'X');
    bool is_double = false;
    std::size_t size = is_hex ? hex_size() : decimal_size(is_double);
    const std::size_t digits_end = size;
    const bool is_uint = !is_double && (at(size) == 'u' || at(size) == 'U');
    if (is_uint) ++size;
    const std::size_t word_end = identifier_size(size);
    if ((is_hex && digits_end == 2) || word_end > size) {
      size = std::max(size, word_end);
      errors_.report(kBadNumber, position_, position_ + size, rest().substr(0, size));
      add(TokenKind::kInt, size);
      return true;
    }
    if (is_double) return lex_double(size);
    return lex_integer(size, rest().substr(is_hex ? 2 : 0, digits_end - (is_hex ? 2 : 0)), is_hex ? 16 : 10, is_uint);
  }

  [[nodiscard]] std::size_t hex_size() const {
    std::size_t size = 2;
    while (is_hex_digit(at(size))) ++size;
    return size;
  }

  std::size_t decimal_size(bool& is_double) const {
    std::size_t size = 0;
    while (is_digit(at(size))) ++size;
    if (at(size) == '.' && is_digit(at(size + 1))) {
      is_double = true;
      ++size;
      while (is_digit(at(size))) ++size;
    }
    const std::size_t sign = at(size + 1) == '+' || at(size + 1) == '-' ? 1 : 0;
    if ((at(size) == 'e' || at(size) == 'E') && is_digit(at(size + 1 + sign))) {
      is_double = true;
      size += 1 + sign;
      while (is_digit(at(size))) ++size;
    }
    return size;
  }

  bool lex_double(std::size_t size) {
    const std::string_view written = rest().substr(0, size);
    double value = 0;
    const auto result = std::from_chars(written.data(), written.data() + written.size(), value);
    // A value too small for a double is zero; one too large has no value.
    const bool too_large = result.ec == std::errc::result_out_of_range && !is_tiny(written);
    if (too_large) errors_.report(kNumberOutOfRange, position_, position_ + size, written, "double");
    add(TokenKind::kDouble, size).number = result.ec == std::errc() ? value : 0;
    return true;
  }

  static bool is_tiny(std::string_view written) {
    return written.find("e-") != std::string_view::npos || written.find("E-") != std::string_view::npos ||
           written.starts_with("0.") || written.starts_with(".");
  }

  bool lex_integer(std::size_t size, std::string_view digits, int base, bool is_uint) {
    constexpr std::uint64_t kMaxMagnitude = std::uint64_t{1} << 63;
    std::uint64_t value = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (result.ec != std::errc() || (!is_uint && value > kMaxMagnitude)) {
      errors_.report(kNumberOutOfRange, position_, position_ + size, rest().substr(0, size), is_uint ? "uint" : "int");
      value = 0;
    }
    add(is_uint ? TokenKind::kUint : TokenKind::kInt, size).integer = value;
    return true;
  }

  /// End of the identifier characters that start `offset` bytes ahead.
  [[nodiscard]] std::size_t identifier_size(std::size_t offset) const {
    while (position_ + offset < text_.size()) {
      if (is_ascii_continue(at(offset))) {
        ++offset;
        continue;
      }
      const auto decoded = profile_ ? decode_utf8(rest().substr(offset)) : std::nullopt;
      if (!decoded || decoded->num_bytes == 1 || !is_identifier_continue(decoded->code_point)) break;
      offset += decoded->num_bytes;
    }
    return offset;
  }

  bool lex_identifier() {
    if (!is_ascii_start(at(0))) {
      const auto decoded = profile_ ? decode_utf8(rest()) : std::nullopt;
      if (!decoded || decoded->num_bytes == 1 || !is_identifier_start(decoded->code_point)) return false;
    }
    const std::size_t size = identifier_size(0);
    std::string name = name_of(rest().substr(0, size));
    const TokenKind kind = keyword(name);
    add(kind, size).text = std::move(name);
    return true;
  }

  /// The identifier in NFC; full-width letters and digits in it are reported and replaced.
  std::string name_of(std::string_view written) {
    if (is_ascii(written)) return std::string(written);
    std::string name;
    bool has_full_width = false;
    for (std::size_t i = 0; i < written.size();) {
      const DecodedCodePoint decoded = decode_utf8(written.substr(i)).value_or(DecodedCodePoint{0, 1});
      const std::string_view ascii = ascii_meant(decoded.code_point);
      has_full_width = has_full_width || !ascii.empty();
      name += ascii.empty() ? written.substr(i, decoded.num_bytes) : ascii;
      i += decoded.num_bytes;
    }
    if (has_full_width) {
      errors_.report(kFullWidthCharacter, position_, position_ + written.size(), written, name);
    }
    return nfc(name);
  }

  static TokenKind keyword(std::string_view name) {
    if (name == "true") return TokenKind::kTrue;
    if (name == "false") return TokenKind::kFalse;
    if (name == "null") return TokenKind::kNull;
    return name == "in" ? TokenKind::kIn : TokenKind::kIdent;
  }

  bool lex_quoted() {
    if (at(0) != '`') return false;
    std::size_t size = 1;
    const auto allowed = [](char c) {
      return is_ascii_continue(c) || std::string_view("._-/ ").find(c) != std::string_view::npos;
    };
    while (allowed(at(size)) && position_ + size < text_.size()) ++size;
    if (size == 1 || at(size) != '`') {
      errors_.report(kUnexpectedCharacter, position_, position_ + 1, "`");
      ++position_;
      return true;
    }
    std::string name(rest().substr(1, size - 1));
    add(TokenKind::kQuotedIdent, size + 1).text = std::move(name);
    return true;
  }

  bool lex_foreign() {
    const Foreign* found = find_foreign(rest());
    if (found == nullptr) return false;
    errors_.report(kForeignOperator, position_, position_ + found->text.size(), found->text, found->meant);
    add(find_punctuation(found->meant)->kind, found->text.size());
    return true;
  }

  bool lex_punctuation() {
    const Punctuation* found = find_punctuation(rest());
    if (found == nullptr) return false;
    add(found->kind, found->text.size());
    return true;
  }

  bool lex_full_width() {
    const FullWidthRun run = full_width_run(rest());
    if (run.num_bytes == 0) return false;
    if (lex_typographic_string()) return true;
    const std::string_view written = rest().substr(0, run.num_bytes);
    const std::size_t begin = position_;
    const std::string meant = add_meant(run);
    errors_.report(kFullWidthCharacter, begin, begin + run.num_bytes, written, meant);
    return true;
  }

  /// Adds the tokens that a full-width run stands for; each covers the whole run. Gives the text to write instead.
  std::string add_meant(const FullWidthRun& run) {
    const std::size_t begin = position_;
    std::string meant;
    for (std::string_view left = run.ascii; !left.empty();) {
      const Foreign* foreign = find_foreign(left);
      const Punctuation* found = find_punctuation(foreign != nullptr ? foreign->meant : left);
      std::string_view part = left;
      if (found != nullptr) part = foreign != nullptr ? foreign->text : found->text;
      position_ = begin;
      if (found != nullptr) {
        add(found->kind, run.num_bytes);
      } else if (is_digit(left.front())) {
        add(TokenKind::kInt, run.num_bytes);
      } else if (is_ascii_start(left.front())) {
        add(TokenKind::kIdent, run.num_bytes).text = left;
      }
      meant += found != nullptr ? found->text : part;
      left.remove_prefix(part.size());
    }
    position_ = begin + run.num_bytes;
    return meant.find_first_not_of(' ') == std::string::npos ? " " : meant;
  }

  /// A string between typographic quotation marks: 「設置」.
  bool lex_typographic_string() {
    const DecodedCodePoint opening = decode_utf8(rest()).value_or(DecodedCodePoint{});
    const char32_t closing = closing_quote(opening.code_point);
    if (closing == 0) return false;
    std::string closing_text;
    append_utf8(closing_text, closing);
    const std::size_t end = rest().find(closing_text, opening.num_bytes);
    const std::size_t line_end = std::min(rest().find('\n'), rest().size());
    if (end == std::string_view::npos || end > line_end) return false;
    const std::string content(rest().substr(opening.num_bytes, end - opening.num_bytes));
    const std::size_t size = end + closing_text.size();
    errors_.report(kFullWidthCharacter, position_, position_ + size, rest().substr(0, size), "\"" + content + "\"");
    add(TokenKind::kString, size).text = content;
    return true;
  }

  void report_character() {
    const std::optional<DecodedCodePoint> decoded = decode_utf8(rest());
    const std::size_t size = decoded ? decoded->num_bytes : 1;
    errors_.report(kUnexpectedCharacter, position_, position_ + size,
                   decoded ? escape_controls(rest().substr(0, size)) : std::string("\\x??"));
    position_ += size;
  }

  std::string_view text_;
  bool profile_;
  SyntaxErrors& errors_;
  std::size_t position_ = 0;
  std::vector<Token> tokens_;
};

}  // namespace

const Punctuation* find_punctuation(std::string_view text) {
  for (const Punctuation& entry : kPunctuation) {
    if (text.starts_with(entry.text)) return &entry;
  }
  return nullptr;
}

std::vector<Token> tokenize(const diag::EmbeddedText& text, bool profile, SyntaxErrors& errors) {
  return Lexer(text, profile, errors).run();
}

}  // namespace kijun::cel
