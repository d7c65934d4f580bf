#pragma once

#include <cstddef>
#include <string_view>

#include "engine/base/language.h"

namespace kijun::toml_doc {

/// What kind of mistake the parser met.
enum class SyntaxMistake {
  kForm,          ///< The text is no TOML.
  kOpenString,    ///< A line ends inside a string, which may have been meant to go on.
  kDate,          ///< A date that does not exist or is written another way.
  kRedefinition,  ///< A key or table that exists already.
};

/// The parser's message in the words of the reader of the file.
struct SyntaxReason {
  SyntaxMistake mistake = SyntaxMistake::kForm;
  std::size_t begin = 0;  ///< Bytes [begin, end) of the text it is about.
  std::size_t end = 0;
  LocalizedText reason;  ///< The fact. Where no Japanese is known, the parser's own words.
  LocalizedText hint;    ///< What to do, or empty.
};

/// Explains toml++'s `description` of a syntax error at byte `place` of `text`.
[[nodiscard]] SyntaxReason explain_syntax_error(std::string_view description, std::string_view text, std::size_t place);

}  // namespace kijun::toml_doc
