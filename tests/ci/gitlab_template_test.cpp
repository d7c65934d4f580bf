// The jobs of the GitLab template, run in the example repository as a runner does it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/ci/ci_repository.h"
#include "tests/ci/yaml.h"

namespace kijun::ci {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using ::testing::HasSubstr;

constexpr const char* kTemplate = "packaging/gitlab/kijun.gitlab-ci.yml";

/// A job with what it extends; its own keys win.
json job_of(const json& file, const std::string& name) {
  json job = file.at(name);
  if (!job.contains("extends")) return job;
  json whole = job_of(file, job["extends"]);
  whole.update(job);
  return whole;
}

/// Runs a job of the template in a clone of a branch.
golden::ProcessResult run_job(const std::string& name, const fs::path& clone, const CiRepository& repository,
                              const std::string& project = ".") {
  const json file = load_yaml(in_repository(kTemplate));
  const json job = job_of(file, name);
  std::string lines;
  for (const char* const part : {"before_script", "script"})
    for (const json& line : job[part]) lines += line.get<std::string>() + "\n";
  Texts environment;
  for (const auto& [variable, value] : file["variables"].items()) environment[variable] = scalar_text(value);
  environment["KIJUN_PROJECT"] = project;
  environment["CI_PROJECT_DIR"] = clone.string();
  environment["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = repository.commit_of("main");
  environment["PATH"] = fs::path(KIJUN_PROGRAM).parent_path().string() + ":/usr/bin:/bin";
  return run_script({lines, clone, environment});
}

TEST(GitlabTemplateTest, ItsJobsAreAsTheSyntaxHasThem) {
  const json file = load_yaml(in_repository(kTemplate));
  const std::set<std::string> known{"extends",       "stage",  "image",         "rules",
                                    "before_script", "script", "allow_failure", "artifacts"};
  const std::set<std::string> artifacts{"when", "paths", "reports", "expose_as"};
  std::size_t num_jobs = 0;
  for (const auto& [name, job] : file.items()) {
    if (name == "variables") continue;
    for (const auto& [key, value] : job.items()) EXPECT_TRUE(known.contains(key)) << name << ": " << key;
    if (name.starts_with('.')) continue;
    ++num_jobs;
    const json whole = job_of(file, name);
    EXPECT_TRUE(whole["script"].is_array()) << name;
    for (const json& line : whole["script"]) EXPECT_TRUE(line.is_string()) << name << ": quote " << line;
    EXPECT_EQ(whole["image"]["entrypoint"], json::array({""})) << "the entrypoint of the image is kijun";
    EXPECT_EQ(whole["rules"][0]["if"], "$CI_PIPELINE_SOURCE == \"merge_request_event\"") << name;
    if (!whole.contains("artifacts")) continue;
    for (const auto& [key, value] : whole["artifacts"].items()) EXPECT_TRUE(artifacts.contains(key)) << key;
  }
  EXPECT_EQ(num_jobs, 3U);
  EXPECT_EQ(file["kijun-audit"]["artifacts"]["reports"],
            (json{{"junit", "kijun.xml"}, {"codequality", "kijun-quality.json"}}));
}

TEST(GitlabTemplateTest, TheExampleIncludesItOfThisVersion) {
  const json example = load_yaml(in_repository("tests/fixtures/ci-repo/.gitlab-ci.yml"));
  ASSERT_EQ(example["include"].size(), 1U);
  EXPECT_EQ(example["include"][0]["ref"], "v" KIJUN_VERSION);
  EXPECT_EQ(example["include"][0]["file"], kTemplate);
  EXPECT_TRUE(example["variables"].contains("KIJUN_IMAGE"));
}

TEST(GitlabTemplateTest, WhatStandsOnTheMainBranchIsGreen) {
  const CiRepository repository;
  const fs::path clone = repository.clone("main");
  for (const char* const job : {"kijun-rules", "kijun-audit"}) {
    const golden::ProcessResult ended = run_job(job, clone, repository);
    EXPECT_EQ(ended.exit, "0") << job << ended.out << ended.err;
  }
}

TEST(GitlabTemplateTest, OnlyTheNewProblemOfAMergeRequestBreaksIt) {
  const CiRepository repository;
  repository.propose_change();
  const fs::path clone = repository.clone("change");
  EXPECT_EQ(run_job("kijun-rules", clone, repository).exit, "0");
  const golden::ProcessResult audit = run_job("kijun-audit", clone, repository);
  EXPECT_EQ(audit.exit, "1") << audit.out << audit.err;
  std::vector<std::string> blocking;
  for (const json& each : json::parse(golden::read_bytes(clone / "kijun-quality.json"))) {
    EXPECT_TRUE(fs::exists(clone / each["location"]["path"].get<std::string>())) << each;
    if (each["location"]["lines"]["begin"] == 3 && each["check_name"].get<std::string>().starts_with("answer.blank"))
      blocking.push_back(each["description"]);
  }
  EXPECT_EQ(blocking.size(), 1U);
  EXPECT_THAT(golden::read_bytes(clone / "kijun.xml"), HasSubstr("<failure"));
  EXPECT_THAT(golden::read_bytes(clone / "kijun-report.html"), HasSubstr("</html>"));
}

TEST(GitlabTemplateTest, ItTellsTheReviewerWhatAMergeRequestChanges) {
  const CiRepository repository("desks");
  repository.propose_change();
  const fs::path clone = repository.clone("change");
  const golden::ProcessResult compared = run_job("kijun-compare", clone, repository, "desks");
  EXPECT_EQ(compared.exit, "0") << compared.out << compared.err;
  const std::string summary = golden::read_bytes(clone / "kijun-summary.md");
  EXPECT_THAT(summary, HasSubstr("### 厳格化 desk.staff 相談員の人数"));
  EXPECT_THAT(summary, HasSubstr("設置済み「○」 → 未設置「×」"));
  EXPECT_THAT(golden::read_bytes(clone / "kijun-comparison.html"), HasSubstr("</html>"));
}

}  // namespace
}  // namespace kijun::ci
