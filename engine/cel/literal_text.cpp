#include "engine/cel/literal_text.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace kijun::cel {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The value of `text` in the base, or nothing when it is too short or holds another character.
std::optional<std::uint32_t> digits(std::string_view text, std::size_t count, std::uint32_t base) {
  if (text.size() < count) return std::nullopt;
  std::uint32_t value = 0;
  for (const char written : text.substr(0, count)) {
    const char c = lower(written);
    std::uint32_t digit = base;
    if (c >= '0' && c <= '9') digit = static_cast<std::uint32_t>(c - '0');
    if (c >= 'a' && c <= 'f') digit = static_cast<std::uint32_t>(c - 'a') + 10;
    if (digit >= base) return std::nullopt;
    value = value * base + digit;
  }
  return value;
}

std::optional<char> simple_escape(char c) {
  switch (c) {
    case 'a':
      return '\a';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    case 'v':
      return '\v';
    case '\\':
    case '?':
    case '"':
    case '\'':
    case '`':
      return c;
    default:
      return std::nullopt;
  }
}

bool append_code_point(std::uint32_t value, std::string& out) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return false;
  append_utf8(out, static_cast<char32_t>(value));
  return true;
}

struct NumericEscape {
  std::size_t num_prefix = 2;  ///< Backslash and letter.
  std::size_t num_digits = 0;
  std::uint32_t base = 16;
  bool is_byte = false;  ///< In bytes literals the value is a byte.
};

std::optional<NumericEscape> numeric_escape(char c) {
  if (c == 'x' || c == 'X') return NumericEscape{2, 2, 16, true};
  if (c == 'u') return NumericEscape{2, 4, 16, false};
  if (c == 'U') return NumericEscape{2, 8, 16, false};
  if (c >= '0' && c <= '3') return NumericEscape{1, 3, 8, true};
  return std::nullopt;
}

}  // namespace

std::optional<StringForm> string_form(std::string_view text) {
  StringForm form;
  if (form.prefix_size < text.size() && lower(text[form.prefix_size]) == 'b') {
    form.is_bytes = true;
    ++form.prefix_size;
  }
  if (form.prefix_size < text.size() && lower(text[form.prefix_size]) == 'r') {
    form.is_raw = true;
    ++form.prefix_size;
  }
  const std::string_view rest = text.substr(form.prefix_size);
  if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) return std::nullopt;
  form.quote = rest[0];
  form.is_triple = rest.size() >= 3 && rest[1] == form.quote && rest[2] == form.quote;
  return form;
}

std::optional<std::size_t> string_size(std::string_view text, const StringForm& form) {
  const std::string closing(form.quote_size(), form.quote);
  for (std::size_t i = form.prefix_size + form.quote_size(); i < text.size(); ++i) {
    if (text.substr(i, closing.size()) == closing) return i + closing.size();
    const bool is_line_end = text[i] == '\n' || text[i] == '\r';
    if (is_line_end && !form.is_triple) return std::nullopt;
    const bool escapes_next = text[i] == '\\' && !form.is_raw && i + 1 < text.size();
    if (escapes_next && (form.is_triple || (text[i + 1] != '\n' && text[i + 1] != '\r'))) ++i;
  }
  return std::nullopt;
}

Escape decode_escape(std::string_view text, bool is_bytes, std::string& out) {
  if (text.size() < 2) return {text.size(), false};
  if (const std::optional<char> plain = simple_escape(text[1])) {
    out += *plain;
    return {2, true};
  }
  const std::optional<NumericEscape> form = numeric_escape(text[1]);
  if (!form) {
    const auto decoded = decode_utf8(text.substr(1));
    return {1 + (decoded ? decoded->num_bytes : 1), false};
  }
  const std::size_t size = form->num_prefix + form->num_digits;
  const std::optional<std::uint32_t> value = digits(text.substr(form->num_prefix), form->num_digits, form->base);
  if (!value) return {std::min(text.size(), form->num_prefix), false};
  if (is_bytes && form->is_byte) {
    out += static_cast<char>(static_cast<unsigned char>(*value));
    return {size, true};
  }
  // langdef keeps code point escapes out of bytes literals.
  return {size, !is_bytes && append_code_point(*value, out)};
}

}  // namespace kijun::cel
