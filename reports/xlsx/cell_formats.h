#pragma once

#include <xlsxwriter.h>

#include <array>

#include "reports/xlsx/workbook.h"

namespace kijun::reports {

/// Styles there are.
inline constexpr std::size_t kNumCellStyles = static_cast<std::size_t>(CellStyle::kLink) + 1;

/// One format of a workbook per style; the workbook owns them.
[[nodiscard]] std::array<lxw_format*, kNumCellStyles> make_cell_formats(lxw_workbook* book, Language language);

}  // namespace kijun::reports
