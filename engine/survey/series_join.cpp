#include <algorithm>

#include "engine/survey/column_writer.h"
#include "engine/survey/series.h"
#include "engine/survey/whole_columns.h"

// A subject of a later survey is looked for in an earlier one by its code. The register's successors say what happened in
// between: A → B (alone on both sides) is a new code or name of the same place and joins; several predecessors, or a
// predecessor with several successors, is a merger or split, and the years cannot be compared row by row. That holds as
// well when the subject kept its code and took others in. Subjects that surveys list themselves join by code alone.
namespace kijun::survey {

using table::MissingReason;

JoinedRow join_row(const SurveyTable& later, std::uint32_t row, const SurveyTable& earlier) {
  if (later.is_listed() || earlier.is_listed()) {
    const bool comparable = later.member_kind() == earlier.member_kind();
    const std::optional<std::uint32_t> found =
        comparable ? earlier.row_of(later.record(row).code) : std::optional<std::uint32_t>();
    return {found, found ? MissingReason::kNone : MissingReason::kNewSubject, {}};
  }
  const Municipality& subject = later.municipality(row);
  const std::optional<std::uint32_t> same_code = earlier.row_of(subject.code);
  std::vector<RegisterIndex> predecessors;
  for (const RegisterIndex index : later.reg().predecessors(subject.code)) {
    const Municipality& before = later.reg().at(index);
    if (before.code != subject.code && earlier.row_of(before.code)) predecessors.push_back(index);
  }
  if (predecessors.empty()) {
    if (same_code) return {same_code, MissingReason::kNone, {}};
    return {std::nullopt, MissingReason::kNewSubject, {}};
  }
  const Municipality& first = later.reg().at(predecessors.front());
  if (!same_code && predecessors.size() == 1 && first.successors.size() == 1)
    return {earlier.row_of(first.code), MissingReason::kNone, predecessors};
  return {std::nullopt, MissingReason::kMerged, predecessors};
}

const SurveyTable* SurveyTable::find_earlier(const table::EarlierSurvey& survey) const {
  if (!survey.by_year) {
    const bool exists = survey.number >= 1 && static_cast<std::size_t>(survey.number) <= earlier_.size();
    return exists ? earlier_[static_cast<std::size_t>(survey.number) - 1] : nullptr;
  }
  if (manifest().fiscal_year == survey.number) return this;
  const auto found = std::find_if(earlier_.begin(), earlier_.end(), [&](const SurveyTable* table) {
    return table->manifest().fiscal_year == survey.number;
  });
  return found == earlier_.end() ? nullptr : *found;
}

table::Column SurveyTable::earlier_field(const table::EarlierSurvey& survey, table::FieldIndex index,
                                         std::uint32_t first_row, std::uint32_t num_rows) const {
  const SurveyTable* earlier = find_earlier(survey);
  table::Column column;
  column.reset(vocabulary().field(index).type, num_rows);
  if (earlier == nullptr) {
    for (std::uint32_t i = 0; i < num_rows; ++i) column.push_missing(MissingReason::kNoSurvey);
    return column;
  }
  const table::Column& answers = earlier->whole_columns_->column(index);
  if (earlier == this) {
    append_rows(answers, first_row, num_rows, column);
    return column;
  }
  const std::vector<WholeColumns::EarlierRow>& rows = whole_columns_->rows_in(*earlier);
  for (std::uint32_t row = first_row; row < first_row + num_rows; ++row) {
    if (rows[row].row == WholeColumns::EarlierRow::kNoRow)
      column.push_missing(rows[row].missing);
    else
      append_rows(answers, rows[row].row, 1, column);
  }
  return column;
}

}  // namespace kijun::survey
