#pragma once

#include <vector>

#include "engine/base/language.h"

namespace kijun::audit {
class ResultTable;
}  // namespace kijun::audit

namespace kijun::reports {

struct CompareReport;

/// What is known of the years before that of a report: what changed since the survey before, and results of more years.
struct YearsBefore {
  const CompareReport* comparison = nullptr;  ///< Null where there is none.
  LocalizedText why_none;                     ///< A sentence then.
  const std::vector<audit::ResultTable>* results =
      nullptr;  ///< As the survey declares them, oldest first; null: not for these readers.
};

}  // namespace kijun::reports
