#pragma once

#include "engine/analysis/rules_table/rules_table.h"
#include "reports/xlsx/workbook.h"

namespace kijun::cli {

/// The table as a workbook: the whole table to be edited, as CSV has it, then its parts for reading and printing in one
/// language, and how to read the table back.
[[nodiscard]] reports::Workbook table_workbook(const analysis::RulesTable& table, const LocalizedText& title,
                                               Language language);

}  // namespace kijun::cli
