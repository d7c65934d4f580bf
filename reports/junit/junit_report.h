#pragma once

#include <ostream>
#include <vector>

#include "reports/model/format.h"

namespace kijun::reports {

/// Writes JUnit XML that the schemas of Jenkins' xUnit plugin and of Ant both take: a suite about the run, then one per
/// subject with a case per rule. Red is what makes the run exit 1, and nothing else. Above 50,000 cases one of them
/// stands for a subject, or for a rule. With `CiOptions::junit_for_gitlab` cases carry `file` and their subject's name,
/// which GitLab reads and the schemas do not know.
void write_junit_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);
void write_junit_failure(const ReportOptions& options, std::ostream& out);
[[nodiscard]] std::vector<LocalizedText> describe_junit(const audit::ResultModel& model, const ReportOptions& options);

/// The format `junit`.
inline constexpr Format kJunitFormat{"junit", write_junit_report, nullptr, write_junit_failure, describe_junit};

}  // namespace kijun::reports
