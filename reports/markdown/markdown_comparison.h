#pragma once

#include <ostream>

#include "reports/markdown/markdown_document.h"
#include "reports/model/compare_report.h"

namespace kijun::reports {

/// What the two runs were: a table.
void write_comparison_head(const CompareReport& report, MarkdownDocument& page);
/// How many changes each cause made; nothing without a split. Headings of this and the next parts are of `level`.
void write_comparison_causes(const CompareReport& report, int level, MarkdownDocument& page);
/// The changes, and how many there are by rule, zone and municipality.
void write_comparison_changes(const CompareReport& report, int level, MarkdownDocument& page);
/// The indicators of both runs; nothing where there are none.
void write_comparison_rates(const CompareReport& report, int level, MarkdownDocument& page);
/// Joins that are not one code to the same, and who has no counterpart.
void write_comparison_joins(const CompareReport& report, int level, MarkdownDocument& page);

/// Writes a comparison as GitHub Flavored Markdown.
void write_markdown_comparison(const CompareReport& report, Language language, std::ostream& out);

/// The format `markdown`.
inline constexpr CompareFormat kMarkdownComparison{"markdown", write_markdown_comparison};

}  // namespace kijun::reports
