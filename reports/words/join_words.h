#pragma once

#include "engine/audit/result_model.h"
#include "engine/base/language.h"

namespace kijun::reports {

/// How a subject's earlier year joins, as a sentence: under another code, or not at all after a merger or split.
[[nodiscard]] LocalizedText join_sentence(const audit::SeriesJoin& join);

/// All of them as one text; empty where every year joins by its code.
[[nodiscard]] LocalizedText join_sentences(const audit::RunInfo& run);

}  // namespace kijun::reports
