#pragma once

#include <ostream>

#include "reports/model/compare_report.h"

namespace kijun::reports {

/// Writes a comparison for a terminal of 80 columns.
void write_text_comparison(const CompareReport& report, Language language, std::ostream& out);

/// The format `text`.
inline constexpr CompareFormat kTextComparison{"text", write_text_comparison};

}  // namespace kijun::reports
