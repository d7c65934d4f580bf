#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kijun::toml_doc {

// Lines of a text that is edited in place. Offsets are bytes.

/// The white space that the line of `at` begins with.
[[nodiscard]] std::string indent_at(std::string_view text, std::size_t at);

/// The offset behind the line of `at` and its line end.
[[nodiscard]] std::size_t line_end(std::string_view text, std::size_t at);

/// How the text ends its lines: CRLF where it does so anywhere, else LF.
[[nodiscard]] std::string_view line_break(std::string_view text);

}  // namespace kijun::toml_doc
