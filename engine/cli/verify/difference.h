#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/language.h"

namespace kijun::cli {

/// What a difference is a difference of.
enum class DifferenceKind : std::uint8_t { kTool, kInput, kDate, kRule, kDecision, kAnswer, kBytes };

/// One way in which a report and what it would be now are not the same.
struct Difference {
  DifferenceKind kind = DifferenceKind::kBytes;
  LocalizedText text;
  std::vector<LocalizedText> details = {};  ///< A line each.
};

}  // namespace kijun::cli
