#pragma once

#include "engine/diag/diagnostic.h"
#include "engine/policy/merged_ruleset.h"
#include "engine/policy/ruleset.h"

namespace kijun::policy {

/// Reads one merged `[[rule]]` into the model. Mistakes go to the sink; the rule comes back as far as it could be read.
[[nodiscard]] Rule read_rule(const MergedEntry& entry, diag::Sink& sink);

}  // namespace kijun::policy
