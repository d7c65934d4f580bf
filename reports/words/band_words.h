#pragma once

#include "engine/audit/bands.h"
#include "engine/base/language.h"

namespace kijun::reports {

/// 「目標の進捗：やや遅れている（目標のある指標2件のうち、達成1件）」: a band never stands without the numbers it comes from.
/// Undecided where open answers leave several bands possible.
[[nodiscard]] LocalizedText band_text(const audit::BandResult& result);

}  // namespace kijun::reports
