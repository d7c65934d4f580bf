#pragma once

#include <chrono>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <kijun/audit.h>
#include <kijun/result.h>

namespace kijun::api {

/// What a reader chooses about a report. With the audit, it is all that goes into its bytes.
struct ReportOptions {
  Language language = Language::kJapanese;
  bool findings_only = false;                          ///< Passes and what does not apply are counted, not listed.
  std::optional<std::chrono::year_month_day> created;  ///< 作成日, printed only when given: there is no clock.
};

/// The names of the formats: "text", "json", "html" …
[[nodiscard]] std::vector<std::string> report_formats();

/// Writes a report: text as UTF-8, "xlsx" as the bytes of a workbook. The failure is an unknown format, or one that refuses
/// so large a result; whether the stream took everything is the caller's to see.
[[nodiscard]] Result<void> render(const Audit& audit, std::string_view format, const ReportOptions& options,
                                  std::ostream& out);

}  // namespace kijun::api
