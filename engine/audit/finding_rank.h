#pragma once

#include "engine/audit/outcome.h"

namespace kijun::audit {

/// How bad a result is, for comparing runs: 0 for what is no finding, then undecided, then failing by severity, then
/// erring. Undecided results are alike whatever their severity.
[[nodiscard]] int finding_rank(Outcome outcome, policy::Severity severity);

}  // namespace kijun::audit
