#pragma once

#include <string_view>

#include "reports/model/gap_report.h"

namespace kijun::reports {

/// 目標未達 判定保留 … 指摘なし.
[[nodiscard]] LocalizedText standing_word(Standing standing);
/// 未 ？ … in Japanese and a letter in English, as small as a tile; empty for who is clear.
[[nodiscard]] LocalizedText standing_mark(Standing standing);
/// "unmet", "undecided" …
[[nodiscard]] std::string_view standing_id(Standing standing);

}  // namespace kijun::reports
