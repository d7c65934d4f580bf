#pragma once

#include <cstddef>
#include <string>

#include "engine/diag/source.h"

namespace kijun::diag {

/// Columns a source line may take unless somebody asks for fewer.
inline constexpr std::size_t kFrameColumns = 100;

/// The two lines of a code frame: a source line as shown, and what stands below it.
struct Frame {
  std::size_t line = 1;   ///< 1-based number of the line.
  std::string text;       ///< The line, tabs as spaces, controls and what CI runners obey escaped, cut with `…`.
  std::string underline;  ///< Spaces up to the span's place, then marks below it, both by display width.
};

/// Frames the first line of a valid span. `mark` is `^` or `-`; an empty span gets one mark at its place. A longer line
/// is cut to about `most_columns` around the span.
[[nodiscard]] Frame make_frame(const Span& span, char mark, std::size_t ambiguous_width,
                               std::size_t most_columns = kFrameColumns);

}  // namespace kijun::diag
