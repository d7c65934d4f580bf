#include "engine/library/convert.h"

#include <fmt/format.h>

#include <algorithm>

namespace kijun::api {
namespace {

Level to_level(diag::Level level) {
  switch (level) {
    case diag::Level::kError:
      return Level::kError;
    case diag::Level::kWarning:
      return Level::kWarning;
    case diag::Level::kNotice:
      return Level::kNotice;
  }
  return Level::kError;
}

Diagnostic to_diagnostic(const diag::Diagnostic& from) {
  Diagnostic to{std::string(from.definition->code),
                to_level(from.definition->level),
                to_text(from.message),
                to_text(from.hint),
                {},
                0,
                0};
  if (!from.span.valid()) return to;
  const diag::LineColumn place = from.span.source->line_column(from.span.begin);
  to.file = from.span.source->path();
  to.line = place.line;
  to.column = place.column;
  return to;
}

}  // namespace

Text to_text(const LocalizedText& text) { return {text.ja, text.en}; }

std::chrono::year_month_day to_day(Date date) {
  return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(date.days())));
}

std::vector<Diagnostic> to_diagnostics(const diag::Sink& sink) {
  std::vector<Diagnostic> diagnostics;
  for (const diag::Diagnostic& diagnostic : sink.diagnostics()) diagnostics.push_back(to_diagnostic(diagnostic));
  return diagnostics;
}

std::optional<Date> from_day(std::chrono::year_month_day day) {
  if (!day.ok()) return std::nullopt;
  return Date::from_ymd(static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                        static_cast<unsigned>(day.day()));
}

tl::unexpected<Failure> failure_of(const diag::Sink& sink) {
  Failure failure{{"読み込めません", "cannot be read"}, to_diagnostics(sink)};
  const auto first = std::find_if(failure.diagnostics.begin(), failure.diagnostics.end(),
                                  [](const Diagnostic& diagnostic) { return diagnostic.level == Level::kError; });
  if (first != failure.diagnostics.end()) failure.message = first->message;
  return tl::unexpected(std::move(failure));
}

tl::unexpected<Failure> failure_of(const Error& error) {
  return failure_of(LocalizedText{fmt::format("`{}`：{}", error.path, error.in(kijun::Language::kJapanese)),
                                  fmt::format("`{}`: {}", error.path, error.message)});
}

tl::unexpected<Failure> failure_of(const LocalizedText& message) {
  return tl::unexpected(Failure{to_text(message), {}});
}

}  // namespace kijun::api
