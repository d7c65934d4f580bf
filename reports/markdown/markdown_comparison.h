#pragma once

#include <ostream>

#include "reports/model/compare_report.h"

namespace kijun::reports {

/// Writes a comparison as GitHub Flavored Markdown.
void write_markdown_comparison(const CompareReport& report, Language language, std::ostream& out);

/// The format `markdown`.
inline constexpr CompareFormat kMarkdownComparison{"markdown", write_markdown_comparison};

}  // namespace kijun::reports
