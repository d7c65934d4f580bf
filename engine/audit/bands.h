#pragma once

#include <cstddef>
#include <vector>

#include "engine/audit/result_model.h"

namespace kijun::audit {

/// Where a set of indicators stands. How many are met is an interval: one whose rate certainly reaches its target is met,
/// one that only possibly does is open.
struct BandResult {
  const policy::BandSet* set = nullptr;
  std::size_t lower = 0;                              ///< Certainly met.
  std::size_t upper = 0;                              ///< Possibly met.
  std::size_t of = 0;                                 ///< Those that have a target and somebody they are about.
  std::vector<const policy::Indicator*> not_counted;  ///< The others of the set.
  const policy::Band* worst = nullptr;                ///< The band of `lower`; null where no indicator counts.
  const policy::Band* best = nullptr;                 ///< The band of `upper`.

  /// Open answers leave several bands possible (判定保留).
  [[nodiscard]] bool is_held() const { return worst != best; }
};

/// Whether an indicator of so many met, of so many, reaches its target (a share, 0 … 1).
[[nodiscard]] bool reaches_target(std::size_t met, std::size_t of, double target);

/// Where a set stands after these results of its ruleset's indicators.
[[nodiscard]] BandResult band_of(const policy::BandSet& set, const std::vector<IndicatorResult>& indicators);

/// All sets of the ruleset. None for a run that was narrowed to some records or zones: bands belong to the whole survey.
[[nodiscard]] std::vector<BandResult> bands_of(const ResultModel& model);

}  // namespace kijun::audit
