#pragma once

#include <ostream>
#include <vector>

#include "reports/model/format.h"

namespace kijun::reports {

/// Writes the Markdown that a step of GitHub Actions shows: the overview, then the findings of each rule, gating ones
/// first, in at most 900 KiB together with what stands there already (above 1,024 KiB GitHub shows nothing). What has no
/// room is left out by whole sections and counted.
void write_step_summary(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);
void write_step_summary_failure(const ReportOptions& options, std::ostream& out);

/// The format `summary`.
inline constexpr Format kSummaryFormat{"summary", write_step_summary, nullptr, write_step_summary_failure};

}  // namespace kijun::reports
