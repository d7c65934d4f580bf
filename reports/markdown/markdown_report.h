#pragma once

#include "reports/model/format.h"

namespace kijun::reports {

/// The gap report as GitHub Flavored Markdown in the chosen language: the same parts and numbers as the page.
void write_markdown(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);

/// The format `markdown`.
inline constexpr Format kMarkdownFormat{.name = "markdown", .write = write_markdown, .shows_earlier = true};

}  // namespace kijun::reports
