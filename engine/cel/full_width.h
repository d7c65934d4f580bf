#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kijun::cel {

/// Text written with an input method where the language wants ASCII.
struct FullWidthRun {
  std::size_t num_bytes = 0;  ///< Length of the run at the start of the text; 0 when there is none.
  std::string ascii;          ///< What was meant.
};

/// The ASCII character a full-width form (U+FF01 … U+FF5E), ideographic space or typographic quote or operator stands
/// for, as a string ("≦" is "<="); empty for other characters, and for forms of characters the language does not have.
[[nodiscard]] std::string_view ascii_meant(char32_t code_point);

/// The run of such characters at the start of `text`: of blanks, of letters and digits, or of operators, so that one
/// diagnostic covers what was typed in one go; the point of a number belongs to it. A quotation mark stands alone.
[[nodiscard]] FullWidthRun full_width_run(std::string_view text);

/// The closing mark that belongs to an opening typographic quotation mark (「 → 」), or 0.
[[nodiscard]] char32_t closing_quote(char32_t opening);

}  // namespace kijun::cel
