#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/audit/result_model.h"

namespace kijun::reports {

/// The verdict of every record under every rule that is asked of records, one character each, however many there are:
/// the matrix as the page carries it.
struct VerdictGrid {
  /// Where a rule is not asked of a record.
  static constexpr char kNotAsked = '.';

  std::vector<table::SubjectRef> records;  ///< Rows, in the order of reports.
  std::vector<std::size_t> columns;        ///< In `ResultModel::columns()`, by topic.
  std::vector<std::string> rows;           ///< By record: one character per column.
};

/// The cells of the grid, without making it.
[[nodiscard]] std::size_t count_grid_cells(const audit::ResultModel& result);

/// The character of a verdict: "a" for the first of `audit::Verdict`, and so on.
[[nodiscard]] char verdict_letter(audit::Verdict verdict);

/// Gathers the grid of a result.
[[nodiscard]] VerdictGrid verdict_grid(const audit::ResultModel& result);

}  // namespace kijun::reports
