#include "reports/markdown/step_summary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/unit/reports/ci_model.h"

namespace kijun::reports {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string summary_text(const audit::ResultModel& model, const ReportOptions& options) {
  std::ostringstream out;
  write_step_summary(model, options, out);
  return out.str();
}

TEST(StepSummaryTest, EveryRuleWithFindingsIsASectionGatingOnesFirst) {
  const DecidedModel model;
  const std::string text = summary_text(model, repository_options());
  std::size_t num_sections = 0;
  for (std::size_t at = text.find("\n### "); at != std::string::npos; at = text.find("\n### ", at + 1)) ++num_sections;
  EXPECT_EQ(num_sections, 7U);
  EXPECT_LT(text.find("### Missing answer"), text.find("### Municipal council"));  // the latter is accepted for a time
  EXPECT_THAT(text, HasSubstr("data/2018/answers.csv:5:2"));
}

TEST(StepSummaryTest, SectionsWithoutRoomAreCounted) {
  const DecidedModel model;
  ReportOptions options = repository_options();
  const std::string whole = summary_text(model, options);
  constexpr std::size_t kLimit = std::size_t{900} << 10U;
  constexpr std::size_t kClosing = 4096;
  // Room for all but the last section.
  options.ci.summary_bytes_taken = kLimit - kClosing - whole.rfind("\n### ") - 1;
  const std::string cut = summary_text(model, options);
  EXPECT_THAT(cut, HasSubstr("1 section (2 findings) was left out for want of room."));
  EXPECT_LT(cut.size(), whole.size());
  options.ci.summary_bytes_taken = kLimit;
  const std::string nothing = summary_text(model, options);
  EXPECT_THAT(nothing, HasSubstr("(10 findings)"));
  EXPECT_THAT(nothing, Not(HasSubstr("###")));
}

TEST(StepSummaryTest, AFailedRunSaysSo) {
  ReportOptions options = repository_options();
  options.ci.notifications = {{"KJ4201", policy::Severity::kError, {"|<b>", "|<b>"}, {}, {"r.csv", 3, 1, "", ""}}};
  std::ostringstream out;
  write_step_summary_failure(options, out);
  EXPECT_THAT(out.str(), HasSubstr("| error | KJ4201 | \\|&lt;b&gt; | r.csv:3:1 |"));
}

}  // namespace
}  // namespace kijun::reports
