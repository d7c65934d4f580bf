#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string_view>

#include "engine/audit/result_model.h"
#include "engine/base/date.h"
#include "engine/base/language.h"

namespace kijun::reports {

/// Which results a listing format carries.
enum class ResultsShown : std::uint8_t {
  kAll,       ///< Every outcome.
  kFindings,  ///< Passes and what does not apply left out; their counts stay.
};

/// What a reader chooses about a report. Nothing else but the result model goes into its bytes.
struct ReportOptions {
  Language language = Language::kJapanese;  ///< Formats that carry both languages start in this one.
  ResultsShown results = ResultsShown::kAll;
  std::optional<Date> created;  ///< 作成日, printed only when given: there is no clock.
};

/// Writes a whole report as UTF-8 with LF line ends. A pure function of its arguments; the caller checks the stream.
using WriteReport = void (*)(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);

/// Why a format does not write a result, and what to use in its place.
struct Refusal {
  LocalizedText reason;
  LocalizedText instead;
};

/// Says before anything is written whether a format refuses a result.
using RefuseReport = std::optional<Refusal> (*)(const audit::ResultModel& model);

/// One output format. Each folder of `reports/` declares its own (`html/html_report.h`: `kHtmlFormat`); the command
/// line gathers them, since formats never include each other.
struct Format {
  std::string_view name;  ///< As `--out NAME=PATH` takes it.
  WriteReport write;
  RefuseReport refuse = nullptr;  ///< Null: it takes every result.
};

}  // namespace kijun::reports
