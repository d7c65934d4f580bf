#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "engine/survey/world.h"
#include "engine/table/column.h"

namespace kijun::audit {

/// The surveys of a series for readers of many records' cells, such as all members of a group: a field of the audited
/// survey that is asked for often is read from its answer file once, as a whole. Belongs to one thread.
class ColumnWorld : public survey::SurveyWorld {
 public:
  /// `series` is borrowed.
  explicit ColumnWorld(const survey::SurveySeries& series);

  [[nodiscard]] cel::Value cell(const cel::CellRef& cell) const override;
  [[nodiscard]] table::MissingReason missing_reason(const cel::CellRef& cell) const override;

 private:
  struct FieldColumn {
    std::size_t num_asked = 0;              ///< Cells, before there was a column.
    std::unique_ptr<table::Column> column;  ///< All rows; null while it would not pay.
    std::deque<std::string> texts;          ///< Of the column: those that stand in no file.
  };
  /// The column that holds a cell, or null.
  [[nodiscard]] const table::Column* column_of(const cel::CellRef& cell) const;
  void read_column(table::FieldIndex field) const;

  const survey::SurveyTable& survey_;
  mutable std::vector<FieldColumn> columns_;  // by field; the interface has reading as const
  mutable std::size_t num_bytes_ = 0;
};

}  // namespace kijun::audit
