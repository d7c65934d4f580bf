#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/language.h"
#include "engine/diag/source.h"

namespace kijun::diag {

/// How bad a diagnostic is for the run: an error stops it (exit 2), a warning and a notice are shown.
enum class Level { kError, kWarning, kNotice };

/// A kind of diagnostic: a typed constant next to its use, listed once in its module's `kDiagnostics` table.
/// `message` and `hint` are fmt format strings with positional arguments (`{0}`), equal in both languages.
struct Definition {
  std::string_view code;  ///< Permanent: "KJ1001". KJ1 TOML/ruleset, KJ2 CEL syntax, KJ3 names and types, KJ4 data
                          ///< files, KJ5 evaluation, KJ9 internal.
  std::string_view slug;  ///< Short English name: "unknown-key".
  Level level = Level::kError;
  LocalizedView message;  ///< The observed fact, lower case in English, no full stop, backticks round user text.
  LocalizedView hint;     ///< What to do; may be empty.
};

/// A second place that belongs to a diagnostic ("first defined here").
struct Note {
  Span span;
  LocalizedText message;
};

/// One reported diagnostic.
struct Diagnostic {
  const Definition* definition = nullptr;
  Span span;
  LocalizedText message;
  LocalizedText hint;
  std::vector<Note> notes;
};

/// Collects diagnostics of a run. Parsing goes on after a report, so that all errors of a file come at once.
class Sink {
 public:
  /// Formats `definition` with `args` in both languages and keeps it. The returned reference is valid until the next
  /// report and lets the caller add notes or another hint.
  template <class... Args>
  Diagnostic& report(const Definition& definition, Span span, const Args&... args) {
    return add(definition, span, fmt::make_format_args(args...));
  }
  [[nodiscard]] bool has_errors() const { return num_errors_ > 0; }
  [[nodiscard]] std::size_t num_errors() const { return num_errors_; }
  /// In the order reported.
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  Diagnostic& add(const Definition& definition, Span span, fmt::format_args args);
  std::vector<Diagnostic> diagnostics_;
  std::size_t num_errors_ = 0;
};

}  // namespace kijun::diag
