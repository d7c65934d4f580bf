#pragma once

#include "engine/audit/result_model.h"
#include "engine/audit/run.h"

namespace kijun::audit {

/// Whether a result makes the run exit 1 and, if not, every reason: "outcome" (it passed or does not apply), "severity"
/// (below `--fail-on`), "unknown" (undecided, and unknowns do not gate), "kind" (not among `--gate`), "draft".
[[nodiscard]] Gate gate_of(const RuleColumn& column, const ResultCode& code, const GateOptions& options);

/// Whether a result is undecided and would gate if unknowns did.
[[nodiscard]] bool is_open_unknown(const Gate& gate);

}  // namespace kijun::audit
