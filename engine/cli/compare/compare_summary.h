#pragma once

#include <ostream>

#include "engine/cli/compare/compare_runs.h"
#include "engine/cli/compare/rules_review.h"
#include "reports/model/compare_report.h"

namespace kijun::cli {

/// What a reviewer of a change is told.
struct CompareSummary {
  const reports::CompareReport& report;
  const CompareRuns& runs;
  const RulesReview* review = nullptr;  ///< Null where a side is a result file.
};

/// Writes it as the Markdown that a step of GitHub Actions shows: what differs, the rules that changed with their tests and
/// lint, the verdicts that change and why, the answers that changed, the rates. At most 900 KiB together with the
/// `num_bytes_taken` that stand there; what has no room is left out by whole sections and counted.
void write_compare_summary(const CompareSummary& summary, Language language, std::size_t num_bytes_taken,
                           std::ostream& out);

}  // namespace kijun::cli
