#pragma once

#include <string>

#include "engine/audit/result_model.h"
#include "engine/base/date.h"
#include "engine/base/language.h"
#include "reports/words/words.h"

namespace kijun::reports {

/// 2019年3月31日（平成31年3月31日） / 31 March 2019.
[[nodiscard]] LocalizedText date_text(Date date);
/// 平成30年度（2018年度） / FY2018.
[[nodiscard]] LocalizedText fiscal_year_text(int fiscal_year);
/// answers.csv:7:2 (line and column); the sheet and cell of a workbook; empty without a place.
[[nodiscard]] LocalizedText place_text(const audit::Place& place);
/// What the answer form says in a cell, or 「（空欄）」 when nothing stands there.
[[nodiscard]] LocalizedText raw_text(const std::string& raw);
/// Who approved the ruleset (決裁), or that nobody is recorded.
[[nodiscard]] LocalizedText approval_text(const policy::Ruleset& ruleset);
/// The kind of answer a question asks for ("date" …): 年月日 …
[[nodiscard]] LocalizedText answer_kind_word(std::string_view kind, const LocalizedText& unit = {});

}  // namespace kijun::reports
