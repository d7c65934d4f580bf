#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "reports/xlsx/workbook.h"

namespace kijun::reports {

/// A name that no sheet has yet, as Excel allows it: no `[]:*?/\`, at most 31 characters, no apostrophe at either end.
[[nodiscard]] std::string free_sheet_name(const std::string& wanted, std::set<std::string>& taken);

/// How wide the columns are, in half-width characters.
[[nodiscard]] std::vector<std::size_t> column_widths(const Sheet& content);

/// How many lines a row takes in columns of such widths.
[[nodiscard]] std::size_t count_lines(const std::vector<SheetCell>& cells, const std::vector<std::size_t>& widths);

/// How many lines a turned heading takes of the height of a row.
[[nodiscard]] std::size_t count_upright_lines(const std::vector<SheetCell>& cells);

}  // namespace kijun::reports
