#pragma once

#include "reports/model/format.h"

namespace kijun::reports {

/// The gap report as one HTML file: both languages inside, no network (its policy forbids it), readable and printable
/// without scripts. Where a table of the verdicts would have more than 20,000 cells the page holds numbers, verdicts and
/// messages, and its script draws the matrix. A page of more than 2.5 MB is folded: the sheets of the records and how
/// results came about are in it deflated, its script brings them back, and without scripts it says what is missing.
/// Links: `#m-142115` a municipality, `#r-council.municipality` a rule, `#f-m-142115-…` a finding.
void write_html(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);

/// The same with nothing folded, for whatever prints it without running its script.
void write_plain_html(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);

/// Refuses a result with more than a million cells of records × (rules + fields): a page holds every record, and browsers
/// do not open such a page.
[[nodiscard]] std::optional<Refusal> refuse_html(const audit::ResultModel& model, const ReportOptions& options);

/// The format `html`.
inline constexpr Format kHtmlFormat{.name = "html", .write = write_html, .refuse = refuse_html, .shows_earlier = true};

}  // namespace kijun::reports
