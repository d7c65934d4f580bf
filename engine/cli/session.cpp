#include "engine/cli/session.h"

#include <fmt/format.h>

#include "engine/base/unicode.h"
#include "engine/diag/renderer.h"

namespace kijun::cli {

bool Session::print_diagnostics() {
  if (!files.check_mapped()) return true;  // nothing of it can be believed; said in the end
  std::vector<diag::Diagnostic> shown = sink.diagnostics();
  if (quiet) {
    std::erase_if(shown, [](const diag::Diagnostic& each) { return each.definition->level != diag::Level::kError; });
  }
  err << diag::render_all(shown, {language, color, ambiguous_width});
  err.flush();
  const bool had_errors = sink.has_errors();
  sink = diag::Sink();
  return had_errors;
}

ExitCode Session::usage_error(const LocalizedText& message, const LocalizedText& hint) {
  err << "kijun: " << escape_controls(message.in(language)) << '\n';
  if (!hint.empty())
    err << (language == Language::kJapanese ? "  ヒント: " : "  hint: ") << escape_controls(hint.in(language)) << '\n';
  err.flush();
  return ExitCode::kCouldNotRun;
}

}  // namespace kijun::cli
