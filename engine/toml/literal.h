#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/diag/embedded_text.h"
#include "engine/diag/source.h"

namespace kijun::toml_doc {

/// End of the string literal that starts at `begin` with a quote: the offset behind its closing quotes. A literal that
/// is not closed ends with its line, a multi-line one with the text.
[[nodiscard]] std::size_t skip_string(std::string_view text, std::size_t begin);

/// Decodes the closed literal at [begin, end) (TOML 1.0 "String": basic, literal and their multi-line forms), every
/// byte with its place. Line ends inside a multi-line string become LF.
[[nodiscard]] diag::EmbeddedText decode_string(const diag::Source& source, std::size_t begin, std::size_t end);

/// `text` as a basic string: quotes, backslashes and controls escaped, everything else as it is. One line.
[[nodiscard]] std::string string_literal(std::string_view text);

/// `number` as a float: whatever its value it is no integer to a reader.
[[nodiscard]] std::string float_literal(double number);

}  // namespace kijun::toml_doc
