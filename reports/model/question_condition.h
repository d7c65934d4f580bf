#pragma once

#include "engine/audit/questions/question_plan.h"
#include "engine/base/language.h"
#include "engine/table/vocabulary.h"

namespace kijun::reports {

/// 「問1で「○ 設置済み」と答えた場合のみ御回答ください。」; empty for a question that is asked in any case. The questions of
/// the record are numbered from 1.
[[nodiscard]] LocalizedText condition_text(const audit::PlannedQuestion& question, const audit::AskedSubject& asked,
                                           const table::Vocabulary& vocabulary);

/// A choice as forms and conditions name it: its mark and what it stands for.
[[nodiscard]] LocalizedText option_text(const table::EnumValue& value);

}  // namespace kijun::reports
