#pragma once

#include <string_view>

namespace kijun::reports {

/// `assets/report.css`, embedded at build time.
extern const std::string_view kReportStyle;
/// `assets/comparison.css`, which follows it on pages that compare.
extern const std::string_view kComparisonStyle;
/// `assets/report.js`, embedded at build time.
extern const std::string_view kReportScript;

}  // namespace kijun::reports
