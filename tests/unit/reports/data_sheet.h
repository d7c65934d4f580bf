#pragma once

#include "tests/unit/reports/read_workbook.h"

namespace kijun::reports {

/// Checks that a sheet of data is what the rules of 31 March 2026 for tables that machines read ask for: one table with
/// unique headings in row 1, no blank rows, nothing merged, hidden or computed. False for a sheet of another kind.
[[nodiscard]] bool expect_data_sheet(const ReadSheet& sheet);

}  // namespace kijun::reports
