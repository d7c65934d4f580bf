#pragma once

#include "engine/base/date.h"

namespace kijun {

/// Today's date in Asia/Tokyo (UTC+9, no daylight saving time). Only for entries a person writes now; reports never ask.
[[nodiscard]] Date today_in_tokyo();

}  // namespace kijun
