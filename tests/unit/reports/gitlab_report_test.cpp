#include "reports/gitlab/gitlab_report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/unit/reports/ci_model.h"

namespace kijun::reports {
namespace {

nlohmann::json issues_of(const audit::ResultModel& model, const ReportOptions& options) {
  std::ostringstream out;
  write_gitlab_report(model, options, out);
  return nlohmann::json::parse(out.str());
}

TEST(GitlabReportTest, EveryIssueHasWhatGitlabDemandsAndAFingerprintOfItsOwn) {
  const DecidedModel model;
  const nlohmann::json issues = issues_of(model, repository_options());
  ASSERT_EQ(issues.size(), 9U + 1U);  // and the count of what is left out
  const std::set<std::string> severities{"info", "minor", "major", "critical", "blocker"};
  std::set<std::string> fingerprints;
  for (const nlohmann::json& issue : issues) {
    EXPECT_TRUE(fingerprints.insert(issue.at("fingerprint")).second);
    EXPECT_TRUE(severities.contains(issue.at("severity")));
    EXPECT_GE(issue.at("location").at("lines").at("begin").get<int>(), 1);
    EXPECT_FALSE(issue.at("location").at("path").get<std::string>().empty());
    const std::string description = issue.at("description");
    EXPECT_TRUE(description.starts_with(issue.at("check_name").get<std::string>() + ": ")) << description;
  }
  EXPECT_EQ(issues.back().at("check_name"), "kijun.left-out");
}

TEST(GitlabReportTest, WhatIsNotListedIsCounted) {
  FakeModel model;
  model.cut(0);
  const nlohmann::json issues = issues_of(model, repository_options());
  ASSERT_EQ(issues.size(), 1U);  // ten are counted
  EXPECT_NE(issues.at(0).at("description").get<std::string>().find("10 beyond"), std::string::npos);
}

TEST(GitlabReportTest, WithoutFindingsItIsAnEmptyArray) {
  std::ostringstream out;
  write_gitlab_report(CleanModel(), repository_options(), out);
  EXPECT_EQ(out.str(), "[]\n");
}

TEST(GitlabReportTest, AFailedRunIsABlocker) {
  std::ostringstream out;
  write_gitlab_failure(repository_options(), out);
  EXPECT_EQ(nlohmann::json::parse(out.str()).at(0).at("severity"), "blocker");
}

}  // namespace
}  // namespace kijun::reports
