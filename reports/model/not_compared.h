#pragma once

#include "engine/audit/result_model.h"

namespace kijun::reports {

/// Why a report that compares nothing does not: there is no survey before, or nobody compared it.
[[nodiscard]] LocalizedText why_not_compared(const audit::RunInfo& run);

}  // namespace kijun::reports
