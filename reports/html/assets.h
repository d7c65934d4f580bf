#pragma once

#include <string_view>

namespace kijun::reports {

/// `assets/report.css`, embedded at build time.
extern const std::string_view kReportStyle;
/// `assets/comparison.css`, which follows it on pages that compare.
extern const std::string_view kComparisonStyle;
/// `assets/questions.css`, which follows it on sheets of questions.
extern const std::string_view kQuestionStyle;
/// `assets/views/*.css` and `assets/comparison.css`, which follow it on the gap report.
extern const std::string_view kViewStyle;
/// `assets/briefing.css`, which follows it on the page for the council.
extern const std::string_view kBriefingStyle;
/// `assets/report.js`, embedded at build time.
extern const std::string_view kReportScript;
/// `assets/views/unfold.js`, which follows it on the gap report and starts what comes next.
extern const std::string_view kUnfoldScript;
/// The other `assets/views/*.js`: the views of the gap report.
extern const std::string_view kViewScript;

}  // namespace kijun::reports
