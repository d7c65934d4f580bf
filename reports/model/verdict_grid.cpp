#include "reports/model/verdict_grid.h"

#include <algorithm>

#include "reports/model/build_parts.h"

namespace kijun::reports {
namespace {

constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);

// Rows by the record's index within its space.
std::vector<std::size_t> rows_by_index(const audit::SubjectList& records) {
  std::vector<std::size_t> rows(records.num_subjects(), kNoRow);
  for (std::size_t row = 0; row < records.size(); ++row) rows[records.index(row)] = row;
  return rows;
}

void fill_column(const audit::RuleColumn& column, const std::vector<std::size_t>& row_of, std::size_t at,
                 std::vector<std::string>& rows) {
  for (std::size_t position = 0; position < column.size(); ++position) {
    const std::size_t row = row_of[column.subjects().index(position)];
    if (row != kNoRow) rows[row][at] = verdict_letter(audit::verdict_of(column, column.code(position)));
  }
}

}  // namespace

std::size_t count_grid_cells(const audit::ResultModel& result) {
  const auto& columns = result.columns();
  const auto num_columns = std::count_if(columns.begin(), columns.end(), [](const audit::RuleColumn& column) {
    return column.subjects().space() == table::kRecordSpace;
  });
  return result.records().size() * static_cast<std::size_t>(num_columns);
}

char verdict_letter(audit::Verdict verdict) { return static_cast<char>('a' + static_cast<int>(verdict)); }

VerdictGrid verdict_grid(const audit::ResultModel& result) {
  VerdictGrid grid;
  for (const table::SubjectRef record : result.records()) grid.records.push_back(record);
  for (const std::size_t column : columns_by_topic(result))
    if (result.columns()[column].subjects().space() == table::kRecordSpace) grid.columns.push_back(column);
  grid.rows.assign(grid.records.size(), std::string(grid.columns.size(), VerdictGrid::kNotAsked));
  const std::vector<std::size_t> row_of = rows_by_index(result.records());
  for (std::size_t at = 0; at < grid.columns.size(); ++at)
    fill_column(result.columns()[grid.columns[at]], row_of, at, grid.rows);
  return grid;
}

}  // namespace kijun::reports
