#pragma once

#include <ostream>
#include <vector>

#include "reports/model/format.h"

namespace kijun::reports {

/// Writes the XML of Checkstyle, which Jenkins' Warnings and reviewdog read: every listed finding at the file, line and
/// column of its cell. What is left out is counted in an entry of its own.
void write_checkstyle_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);
void write_checkstyle_failure(const ReportOptions& options, std::ostream& out);
[[nodiscard]] std::vector<LocalizedText> describe_checkstyle(const audit::ResultModel& model,
                                                             const ReportOptions& options);

/// The format `checkstyle`.
inline constexpr Format kCheckstyleFormat{"checkstyle", write_checkstyle_report, nullptr, write_checkstyle_failure,
                                          describe_checkstyle};

}  // namespace kijun::reports
