#include "reports/checkstyle/checkstyle_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/unit/reports/ci_model.h"

namespace kijun::reports {
namespace {

using testing::HasSubstr;

TEST(CheckstyleReportTest, EveryFindingIsAnErrorOfItsFile) {
  const DecidedModel model;
  std::ostringstream out;
  write_checkstyle_report(model, repository_options(), out);
  const std::string xml = out.str();
  std::size_t num_errors = 0;
  for (std::size_t at = xml.find("<error "); at != std::string::npos; at = xml.find("<error ", at + 1)) ++num_errors;
  EXPECT_EQ(num_errors, 9U + 1U);
  EXPECT_THAT(xml, HasSubstr("<file name=\"data/2018/answers.csv\">"));
  EXPECT_THAT(xml, HasSubstr("<error line=\"5\" column=\"2\" severity=\"info\""));  // 丙村, undecided
  EXPECT_THAT(xml, HasSubstr("source=\"kijun.left-out\""));
  EXPECT_EQ(xml.substr(xml.size() - 14), "</checkstyle>\n");
}

TEST(CheckstyleReportTest, WithoutFindingsItHoldsNoFile) {
  std::ostringstream out;
  write_checkstyle_report(CleanModel(), repository_options(), out);
  EXPECT_EQ(out.str(), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n</checkstyle>\n");
}

TEST(CheckstyleReportTest, AFailedRunIsAnError) {
  std::ostringstream out;
  write_checkstyle_failure(repository_options(), out);
  EXPECT_THAT(out.str(), HasSubstr("severity=\"error\""));
}

}  // namespace
}  // namespace kijun::reports
