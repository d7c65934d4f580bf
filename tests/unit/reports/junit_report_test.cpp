#include "reports/junit/junit_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/unit/reports/ci_model.h"

namespace kijun::reports {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string junit_text(const audit::ResultModel& model, const ReportOptions& options) {
  std::ostringstream out;
  write_junit_report(model, options, out);
  return out.str();
}

std::size_t occurrences(const std::string& text, std::string_view what) {
  std::size_t number = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++number;
  return number;
}

TEST(JunitReportTest, ASuitePerSubjectAndACasePerRule) {
  const DecidedModel model;
  const std::string xml = junit_text(model, repository_options());
  EXPECT_EQ(occurrences(xml, "<testsuite "), 1U + 4U + 2U + 1U);  // the run, records, zones, the body
  EXPECT_EQ(occurrences(xml, "<testcase "), 1U + 22U);
  EXPECT_THAT(xml, HasSubstr("<testsuites>\n"));  // Ant knows no attributes of it
  EXPECT_THAT(xml, HasSubstr("tests=\"5\" failures=\"0\" errors=\"0\" skipped=\"2\""));  // 甲市: trial, known
}

TEST(JunitReportTest, RedIsWhatGates) {
  const DecidedModel model;
  const std::string xml = junit_text(model, repository_options());
  std::size_t num_blocking = 0;
  for (std::size_t column = 0; column < model.columns().size(); ++column)
    for (std::size_t position = 0; position < model.columns()[column].size(); ++position)
      num_blocking += model.gate(column, position).blocks ? 1U : 0U;
  EXPECT_EQ(occurrences(xml, "<failure "), num_blocking);
  EXPECT_EQ(occurrences(xml, "<error "), 0U);
  EXPECT_THAT(xml, HasSubstr("accepted until 2020-03-31"));
}

TEST(JunitReportTest, OnlyForGitlabCasesHaveWhatTheSchemasDoNotKnow) {
  const DecidedModel model;
  ReportOptions options = repository_options();
  EXPECT_THAT(junit_text(model, options), Not(HasSubstr(" file=")));
  options.ci.junit_for_gitlab = true;
  const std::string xml = junit_text(model, options);
  EXPECT_THAT(xml, HasSubstr(" file=\"data/2018/answers.csv\""));
  EXPECT_THAT(xml, HasSubstr("name=\"Otsu Town: council.municipality Municipal council\""));
}

TEST(JunitReportTest, OneCaseCanStandForARuleOrASubject) {
  const DecidedModel model;
  ReportOptions options = repository_options();
  options.ci.junit_unit = EntryUnit::kRule;
  EXPECT_EQ(occurrences(junit_text(model, options), "<testcase "), 1U + 7U);
  EXPECT_EQ(describe_junit(model, options).at(0).en, "22 results are grouped into 7 cases, as asked.");
  options.ci.junit_unit = EntryUnit::kMunicipality;
  const std::string xml = junit_text(model, options);
  EXPECT_EQ(occurrences(xml, "<testcase "), 1U + 7U);
  EXPECT_THAT(xml, HasSubstr("name=\"south South\" classname=\"kijun." + model.run().survey_id + ".municipality\""));
}

TEST(JunitReportTest, WithoutResultsTheRunIsStillACase) {
  const std::string xml = junit_text(CleanModel(), repository_options());
  EXPECT_EQ(occurrences(xml, "<testsuite "), 1U);
  EXPECT_THAT(xml, HasSubstr("<testcase name=\"The run of the audit\" classname=\"kijun\" time=\"0\"/>"));
}

TEST(JunitReportTest, AFailedRunIsAnErrorOfTheRun) {
  ReportOptions options = repository_options();
  options.ci.notifications = {{"KJ4201", policy::Severity::kError, {"<行>", "<row>"}, {}, {}}};
  std::ostringstream out;
  write_junit_failure(options, out);
  EXPECT_THAT(out.str(), HasSubstr("tests=\"1\" failures=\"0\" errors=\"1\""));
  EXPECT_THAT(out.str(), HasSubstr("<error message=\"&lt;row&gt;\" type=\"KJ4201\">"));
}

}  // namespace
}  // namespace kijun::reports
