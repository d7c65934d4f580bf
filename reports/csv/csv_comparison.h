#pragma once

#include <ostream>

#include "reports/model/compare_report.h"

namespace kijun::reports {

/// Writes one row per changed finding, formula-safe and with a byte order mark, as `csv` of an audit.
void write_csv_comparison(const CompareReport& report, Language language, std::ostream& out);
/// The same without byte order mark and apostrophes.
void write_csv_raw_comparison(const CompareReport& report, Language language, std::ostream& out);

/// The formats `csv` and `csv-raw`.
inline constexpr CompareFormat kCsvComparison{"csv", write_csv_comparison};
inline constexpr CompareFormat kCsvRawComparison{"csv-raw", write_csv_raw_comparison};

}  // namespace kijun::reports
