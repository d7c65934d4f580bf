#pragma once

#include <ostream>

#include "reports/model/format.h"

namespace kijun::reports {

/// Writes what a terminal shows first, at most 80 columns wide where the words allow: the headline, municipalities by
/// topic, indicators as intervals, findings rule by rule with the municipalities they concern and what would help,
/// then the counts of everything that was not shown and the gate. Plain text without colour.
void write_text_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);

/// The format `text`.
inline constexpr Format kTextFormat{"text", write_text_report};

}  // namespace kijun::reports
