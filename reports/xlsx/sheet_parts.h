#pragma once

#include <xlsxwriter.h>

#include "reports/xlsx/workbook.h"

namespace kijun::reports {

/// What each column and single cells of the table take, where `num_above` rows stand above its first.
void write_validations(const Sheet& content, lxw_worksheet* sheet, std::size_t num_above);

/// Colours for the cells of a sheet of `num_rows` rows that hold a mark.
void write_marks(const Sheet& content, lxw_workbook* book, lxw_worksheet* sheet, std::size_t num_rows);

/// The charts that the sheet has. `name` is that of the sheet as it is written. False where the library failed.
[[nodiscard]] bool write_charts(const Sheet& content, const std::string& name, lxw_workbook* book,
                                lxw_worksheet* sheet);

}  // namespace kijun::reports
