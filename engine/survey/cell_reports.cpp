#include "engine/survey/cell_reports.h"

#include <fmt/format.h>

#include <vector>

#include "engine/survey/row_diagnostics.h"

namespace kijun::survey {

using table::FieldType;

void CellReports::report_unreadable(const table::Field& field, const Legend& legend, std::string_view text,
                                    diag::Span place) {
  const bool of_marks =
      field.type == FieldType::kEnum || field.type == FieldType::kBool || field.element == FieldType::kEnum;
  if (of_marks) {
    std::vector<std::string> marks;
    for (const LegendEntry& entry : legend) marks.push_back(entry.mark);
    sink_.report(kMarkOutsideLegend, place, text, field.id, fmt::format("{}", fmt::join(marks, " ")));
    return;
  }
  LocalizedText expected{"数", "a number"};
  if (field.type == FieldType::kInt) expected = {"整数", "an integer"};
  if (field.type == FieldType::kDate) expected = {"年月日又は年度", "a date or fiscal year"};
  sink_.report(kUnreadableAnswer, place, text, field.id, expected.ja, expected.en);
}

void CellReports::count_folded(const table::Field& field, const FoldedMark& mark) {
  const auto [entry, is_new] = folded_.emplace(std::tuple(&field, mark.written, mark.read), mark);
  if (is_new) return;
  entry->second.count += mark.count;
  if (mark.first.begin < entry->second.first.begin) entry->second.first = mark.first;
}

void CellReports::report_folded() const {
  for (const auto& [key, mark] : folded_)
    sink_.report(kFoldedMark, mark.first, mark.written, std::get<0>(key)->id, mark.read, mark.count);
}

}  // namespace kijun::survey
