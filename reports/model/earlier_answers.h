#pragma once

#include <cstddef>
#include <vector>

#include "reports/model/gap_report.h"

namespace kijun::reports {

/// An answer of an earlier year that a finding rests on or shows. All borrowed from the report.
struct EarlierAnswer {
  std::size_t finding = 0;  ///< In `GapReport::findings`.
  const audit::CellView* earlier = nullptr;
  const audit::CellView* now = nullptr;  ///< What the same subject says this year; null where it does not.
};

/// In the order of the findings and of their evidence.
[[nodiscard]] std::vector<EarlierAnswer> earlier_answers(const GapReport& report);

}  // namespace kijun::reports
