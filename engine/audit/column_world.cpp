#include "engine/audit/column_world.h"

#include <algorithm>

#include "engine/survey/column_reader.h"
#include "engine/survey/column_writer.h"

namespace kijun::audit {
namespace {

/// Columns kept at a time, in bytes; the one in use is kept in any case.
constexpr std::size_t kMaxColumnBytes = std::size_t{32} << 20U;

/// Cells asked for one by one cost as much as the whole column where they stand this far apart, and a few cost nothing.
constexpr std::size_t kRowsPerCell = 32;
constexpr std::size_t kFewCells = 128;

std::size_t bytes_of_row(table::FieldType type) {
  switch (type) {
    case table::FieldType::kEnum:
      return sizeof(table::MissingReason) + sizeof(std::uint32_t);
    case table::FieldType::kBool:
    case table::FieldType::kInt:
    case table::FieldType::kDate:
    case table::FieldType::kDouble:
      return sizeof(table::MissingReason) + sizeof(std::int64_t);
    case table::FieldType::kString:
    case table::FieldType::kDecimal:
      return sizeof(table::MissingReason) + sizeof(std::string_view);
    case table::FieldType::kList:
      break;
  }
  return sizeof(table::MissingReason) + sizeof(std::vector<std::string_view>);
}

}  // namespace

ColumnWorld::ColumnWorld(const survey::SurveySeries& series)
    : SurveyWorld(series), survey_(series.audited()), columns_(survey_.vocabulary().fields().size()) {}

const table::Column* ColumnWorld::column_of(const cel::CellRef& cell) const {
  if (cell.record.survey != 0 || cell.record.subject.space != table::kRecordSpace) return nullptr;
  FieldColumn& of_field = columns_[cell.index];
  if (of_field.column == nullptr && ++of_field.num_asked > std::max(kFewCells, survey_.num_rows() / kRowsPerCell))
    read_column(cell.index);
  return of_field.column.get();
}

void ColumnWorld::read_column(table::FieldIndex field) const {
  const std::size_t num_bytes = bytes_of_row(survey_.vocabulary().field(field).type) * survey_.num_rows();
  if (num_bytes_ + num_bytes > kMaxColumnBytes) {
    for (FieldColumn& each : columns_) each = FieldColumn();
    num_bytes_ = 0;
  }
  num_bytes_ += num_bytes;
  FieldColumn& of_field = columns_[field];
  of_field.column = std::make_unique<table::Column>();
  survey::read_whole_column(survey_, field, *of_field.column, of_field.texts);
}

cel::Value ColumnWorld::cell(const cel::CellRef& cell) const {
  const table::Column* const column = column_of(cell);
  if (column == nullptr) return SurveyWorld::cell(cell);
  const std::uint32_t row = cell.record.subject.index;
  if (column->missing[row] != table::MissingReason::kNone) return cel::Value::missing({cell, column->missing[row]});
  return survey::to_value(survey::value_at(*column, row, survey_.vocabulary().field(cell.index)));
}

table::MissingReason ColumnWorld::missing_reason(const cel::CellRef& cell) const {
  const table::Column* const column = column_of(cell);
  return column == nullptr ? SurveyWorld::missing_reason(cell) : column->missing[cell.record.subject.index];
}

}  // namespace kijun::audit
