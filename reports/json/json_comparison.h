#pragma once

#include <ostream>

#include "reports/model/compare_report.h"

namespace kijun::reports {

/// Writes a comparison as the document of `docs/comparison-json.md`, in both languages whatever `language` is.
void write_json_comparison(const CompareReport& report, Language language, std::ostream& out);

/// The format `json`.
inline constexpr CompareFormat kJsonComparison{"json", write_json_comparison};

}  // namespace kijun::reports
