#pragma once

#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"

namespace kijun::diag {

/// How diagnostics are shown on a terminal.
struct RenderOptions {
  Language language = Language::kJapanese;
  bool color = false;
  std::size_t ambiguous_width = 1;  ///< Columns of ○ △ × on this terminal: 1 or 2.
};

/// The word for a level: エラー / error, 警告 / warning, 注意 / notice.
[[nodiscard]] LocalizedView level_word(Level level);

/// One diagnostic as text: head line `error[KJ1001]: message`, `--> path:line:column`, the source line with a caret
/// placed by display width, notes with their own frames, and the hint last. Controls in quoted text are escaped;
/// long lines are cut around the caret. Ends with a newline.
[[nodiscard]] std::string render(const Diagnostic& diagnostic, const RenderOptions& options);

/// All diagnostics ordered by file, place and code, then a closing line that counts them. Empty when there are none.
[[nodiscard]] std::string render_all(const std::vector<Diagnostic>& diagnostics, const RenderOptions& options);

}  // namespace kijun::diag
