#pragma once

#include "engine/diag/diagnostic.h"
#include "engine/policy/merged_ruleset.h"
#include "engine/policy/ruleset.h"

namespace kijun::policy {

/// Reads one merged `[[band_set]]`. Bounds that are no fractions, and bands that do not lead down to 0, are reported.
[[nodiscard]] BandSet read_band_set(const MergedEntry& entry, diag::Sink& sink);

}  // namespace kijun::policy
