#pragma once

#include <optional>
#include <ostream>

#include "reports/model/format.h"
#include "reports/xlsx/workbook.h"

namespace kijun::reports {

/// Writes the gap report as an Excel workbook in one language: sheets for reading and printing, and sheets of data that
/// a program reads back (one table, headings in row 1, no formulas). The day of making among its properties is that of
/// the options, so that the same result gives the same bytes. A workbook that cannot be made fails the stream.
void write_xlsx(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);

/// Refuses more results than a sheet has rows.
[[nodiscard]] std::optional<Refusal> refuse_xlsx(const audit::ResultModel& model, const ReportOptions& options);

/// The format `xlsx`.
inline constexpr Format kXlsxFormat{.name = "xlsx", .write = write_xlsx, .refuse = refuse_xlsx, .shows_earlier = true};

}  // namespace kijun::reports
