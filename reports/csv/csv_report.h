#pragma once

#include <ostream>

#include "reports/model/format.h"

namespace kijun::reports {

/// Writes one row per result (RFC 4180, CRLF, UTF-8 with a byte order mark so that Excel reads it): codes, verdict in
/// words, message, remedy, question, answer as given, place, fingerprint. A cell that a spreadsheet would take for a
/// formula gets an apostrophe before it.
void write_csv_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);

/// The same without byte order mark and apostrophes: exact text for programs.
void write_csv_raw_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);

/// The format `csv`.
inline constexpr Format kCsvFormat{"csv", write_csv_report};
inline constexpr Format kCsvRawFormat{"csv-raw", write_csv_raw_report};

}  // namespace kijun::reports
