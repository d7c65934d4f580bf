#include "tests/ci/github_job.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "tests/ci/expression.h"

// A small runner of GitHub Actions: steps one after the other, each with files of its own for outputs, PATH and summary;
// a step runs while all before it succeeded, or where its `if` says otherwise.

namespace kijun::ci {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::string_view kOurAction = "/packaging/github-action@";

class Runner {
 public:
  explicit Runner(const GithubJob& job) : job_(job) { fs::create_directories(job.temp); }

  /// `scope` are the outputs of the steps that an expression can name.
  void run_steps(const json& steps, const Texts& inputs, std::map<std::string, Texts>& scope) {
    for (const json& step : steps) {
      const Context context = [&](std::string_view name) { return look_up(name, inputs, scope); };
      if (!is_wanted(step, context)) continue;
      const std::string uses = step.value("uses", "");
      Texts outputs;
      if (uses.find(kOurAction) != std::string::npos)
        outputs = run_our_action(resolved(step, "with", context));
      else if (!uses.empty())
        result_.steps.push_back({step.value("name", uses), "", "", "", "", {}, resolved(step, "with", context)});
      else
        outputs = run_step(step, context);
      if (step.contains("id")) scope[step["id"].get<std::string>()] = outputs;
    }
  }

  Texts run_our_action(Texts with) {
    const json action = load_yaml(job_.action / "action.yml");
    for (const auto& [name, value] : job_.inputs) with[name] = value;
    Texts inputs;
    for (const auto& [name, input] : action["inputs"].items())
      inputs[name] = scalar_text(input.value("default", json("")));
    for (const auto& [name, value] : with) {
      EXPECT_TRUE(inputs.contains(name)) << "the action has no input " << name;
      inputs[name] = value;
    }
    std::map<std::string, Texts> scope;
    run_steps(action["runs"]["steps"], inputs, scope);
    Texts outputs;
    for (const auto& [name, output] : action["outputs"].items())
      outputs[name] = interpolate(output["value"].get<std::string>(),
                                  [&](std::string_view known) { return look_up(known, inputs, scope); });
    return outputs;
  }

  JobResult result() { return std::move(result_); }

 private:
  [[nodiscard]] bool is_wanted(const json& step, const Context& context) const {
    if (!step.contains("if")) return result_.succeeded;
    const std::string condition = scalar_text(step["if"]);
    return is_true(condition.starts_with("${{") ? interpolate(condition, context) : evaluate(condition, context));
  }

  [[nodiscard]] std::string look_up(std::string_view name, const Texts& inputs,
                                    const std::map<std::string, Texts>& scope) const {
    if (name == "cancelled()") return "false";
    if (name == "github.event.pull_request.base.sha") return job_.base;
    if (name.starts_with("inputs.")) {
      const auto input = inputs.find(std::string(name.substr(7)));
      EXPECT_NE(input, inputs.end()) << "there is no " << name;
      return input == inputs.end() ? std::string() : input->second;
    }
    constexpr std::string_view kOutputs = ".outputs.";
    const std::size_t at = name.find(kOutputs);
    EXPECT_TRUE(name.starts_with("steps.") && at != std::string_view::npos) << "not understood: " << name;
    if (at == std::string_view::npos) return {};
    const auto step = scope.find(std::string(name.substr(6, at - 6)));
    if (step == scope.end()) return {};
    const auto output = step->second.find(std::string(name.substr(at + kOutputs.size())));
    return output == step->second.end() ? std::string() : output->second;
  }

  static Texts resolved(const json& step, const char* key, const Context& context) {
    Texts texts;
    if (step.contains(key))
      for (const auto& [name, value] : step[key].items()) texts[name] = interpolate(scalar_text(value), context);
    return texts;
  }

  Texts run_step(const json& step, const Context& context) {
    const fs::path files = job_.temp / ("step-" + std::to_string(result_.steps.size()));
    fs::create_directories(files);
    Texts environment = resolved(step, "env", context);
    const std::pair<const char*, const char*> kFiles[] = {
        {"GITHUB_OUTPUT", "output"}, {"GITHUB_PATH", "path"}, {"GITHUB_STEP_SUMMARY", "summary"}};
    for (const auto& [name, file] : kFiles) {
      std::ofstream(files / file) << "";
      environment[name] = (files / file).string();
    }
    environment["PATH"] = path_;
    environment["RUNNER_TEMP"] = job_.temp.string();
    environment["GITHUB_WORKSPACE"] = job_.workspace.string();
    environment["GITHUB_EVENT_NAME"] = job_.event;
    environment["GITHUB_ACTION_PATH"] = job_.action.string();
    environment["GITHUB_SERVER_URL"] = job_.server;
    const std::string lines = interpolate(step["run"].get<std::string>(), context);
    const golden::ProcessResult ended = run_script({lines, job_.workspace, environment});
    result_.succeeded = result_.succeeded && ended.exit == "0";
    StepResult made{
        step.value("name", lines), ended.exit, ended.out, ended.err, golden::read_bytes(files / "summary"), {}, {}};
    std::ifstream outputs(files / "output");
    for (std::string line; std::getline(outputs, line);)
      made.outputs[line.substr(0, line.find('='))] = line.substr(line.find('=') + 1);
    std::ifstream paths(files / "path");
    for (std::string line; std::getline(paths, line);) path_ = line + ":" + path_;
    result_.steps.push_back(made);
    return made.outputs;
  }

  const GithubJob& job_;
  std::string path_ = "/usr/bin:/bin";
  JobResult result_;
};

}  // namespace

bool JobResult::has_step(const std::string& name) const {
  return std::any_of(steps.begin(), steps.end(), [&](const StepResult& step) { return step.name.starts_with(name); });
}

const StepResult& JobResult::step(const std::string& name) const {
  static const StepResult kNone;
  for (const StepResult& step : steps)
    if (step.name.starts_with(name)) return step;
  ADD_FAILURE() << "no step " << name;
  return kNone;
}

JobResult run_workflow(const fs::path& workflow, const GithubJob& job) {
  const json file = load_yaml(workflow);
  EXPECT_EQ(file["jobs"].size(), 1U);
  Runner runner(job);
  std::map<std::string, Texts> scope;
  runner.run_steps(file["jobs"].begin().value()["steps"], {}, scope);
  return runner.result();
}

JobResult run_action(const GithubJob& job) {
  Runner runner(job);
  (void)runner.run_our_action({});
  return runner.result();
}

}  // namespace kijun::ci
