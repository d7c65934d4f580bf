#pragma once

#include <string_view>

namespace kijun::reports {

/// `assets/report.css`, embedded at build time.
extern const std::string_view kReportStyle;
/// `assets/comparison.css`, which follows it on pages that compare.
extern const std::string_view kComparisonStyle;
/// `assets/questions.css`, which follows it on sheets of questions.
extern const std::string_view kQuestionStyle;
/// `assets/map.css` and `assets/trend.css`, which follow it on reports.
extern const std::string_view kMapStyle;
extern const std::string_view kTrendStyle;
/// `assets/report.js`, embedded at build time.
extern const std::string_view kReportScript;

}  // namespace kijun::reports
