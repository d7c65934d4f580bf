#pragma once

#include <ostream>

#include "reports/model/compare_report.h"

namespace kijun::reports {

/// Writes a comparison as one self-contained page in both languages, `language` shown first.
void write_html_comparison(const CompareReport& report, Language language, std::ostream& out);

/// The format `html`.
inline constexpr CompareFormat kHtmlComparison{"html", write_html_comparison};

}  // namespace kijun::reports
