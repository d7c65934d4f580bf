#pragma once

#include "engine/audit/result_model.h"
#include "reports/words/words.h"

namespace kijun::reports {

/// Whom the outputs of a run are for: 県内部用, 協議の場の資料, 架空市用, 公表用.
[[nodiscard]] LocalizedText readership_text(const audit::RunInfo& run);

/// The same in a sentence, with what is left out for it and how often; empty for the prefecture's own office, which sees
/// everything.
[[nodiscard]] LocalizedText readership_sentence(const audit::RunInfo& run);

}  // namespace kijun::reports
