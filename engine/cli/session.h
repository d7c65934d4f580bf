#pragma once

#include <exception>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/file_system.h"
#include "engine/base/language.h"
#include "engine/base/pdf_printer.h"
#include "engine/cli/installation.h"
#include "engine/diag/diagnostic.h"
#include "reports/model/format.h"

namespace kijun::cli {

/// How a run ends: nothing gates, something gates, or it could not run.
enum class ExitCode : int { kClean = 0, kGates = 1, kCouldNotRun = 2 };

/// What every command is given: the outside world and the choices that hold for all commands.
struct Session {
  FileSystem& files;
  std::ostream& out;  ///< Data only.
  std::ostream& err;  ///< Everything else.
  const Installation& installation;
  Language language = Language::kJapanese;
  bool color = false;                          ///< For text on a terminal.
  bool quiet = false;                          ///< No text beside errors.
  bool shows_progress = false;                 ///< Standard error is a terminal that a line can be taken back on.
  std::size_t ambiguous_width = 1;             ///< Columns of ○ △ × on the terminal.
  std::vector<std::string> pack_folders = {};  ///< Where packs are looked for by name: of `kijun.toml`, then installed.
  diag::SourceMap sources;
  diag::Sink sink;
  std::string working_directory = "/";                    ///< Absolute; what relative paths start from.
  std::string step_summary = {};                          ///< The file that GitHub Actions shows; empty elsewhere.
  std::vector<reports::Notification> notifications = {};  ///< What was printed, for formats that pass it on.
  PdfPrinter* pdf_printer = nullptr;                      ///< Null: nothing prints.

  /// Prints what the sink holds to stderr, keeps it in `notifications`, empties it, and says whether there was an error. A file that changed while it
  /// was read is one, and then nothing is printed.
  bool print_diagnostics();
  /// Prints a usage error with its hint, keeps it in `notifications`, and gives `kCouldNotRun`.
  [[nodiscard]] ExitCode usage_error(const LocalizedText& message, const LocalizedText& hint = {});
  /// The day given for `option`, or nothing after a usage error.
  [[nodiscard]] std::optional<Date> parse_day(std::string_view option, const std::string& text);
  /// Prints the usage error that a file cannot be written.
  void report_unwritten(const std::string& path, const Error& error);
  /// Writes a whole file; false after a usage error.
  [[nodiscard]] bool write_file(const std::string& path, std::string_view text);
  /// A session with places and a sink of its own that reads from `other_files`, for work that repeats what has been
  /// warned of already.
  [[nodiscard]] Session beside(FileSystem& other_files) const { return beside(other_files, err); }
  /// The same, which tells what it has to say to `other_err`, without progress.
  [[nodiscard]] Session beside(FileSystem& other_files, std::ostream& other_err) const;
  /// The PDF of a page, as `PdfPrinter` prints it; fails where nothing does.
  [[nodiscard]] Result<std::string> print_pdf(std::string_view html) const;
  /// Text in the session's language.
  [[nodiscard]] std::string_view say(LocalizedView text) const { return text.in(language); }
};

/// "internal error KJ9001: …", for those who mend it.
[[nodiscard]] std::string internal_error_text(const std::exception& error);

}  // namespace kijun::cli
