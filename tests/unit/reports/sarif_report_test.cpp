#include "reports/sarif/sarif_report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/unit/reports/ci_model.h"

namespace kijun::reports {
namespace {

using nlohmann::json;

json run_of(const Format& format, const audit::ResultModel& model, const ReportOptions& options) {
  std::ostringstream out;
  format.write(model, options, out);
  return json::parse(out.str()).at("runs").at(0);
}

json failed_run_of(const Format& format, const ReportOptions& options) {
  std::ostringstream out;
  format.write_failure(options, out);
  return json::parse(out.str()).at("runs").at(0);
}

/// The result of a fingerprint's owner: rule and line.
const json& result_of(const json& run, const std::string& rule, std::size_t line) {
  for (const json& result : run.at("results"))
    if (result.at("ruleId") == rule &&
        result.at("locations").at(0).at("physicalLocation").at("region").at("startLine") == line)
      return result;
  throw std::out_of_range(rule);
}

/// What the standard and GitHub demand of every result, of either profile.
void expect_sound(const json& run) {
  const json& rules = run.at("tool").at("driver").at("rules");
  std::set<std::string> hashes;
  for (const json& result : run.at("results")) {
    const std::string rule = result.at("ruleId");
    if (result.contains("ruleIndex")) {
      EXPECT_EQ(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id"), rule);
    }
    if (result.value("kind", "fail") != "fail") {
      EXPECT_EQ(result.at("level"), "none");
    }
    EXPECT_FALSE(result.at("message").at("text").get<std::string>().empty());
    const json& place = result.at("locations").at(0).at("physicalLocation");
    EXPECT_FALSE(place.at("artifactLocation").at("uri").get<std::string>().empty());
    EXPECT_GE(place.at("region").at("startLine").get<std::size_t>(), 1U);
    EXPECT_GE(place.at("region").at("startColumn").get<std::size_t>(), 1U);
    EXPECT_TRUE(hashes.insert(result.at("partialFingerprints").at("primaryLocationLineHash")).second) << rule;
    const std::string text = result.at("message").at("text");
    if (text.find("](1)") != std::string::npos) {
      EXPECT_EQ(result.at("relatedLocations").at(0).at("id"), 1);
    }
  }
  for (const json& rule : rules)
    for (const char* text : {"shortDescription", "fullDescription", "help"})
      EXPECT_FALSE(rule.at(text).at("text").get<std::string>().empty()) << rule.at("id");
}

TEST(SarifReportTest, TheFullLogHoldsEveryResult) {
  const DecidedModel model;
  const json run = run_of(kSarifFormat, model, repository_options());
  expect_sound(run);
  EXPECT_EQ(run.at("results").size(), 22U + 1U);  // and one of the baseline that is no more
  std::map<std::string, int> kinds;
  for (const json& result : run.at("results")) ++kinds[result.at("kind")];
  EXPECT_EQ(kinds["fail"], 7);
  EXPECT_EQ(kinds["open"], 3);
  EXPECT_EQ(kinds["notApplicable"], 1);
  EXPECT_EQ(kinds["pass"], 11);
  EXPECT_EQ(run.at("invocations").at(0).at("executionSuccessful"), true);
}

TEST(SarifReportTest, SuppressionsStandOnAllResults) {
  const DecidedModel model;
  const json run = run_of(kSarifFormat, model, repository_options());
  std::size_t num_suppressed = 0;
  for (const json& result : run.at("results")) num_suppressed += result.at("suppressions").size();
  EXPECT_EQ(num_suppressed, 1U);
}

TEST(SarifReportTest, TheBaselineSpeaksTheWordsOfSarif) {
  const DecidedModel model;
  const json run = run_of(kSarifFormat, model, repository_options());
  std::map<std::string, int> states;
  for (const json& result : run.at("results"))
    if (result.contains("baselineState")) ++states[result.at("baselineState")];
  EXPECT_EQ(states["unchanged"], 1);
  EXPECT_EQ(states["absent"], 1);
  EXPECT_EQ(states["new"], 9);
}

TEST(SarifReportTest, LogicalLocationsAreATree) {
  const DecidedModel model;
  const json run = run_of(kSarifFormat, model, repository_options());
  const json& all = run.at("logicalLocations");
  const json& result = result_of(run, "answer.blank", 5);
  const json& own = all.at(result.at("locations").at(0).at("logicalLocations").at(0).at("index").get<std::size_t>());
  EXPECT_EQ(own.at("kind"), "value");
  EXPECT_EQ(own.at("name"), "council");
  const json& subject = all.at(own.at("parentIndex").get<std::size_t>());
  EXPECT_EQ(subject.at("kind"), "object");
  EXPECT_EQ(subject.at("name"), "993026");
  EXPECT_EQ(all.at(subject.at("parentIndex").get<std::size_t>()).at("kind"), "resource");
}

TEST(SarifReportTest, TheLogForGithubHoldsOnlyAlerts) {
  const DecidedModel model;
  const json run = run_of(kGithubSarifFormat, model, repository_options());
  expect_sound(run);
  EXPECT_EQ(run.at("results").size(), 9U);  // ten findings, one accepted for a time
  for (const json& result : run.at("results")) {
    EXPECT_FALSE(result.contains("kind"));
    EXPECT_NE(result.at("level"), "none");
  }
  const json& remark = run.at("invocations").at(0).at("toolExecutionNotifications").at(0);
  EXPECT_EQ(remark.at("message").at("text"),
            "Findings not shown here: 1 accepted by the prefecture for a time, 0 beyond the limit of lists.");
}

TEST(SarifReportTest, GroupsBySubjectOrRuleAndSaysSo) {
  const DecidedModel model;
  ReportOptions options = repository_options();
  options.ci.sarif_group = EntryUnit::kMunicipality;
  const json by_subject = run_of(kGithubSarifFormat, model, options);
  expect_sound(by_subject);
  EXPECT_EQ(by_subject.at("results").size(), 6U);
  EXPECT_EQ(by_subject.at("results").at(0).at("ruleId"), "kijun.municipality");
  options.ci.sarif_group = EntryUnit::kRule;
  const json by_rule = run_of(kGithubSarifFormat, model, options);
  expect_sound(by_rule);
  EXPECT_EQ(by_rule.at("results").size(), 7U);
  EXPECT_EQ(describe_github_sarif(model, options).at(0).en, "9 findings are grouped into 7 entries, as asked.");
  EXPECT_TRUE(describe_sarif(model, repository_options()).empty());
}

TEST(SarifReportTest, AFailedRunSaysWhyInEitherProfile) {
  ReportOptions options = repository_options();
  options.ci.notifications = {
      {"KJ4201", policy::Severity::kError, {"行がない", "no row"}, {}, {"data/r.csv", 3, 1, "", ""}}};
  const json full = failed_run_of(kSarifFormat, options);
  const json& invocation = full.at("invocations").at(0);
  EXPECT_EQ(invocation.at("executionSuccessful"), false);
  EXPECT_EQ(invocation.at("exitCode"), 2);
  EXPECT_EQ(invocation.at("toolExecutionNotifications").at(0).at("descriptor").at("id"), "KJ4201");
  EXPECT_TRUE(full.at("results").empty());
  const json github = failed_run_of(kGithubSarifFormat, options);
  expect_sound(github);
  EXPECT_EQ(github.at("results").at(0).at("level"), "error");
  EXPECT_EQ(github.at("automationDetails").at("id"), "kijun/not-run/");
}

TEST(SarifReportTest, WithoutFindingsTheResultsAreThereAndEmpty) {
  for (const Format& format : {kSarifFormat, kGithubSarifFormat}) {
    const json run = run_of(format, CleanModel(), repository_options());
    EXPECT_EQ(run.at("results"), json::array());
    EXPECT_EQ(run.at("invocations").at(0).at("executionSuccessful"), true);
  }
}

TEST(SarifReportTest, APartOfTheSurveyClosesNoAlertsOfTheWhole) {
  FakeModel model;
  const std::string whole = run_of(kGithubSarifFormat, model, repository_options()).at("automationDetails").at("id");
  model.run_info().narrowed = {"--for 甲市"};
  EXPECT_EQ(run_of(kGithubSarifFormat, model, repository_options()).at("automationDetails").at("id"),
            whole + "narrowed/");
}

/// A model whose first rule has a topic that is called like its actor.
class NamesakeModel : public FakeModel {
 public:
  NamesakeModel() : ruleset_(FakeModel::ruleset()) { ruleset_.rules.front().topic = ruleset_.rules.front().actor; }
  const policy::Ruleset& ruleset() const override { return ruleset_; }

 private:
  policy::Ruleset ruleset_;
};

TEST(SarifReportTest, TagsOfARuleAreDistinct) {
  const NamesakeModel model;
  const json run = run_of(kGithubSarifFormat, model, repository_options());
  EXPECT_EQ(run.at("tool").at("driver").at("rules").at(0).at("properties").at("tags"),
            json({"municipality", "policy"}));
}

TEST(SarifReportTest, NoLinkOfADataTextIsOne) {
  ReportOptions options = repository_options();
  options.ci.notifications = {{"", policy::Severity::kError, {"[x](1)", "see [x](http://a)"}, {}, {}}};
  const json run = failed_run_of(kSarifFormat, options);
  EXPECT_EQ(run.at("invocations").at(0).at("toolExecutionNotifications").at(0).at("message").at("text"),
            "see \\[x\\](http://a)");
}

}  // namespace
}  // namespace kijun::reports
