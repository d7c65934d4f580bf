#pragma once

#include <cstddef>

#include "engine/audit/result_model.h"
#include "reports/model/format.h"

namespace kijun::reports {

/// Results of a column that the cap on listed findings leaves out.
struct Unlisted {
  std::size_t findings = 0;  ///< Failing, undecided and erring.
  std::size_t others = 0;    ///< Passes, and what does not apply.
};

/// What the cap leaves out of a column (a position in `ResultModel::columns()`), as far as a format would carry it.
[[nodiscard]] Unlisted count_unlisted(const audit::ResultModel& model, std::size_t column,
                                      ResultsShown shown = ResultsShown::kAll);

/// True for an outcome that a format carries.
[[nodiscard]] inline bool carries(ResultsShown shown, audit::Outcome outcome) {
  return shown == ResultsShown::kAll || audit::is_finding(outcome);
}

/// Cells a report that shows every record embeds: records × (rules + fields).
[[nodiscard]] std::size_t count_cells(const audit::ResultModel& model);

/// Most cells shown record by record. Above it reports that can do without leave the matrix, the sheets and the
/// questions out and say so; those that are made of them refuse.
inline constexpr std::size_t kMaxCells = 200'000;

}  // namespace kijun::reports
