#pragma once

#include "engine/base/language.h"

namespace kijun::reports {

struct CompareReport;

/// The survey before of the series beside that of a report: what changed since then.
struct EarlierYear {
  const CompareReport* comparison = nullptr;  ///< Null where there is none.
  LocalizedText why_none;                     ///< A sentence then.
};

}  // namespace kijun::reports
