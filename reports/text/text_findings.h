#pragma once

#include "reports/model/gap_report.h"
#include "reports/text/text_layout.h"

namespace kijun::reports {

/// Lists the findings by rule (the subjects that a rule says the same of stand together) or by subject, with what would
/// help, who has to do it, and the places that `TextOptions::frames` asks for.
void write_text_findings(const GapReport& report, const ReportOptions& options, const TextLayout& layout);

}  // namespace kijun::reports
