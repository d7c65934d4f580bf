#pragma once

#include "engine/audit/result_model.h"

namespace kijun::audit {

/// Why a result is undecided, in one sentence: by `ResultDetail::unknown_because`.
[[nodiscard]] LocalizedText undecided_text(const ResultDetail& detail);

/// Why a rule does not apply where there is nothing more to say of it.
[[nodiscard]] LocalizedText inapplicable_text();

}  // namespace kijun::audit
