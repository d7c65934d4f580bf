#pragma once

#include "reports/model/format.h"

namespace kijun::reports {

/// The gap report as one HTML file: both languages inside, no network (its policy forbids it), readable and printable
/// without scripts. Links: `#m-142115` a municipality, `#r-council.municipality` a rule, `#f-m-142115-…` a finding.
void write_html(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);

/// The format `html`.
inline constexpr Format kHtmlFormat{"html", write_html};

}  // namespace kijun::reports
