#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/ci/yaml.h"

namespace kijun::ci {

/// What a step did.
struct StepResult {
  std::string name;
  std::string exit;  ///< "0" …; empty of a step whose action is somebody else's.
  std::string out;
  std::string err;
  std::string summary;  ///< What it appended to the summary.
  Texts outputs;
  Texts with;  ///< Of an action of somebody else's.
};

/// How a job ended.
struct JobResult {
  bool succeeded = true;
  std::vector<StepResult> steps;  ///< Those that ran, steps of the composite action as steps of their own.

  /// The step whose name begins so; a failure of the test without one.
  [[nodiscard]] const StepResult& step(const std::string& name) const;
  [[nodiscard]] bool has_step(const std::string& name) const;
};

/// What a job of GitHub Actions runs on. The actions of others are noted and not run; that of this repository is done step
/// by step, as the runner does composite actions.
struct GithubJob {
  std::filesystem::path workspace;  ///< The checkout.
  std::filesystem::path temp;       ///< RUNNER_TEMP, and where the runner keeps its files.
  std::string event = "push";
  std::string base;    ///< The base of a pull request.
  Texts inputs;        ///< Of this repository's action, over those of the workflow.
  std::string server;  ///< GITHUB_SERVER_URL.
  std::filesystem::path action = in_repository("packaging/github-action");  ///< Where the runner keeps it.
};

/// Runs the only job of a workflow.
[[nodiscard]] JobResult run_workflow(const std::filesystem::path& workflow, const GithubJob& job);

/// Runs the action alone.
[[nodiscard]] JobResult run_action(const GithubJob& job);

}  // namespace kijun::ci
