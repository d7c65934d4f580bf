#pragma once

#include <cstddef>
#include <string>

#include "engine/diag/source.h"

namespace kijun::diag {

/// The two lines of a code frame: a source line as shown, and what stands below it.
struct Frame {
  std::size_t line = 1;   ///< 1-based number of the line.
  std::string text;       ///< The line, tabs as spaces, controls escaped, long lines cut with `…`.
  std::string underline;  ///< Spaces up to the span's place, then marks below it, both by display width.
};

/// Frames the first line of a valid span. `mark` is `^` or `-`; an empty span gets one mark at its place.
[[nodiscard]] Frame make_frame(const Span& span, char mark, std::size_t ambiguous_width);

}  // namespace kijun::diag
