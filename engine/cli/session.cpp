#include "engine/cli/session.h"

#include <fmt/format.h>

#include "engine/base/unicode.h"
#include "engine/diag/renderer.h"

namespace kijun::cli {
namespace {

policy::Severity severity_of(diag::Level level) {
  switch (level) {
    case diag::Level::kError:
      return policy::Severity::kError;
    case diag::Level::kWarning:
      return policy::Severity::kWarning;
    case diag::Level::kNotice:
      return policy::Severity::kNotice;
  }
  return policy::Severity::kError;
}

reports::Notification notification_of(const diag::Diagnostic& diagnostic) {
  reports::Notification made{std::string(diagnostic.definition->code),
                             severity_of(diagnostic.definition->level),
                             diagnostic.message,
                             diagnostic.hint,
                             {}};
  if (diagnostic.span.valid()) {
    const diag::LineColumn at = diagnostic.span.source->line_column(diagnostic.span.begin);
    made.at = {diagnostic.span.source->path(), at.line, at.column, "", ""};
  }
  return made;
}

}  // namespace

bool Session::print_diagnostics() {
  if (!files.check_mapped()) return true;  // nothing of it can be believed; said in the end
  std::vector<diag::Diagnostic> shown = sink.diagnostics();
  for (const diag::Diagnostic& each : shown) notifications.push_back(notification_of(each));
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
  notifications.push_back({"", policy::Severity::kError, message, hint, {}});
  err << "kijun: " << escape_controls(message.in(language)) << '\n';
  if (!hint.empty())
    err << (language == Language::kJapanese ? "  ヒント: " : "  hint: ") << escape_controls(hint.in(language)) << '\n';
  err.flush();
  return ExitCode::kCouldNotRun;
}

std::optional<Date> Session::parse_day(std::string_view option, const std::string& text) {
  const std::optional<Date> day = Date::parse_iso(text);
  if (!day)
    (void)usage_error({fmt::format("{}が日付ではありません", option), fmt::format("{} is no date", option)},
                      {"2019-03-31 の形で書いてください", "write it as 2019-03-31"});
  return day;
}

Session Session::beside(FileSystem& other_files, std::ostream& other_err) const {
  const bool shows_its_progress = shows_progress && &other_err == &err;
  return {other_files,     out,          other_err, installation, language,         color, quiet, shows_its_progress,
          ambiguous_width, pack_folders, {},        {},           working_directory};
}

void Session::report_unwritten(const std::string& path, const Error& error) {
  (void)usage_error({fmt::format("`{}`に書き込めません：{}", path, error.in(Language::kJapanese)),
                     fmt::format("cannot write `{}`: {}", path, error.in(Language::kEnglish))});
}

bool Session::write_file(const std::string& path, std::string_view text) {
  const Status written = files.write(path, text);
  if (!written) report_unwritten(path, written.error());
  return written.has_value();
}

Result<std::string> Session::print_pdf(std::string_view html) const {
  if (pdf_printer != nullptr) return pdf_printer->print(html);
  return fail_with({"ここではPDFを作れません。htmlで出力してください", "no PDF is made here; write html"});
}

std::string internal_error_text(const std::exception& error) {
  return fmt::format("internal error KJ9001: {}", error.what());
}

}  // namespace kijun::cli
