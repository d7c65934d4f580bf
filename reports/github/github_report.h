#pragma once

#include <ostream>
#include <vector>

#include "reports/model/format.h"

namespace kijun::reports {

/// Writes workflow commands of GitHub Actions, one a line: the ten findings of each level that matter most, since GitHub
/// shows no more of a step, and a notice with how many more there are.
void write_github_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);
void write_github_failure(const ReportOptions& options, std::ostream& out);

/// The format `github`.
inline constexpr Format kGithubFormat{"github", write_github_report, nullptr, write_github_failure};

}  // namespace kijun::reports
