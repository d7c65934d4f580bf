#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kijun::cel {

/// A string or bytes literal as it is written.
struct StringForm {
  bool is_bytes = false;
  bool is_raw = false;
  char quote = '"';
  bool is_triple = false;
  std::size_t prefix_size = 0;  ///< Bytes before the first quotation mark.

  [[nodiscard]] std::size_t quote_size() const { return is_triple ? 3 : 1; }
};

/// How the literal at the start of `text` is written, or nothing when no string starts there.
[[nodiscard]] std::optional<StringForm> string_form(std::string_view text);

/// Length of the whole literal at the start of `text`, quotation marks included, or nothing when it is not closed.
[[nodiscard]] std::optional<std::size_t> string_size(std::string_view text, const StringForm& form);

/// One decoded escape sequence.
struct Escape {
  std::size_t num_bytes = 0;  ///< Of the sequence in the source.
  bool valid = false;
};

/// Decodes the escape at the start of `text` (a backslash) and appends it to `out`: a code point in strings, a byte in
/// bytes literals for `\x` and octal (langdef "String and Bytes Values"). An invalid one appends nothing.
Escape decode_escape(std::string_view text, bool is_bytes, std::string& out);

}  // namespace kijun::cel
