#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/audit/compare/indicator_comparison.h"
#include "engine/cli/audit_run.h"
#include "engine/cli/compare/compare_runs.h"
#include "reports/model/compare_report.h"
#include "reports/model/years_before.h"

namespace kijun::cli {

/// The survey before the audited one, each judged by the rules of its year, compared as `kijun compare` does. Owns what a
/// report of it borrows, so that it stays where it is.
class ComparedYear {
 public:
  /// Compares; where that cannot be done, `view` says why.
  ComparedYear(const AuditRun& run, Session& session);
  ComparedYear(const ComparedYear&) = delete;
  ComparedYear& operator=(const ComparedYear&) = delete;

  /// What reports are given.
  [[nodiscard]] const reports::YearsBefore& view() const { return view_; }

 private:
  /// Why there is nothing to compare with; empty when there is.
  [[nodiscard]] static LocalizedText obstacle(const AuditRun& run);
  [[nodiscard]] bool compare(const AuditRun& run, Session& session);

  reports::YearsBefore view_;
  std::optional<CompareRuns> runs_;
  audit::Comparison comparison_;
  std::vector<audit::IndicatorComparison> indicators_;
  std::optional<reports::CompareSource> source_;
  reports::CompareReport report_;
};

}  // namespace kijun::cli
