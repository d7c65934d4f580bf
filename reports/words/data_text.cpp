#include "reports/words/data_text.h"

#include "engine/base/era.h"
#include "reports/words/words.h"

namespace kijun::reports {

LocalizedText date_text(Date date) {
  return {format_date(date, Language::kJapanese), format_date(date, Language::kEnglish)};
}

LocalizedText fiscal_year_text(int fiscal_year) {
  return {format_fiscal_year(fiscal_year, Language::kJapanese), format_fiscal_year(fiscal_year, Language::kEnglish)};
}

LocalizedText place_text(const audit::Place& place) {
  if (!place.sheet.empty() || !place.cell.empty()) {
    return fill(Word::kPlaceSheet, {{"file", place.file}, {"sheet", place.sheet}, {"cell", place.cell}});
  }
  if (place.line == 0) {
    return {};
  }
  return fill(Word::kPlaceLine, {{"file", place.file}, {"line", place.line}, {"column", place.column}});
}

LocalizedText raw_text(const std::string& raw) {
  return raw.empty() ? word(Word::kEmptyCell) : LocalizedText{"「" + raw + "」", "「" + raw + "」"};
}

LocalizedText approval_text(const policy::Ruleset& ruleset) {
  if (!ruleset.approval) {
    return word(Word::kNoApproval);
  }
  const policy::Approval& approval = *ruleset.approval;
  LocalizedText text = approval.by.empty()
                           ? in_both(approval.number)
                           : fill(Word::kApprovedBy, {{"by", approval.by}, {"number", approval.number}});
  if (approval.date) {
    const LocalizedText date = date_text(*approval.date);
    text.ja += " " + date.ja;
    text.en += " " + date.en;
  }
  return text;
}

LocalizedText answer_kind_word(std::string_view kind, const LocalizedText& unit) {
  if (kind == "date") return word(Word::kAnswerDate);
  if (kind == "number" && !unit.empty()) return fill(Word::kAnswerNumberOf, {{"unit", unit}});
  if (kind == "number") return word(Word::kAnswerNumber);
  if (kind == "yes_no") return word(Word::kAnswerYesNo);
  if (kind == "choice") return word(Word::kAnswerChoice);
  return word(Word::kAnswerText);
}

}  // namespace kijun::reports
