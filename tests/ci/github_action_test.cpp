// The workflow of the example repository, and the action of this repository in it, run as GitHub runs them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/ci/ci_repository.h"
#include "tests/ci/github_job.h"

namespace kijun::ci {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr const char* kAudit = "点検 / audit";
constexpr const char* kCompare = "変更の影響 / what the change does";

/// A job on a clone of a branch.
GithubJob job_on(const CiRepository& repository, const std::string& branch) {
  GithubJob job;
  job.workspace = repository.clone(branch);
  job.temp = repository.scratch() / ("temp-" + branch);
  job.inputs["program"] = KIJUN_PROGRAM;
  return job;
}

GithubJob pull_request(const CiRepository& repository) {
  GithubJob job = job_on(repository, "change");
  job.event = "pull_request";
  job.base = repository.commit_of("main");
  return job;
}

JobResult run_example(const GithubJob& job) { return run_workflow(job.workspace / ".github/workflows/kijun.yml", job); }

/// The lines of an output that begin so.
std::vector<std::string> lines_with(const std::string& text, const std::string& begin) {
  std::vector<std::string> found;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with(begin)) found.push_back(line);
  return found;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t number = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++number;
  return number;
}

TEST(GithubActionTest, WhatStandsOnTheMainBranchIsGreen) {
  const CiRepository repository;
  const JobResult result = run_example(job_on(repository, "main"));
  EXPECT_TRUE(result.succeeded);
  for (const StepResult& step : result.steps)
    EXPECT_THAT(step.exit, ::testing::AnyOf("", "0")) << step.name << step.err;
  const StepResult& audit = result.step(kAudit);
  EXPECT_EQ(audit.outputs.at("exit-code"), "0");
  EXPECT_THAT(audit.summary, HasSubstr("架空県 相談窓口調査（令和7年度）"));
  EXPECT_THAT(result.step(kCompare).summary, IsEmpty()) << "there is no base on a push";
  EXPECT_EQ(result.step("規則の例と網羅率").exit, "0");
  EXPECT_EQ(result.step("報告書").with.at("path"), audit.outputs.at("folder"));
}

TEST(GithubActionTest, OnlyTheNewProblemOfAPullRequestGates) {
  const CiRepository repository;
  repository.propose_change();
  const JobResult result = run_example(pull_request(repository));
  EXPECT_FALSE(result.succeeded);
  const StepResult& audit = result.step(kAudit);
  EXPECT_EQ(audit.exit, "1");
  EXPECT_EQ(audit.outputs.at("exit-code"), "1");
  // A desk given up and advisers too few are findings of policy; 夢見村's blanks are known.
  const std::vector<std::string> errors = lines_with(audit.out, "::error ");
  ASSERT_EQ(errors.size(), 1U) << audit.out;
  EXPECT_THAT(errors.front(), AllOf(HasSubstr("file=data/kakuu/2025/answers.csv,line=3"), HasSubstr("月影市")));
  const std::string junit = golden::read_bytes(audit.outputs.at("junit"));
  EXPECT_EQ(count(junit, "<failure"), 1U);
  EXPECT_EQ(count(junit, "<error"), 0U);
  const json sarif = json::parse(golden::read_bytes(audit.outputs.at("sarif")));
  EXPECT_EQ(sarif["version"], "2.1.0");
  EXPECT_THAT(golden::read_bytes(audit.outputs.at("report")), HasSubstr("</html>"));
  for (const char* const other : {"規則の例と網羅率", "規則の誤り", "規則の意味が記録のとおりか", kCompare})
    EXPECT_EQ(result.step(other).exit, "0") << result.step(other).err << result.step(other).out;
  EXPECT_TRUE(result.has_step("報告書")) << "reports are kept of a job that fails";
}

TEST(GithubActionTest, TheSummaryNamesTheStricterRuleAndWhoseVerdictsChangeAndWhy) {
  const CiRepository repository;
  repository.propose_change();
  const GithubJob job = pull_request(repository);
  const JobResult result = run_example(job);
  const StepResult& compared = result.step(kCompare);
  EXPECT_THAT(compared.summary, HasSubstr("### 厳格化 desk.staff 相談員の人数"));
  EXPECT_THAT(compared.summary, HasSubstr("| 相談員の人数の下限<br>min\\_staff | 1人 | 3人 | desk-2025 |"));
  EXPECT_THAT(compared.summary, HasSubstr("網羅率：100.0%（4/4）"));
  EXPECT_THAT(compared.summary, HasSubstr("### 変わったルールのlint　指摘0件"));
  const std::vector<std::string> stricter = lines_with(compared.summary, "| 夢見町 |");
  ASSERT_EQ(stricter.size(), 1U) << compared.summary;
  EXPECT_THAT(stricter.front(),
              AllOf(HasSubstr("desk.staff"), HasSubstr("| 達成 | 留意（参考） | 規則<br>ルールの厳格化 |")));
  const std::vector<std::string> given_up = lines_with(compared.summary, "| 霧ヶ丘市 | 市町村の相談窓口の設置");
  ASSERT_EQ(given_up.size(), 1U) << compared.summary;
  EXPECT_THAT(given_up.front(), HasSubstr("回答<br>相談窓口の設置状況：設置済み「○」 → 未設置「×」"));
  EXPECT_THAT(compared.summary, Not(HasSubstr("answer.blank desk"))) << "no rule but one changed";
  EXPECT_TRUE(fs::exists(job.temp / "kijun/comparison.html"));
  // The base is taken away again.
  const golden::ProcessResult trees = run_script({"git worktree list", job.workspace, {}});
  EXPECT_EQ(count(trees.out, "\n"), 1U) << trees.out;
}

TEST(GithubActionTest, APullRequestThatTouchesNeitherRulesNorDataIsNotCompared) {
  const CiRepository repository;
  repository.edit("README.en.md", "Advice desks", "The advice desks");
  repository.commit("change");
  const JobResult result = run_example(pull_request(repository));
  EXPECT_TRUE(result.succeeded);
  EXPECT_THAT(result.step(kCompare).out, HasSubstr("neither rules nor data changed"));
  EXPECT_THAT(result.step(kCompare).summary, IsEmpty());
}

TEST(GithubActionTest, ThePullRequestThatBringsKijunHasNothingToCompareWith) {
  const CiRepository repository;
  fs::rename(repository.home() / "kijun.toml", repository.scratch() / "kijun.toml");
  repository.commit("main");
  fs::rename(repository.scratch() / "kijun.toml", repository.home() / "kijun.toml");
  repository.commit("change");
  const JobResult result = run_example(pull_request(repository));
  EXPECT_TRUE(result.succeeded);
  EXPECT_THAT(result.step(kCompare).out, HasSubstr("::warning title=kijun::nothing to compare with"));
}

TEST(GithubActionTest, RulesThatDoNotLoadFailTheAuditAndItsFilesSaySo) {
  const CiRepository repository;
  repository.edit("rules/desk/desk-2025.toml", "params.min_staff'", "params.min_stuff'");
  repository.commit("change");
  const JobResult result = run_example(pull_request(repository));
  EXPECT_FALSE(result.succeeded);
  const StepResult& compared = result.step(kCompare);
  EXPECT_EQ(compared.exit, "0");
  EXPECT_THAT(compared.out, HasSubstr("::warning title=kijun::cannot compare"));
  EXPECT_THAT(compared.summary, HasSubstr("min\\_stuff"));
  const StepResult& audit = result.step(kAudit);
  EXPECT_EQ(audit.exit, "2");
  EXPECT_EQ(audit.outputs.at("exit-code"), "2");
  EXPECT_FALSE(audit.outputs.contains("report"));
  const json sarif = json::parse(golden::read_bytes(audit.outputs.at("sarif")));
  EXPECT_EQ(sarif["runs"][0]["invocations"][0]["executionSuccessful"], false);
}

TEST(GithubActionTest, ItsInputsNameWhatIsElsewhere) {
  const CiRepository repository("a b/desks");
  repository.propose_change();
  GithubJob job = pull_request(repository);
  job.inputs["project"] = "a b/desks";
  job.inputs["survey"] = "data/kakuu/2025";
  job.inputs["rules"] = "rules/desk";
  job.inputs["language"] = "en";
  job.inputs["gate"] = "policy";
  job.inputs["fail-on"] = "notice";
  job.inputs["output"] = (job.temp / "of my own").string();
  job.inputs["upload-sarif"] = "true";
  const JobResult result = run_action(job);
  EXPECT_THAT(result.step(kCompare).summary, HasSubstr("### tightened desk.staff Advisers at the desk"));
  const StepResult& audit = result.step(kAudit);
  EXPECT_EQ(audit.exit, "1");
  EXPECT_EQ(lines_with(audit.out, "::error ").size(), 2U) << "a desk given up, and too few advisers" << audit.out;
  EXPECT_EQ(audit.outputs.at("sarif"), (job.temp / "of my own/kijun.sarif").string());
  EXPECT_EQ(result.step("code scanning").with.at("sarif_file"), audit.outputs.at("sarif"));
  job.inputs["compare"] = "false";
  EXPECT_THAT(run_action(job).step(kCompare).summary, IsEmpty());
}

TEST(GithubActionTest, ItsInputsBoundWhatIsUndecidedAndNameAnotherBaseline) {
  const CiRepository repository;
  repository.write("nothing known.json", R"({"schema": "kijun.baseline/1", "series": "kakuu-desk", "findings": []})");
  repository.commit("main");
  GithubJob job = job_on(repository, "main");
  job.inputs["gate"] = "policy";
  job.inputs["fail-on"] = "never";
  job.inputs["max-unknown"] = "0";
  EXPECT_EQ(run_action(job).step(kAudit).exit, "0") << "what is undecided about 夢見村 is known";
  job.inputs["baseline"] = "nothing known.json";
  EXPECT_EQ(run_action(job).step(kAudit).exit, "1");
  job.inputs["max-unknown"] = "2";
  EXPECT_EQ(run_action(job).step(kAudit).exit, "0");
}

TEST(GithubActionTest, WhatIsLeftOutOfAFullSummaryIsCounted) {
  const CiRepository repository;
  repository.propose_change();
  const GithubJob job = pull_request(repository);
  const fs::path summary = repository.scratch() / "full.md";
  const golden::ProcessResult compared = run_script(
      {"git fetch --quiet --depth=1 origin " + job.base + " && git worktree add --quiet ../base " + job.base +
           " && head --bytes=920500 /dev/zero | tr '\\0' '\\n' >\"$GITHUB_STEP_SUMMARY\" && \"$KIJUN\" compare ../base "
           ". "
           "--out summary",
       job.workspace,
       {{"KIJUN", KIJUN_PROGRAM}, {"GITHUB_STEP_SUMMARY", summary.string()}}});
  EXPECT_EQ(compared.exit, "0") << compared.err;
  const std::string text = golden::read_bytes(summary);
  EXPECT_LE(text.size(), std::size_t{900} << 10U);
  EXPECT_THAT(text, HasSubstr("\n大きさの上限のため、"));
  EXPECT_THAT(text, Not(HasSubstr("desk.staff")));
}

TEST(GithubActionTest, ANewProjectIsGreenAtOnce) {
  const CiRepository repository{CiRepository::Empty{}};
  repository.run_kijun({"init"});
  repository.commit("main");
  const JobResult result = run_example(job_on(repository, "main"));
  EXPECT_TRUE(result.succeeded);
  EXPECT_GE(result.steps.size(), 7U);
}

TEST(GithubActionTest, TheExampleHasTheWorkflowOfANewProject) {
  EXPECT_EQ(golden::read_bytes(in_repository("tests/fixtures/ci-repo/.github/workflows/kijun.yml")),
            golden::read_bytes(in_repository("engine/cli/project_template/.github/workflows/kijun.yml")));
}

}  // namespace
}  // namespace kijun::ci
