#pragma once

#include <ostream>
#include <vector>

#include "reports/model/format.h"

namespace kijun::reports {

/// Writes SARIF 2.1.0 (OASIS, Errata 01) with everything the standard has a place for: every listed result with its kind,
/// suppressions, baseline state and logical location, and what the run met as notifications.
void write_sarif_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);
void write_sarif_failure(const ReportOptions& options, std::ostream& out);
[[nodiscard]] std::vector<LocalizedText> describe_sarif(const audit::ResultModel& model, const ReportOptions& options);

/// Writes what GitHub code scanning takes: findings only, each with a place, at most 5,000 (findings are grouped above
/// it), notifications as alerts of their own, and nothing accepted by a waiver.
void write_github_sarif_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);
void write_github_sarif_failure(const ReportOptions& options, std::ostream& out);
[[nodiscard]] std::vector<LocalizedText> describe_github_sarif(const audit::ResultModel& model,
                                                               const ReportOptions& options);

/// The formats `sarif` and `sarif-github`.
inline constexpr Format kSarifFormat{"sarif", write_sarif_report, nullptr, write_sarif_failure, describe_sarif};
inline constexpr Format kGithubSarifFormat{"sarif-github", write_github_sarif_report, nullptr,
                                           write_github_sarif_failure, describe_github_sarif};

}  // namespace kijun::reports
