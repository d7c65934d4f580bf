#pragma once

#include <vector>

#include "engine/audit/baseline.h"
#include "engine/audit/result_model.h"
#include "engine/base/language.h"

namespace kijun::reports {

/// How a decision stands: 有効, 失効, 期限切れ, 不使用, or that a waiver ends soon.
[[nodiscard]] LocalizedText decision_state_text(const audit::RunInfo& run, const audit::DecisionView& decision);
/// What a decision lays down: 当初回答「△」→訂正後 設置済み, 課長の了承、2020年3月31日まで; empty for readings and remarks.
[[nodiscard]] LocalizedText decision_content(const audit::DecisionView& decision);
/// Who decided (where a report names people) and from what: 障害福祉課（備考による）.
[[nodiscard]] LocalizedText decided_by_text(const audit::DecisionView& decision);
/// True for a decision that does not hold, covers nothing, or ends soon.
[[nodiscard]] bool needs_attention(const audit::DecisionView& decision);
/// 新規 継続 変更 悪化.
[[nodiscard]] LocalizedText baseline_state_word(audit::BaselineState state);
/// The title of the rule that a baseline's entry is about; its id where the ruleset has no such rule any more.
[[nodiscard]] LocalizedText rule_title(const audit::ResultModel& model, const audit::BaselineEntry& entry);
/// What sets a result apart from others like it: the waiver that covers it, and how it stands to the baseline.
[[nodiscard]] std::vector<LocalizedText> set_aside_tags(const audit::ResultModel& model, std::size_t column,
                                                        std::size_t position);

}  // namespace kijun::reports
