#pragma once

#include <ostream>
#include <vector>

#include "reports/model/format.h"

namespace kijun::reports {

/// Writes the Code Quality report that GitLab shows in merge requests: an array with one object a line for every listed
/// finding. What is left out is counted in an object of its own.
void write_gitlab_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);
void write_gitlab_failure(const ReportOptions& options, std::ostream& out);
[[nodiscard]] std::vector<LocalizedText> describe_gitlab(const audit::ResultModel& model, const ReportOptions& options);

/// The format `gitlab`.
inline constexpr Format kGitlabFormat{"gitlab", write_gitlab_report, nullptr, write_gitlab_failure, describe_gitlab};

}  // namespace kijun::reports
