#pragma once

#include <cstdint>

#include "reports/html/html_writer.h"
#include "reports/model/compare_report.h"

namespace kijun::reports {

/// Where a comparison stands: on a page of its own, or as a section of the report of the later survey.
enum class ComparisonIn : std::uint8_t { kOwnPage, kReport };

/// The two sides, with what differs.
void write_compared(const CompareReport& report, HtmlWriter& html);
/// The changes, their counts, the indicators, and who stands for whom.
void write_comparison_parts(const CompareReport& report, ComparisonIn of, HtmlWriter& html);

}  // namespace kijun::reports
