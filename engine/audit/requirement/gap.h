#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "engine/base/language.h"
#include "engine/cel/functions.h"
#include "engine/cel/value.h"

namespace kijun::audit {

/// How far a value is from what is required of it.
struct Gap {
  LocalizedText text;  ///< 12か月超過, 1不足
  std::string number;  ///< Above 0.
  std::string unit;    ///< "month", "day", "point" (of percent), of a number the field's, as it is written in Japanese.
};

/// The gap between two numbers or dates of which the first does not stand in `relation` to the second; whole months where
/// it is any of them, else days. An order that excludes the bound itself is missed by one more, of integers and days.
/// Nothing for other values, and where the difference is none. `unit` is what numbers count; empty where nobody says.
[[nodiscard]] std::optional<Gap> gap_between(cel::FunctionId relation, const cel::Value& measured,
                                             const cel::Value& required, const LocalizedText& unit = {});

/// Likewise of a share, `part` of `whole`, in percentage points to one decimal.
[[nodiscard]] std::optional<Gap> share_gap(std::int64_t part, std::int64_t whole, const cel::Value& required);

}  // namespace kijun::audit
