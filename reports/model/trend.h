#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/audit/compare/result_table.h"
#include "reports/model/gap_report.h"

namespace kijun::reports {

/// What stands between a year and the one before it in a line.
enum class TrendBreak : std::uint8_t {
  kNone,
  kDefinition,  ///< The indicator means something else since then.
  kUnknown,     ///< One of the results does not say what it meant.
};

/// An indicator in one fiscal year.
struct TrendPoint {
  int fiscal_year = 0;
  RateView rate;
  TrendBreak since = TrendBreak::kNone;
  std::size_t num_missing = 0;  ///< Years between this point and the one before without a result.

  /// A line may lead here from the point before.
  [[nodiscard]] bool follows() const { return num_missing == 0 && since == TrendBreak::kNone; }
};

/// One indicator over the years, the audited one last; years that do not have it are missing.
struct TrendLine {
  std::string id;
  LocalizedText title;
  std::vector<TrendPoint> points;
};

/// The indicators of a report over the declared earlier results, which stand oldest first. Only indicators that one of
/// those has.
[[nodiscard]] std::vector<TrendLine> build_trend(const GapReport& report,
                                                 const std::vector<audit::ResultTable>& earlier);

}  // namespace kijun::reports
