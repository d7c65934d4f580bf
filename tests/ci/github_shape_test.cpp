// What GitHub wants of an action and of a workflow, and what this repository wants of its own.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/ci/expression.h"
#include "tests/ci/yaml.h"

namespace kijun::ci {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

std::set<std::string> keys(const json& object) {
  std::set<std::string> names;
  for (const auto& [name, value] : object.items()) names.insert(name);
  return names;
}

void expect_keys(const json& object, const std::set<std::string>& needed, const std::set<std::string>& known,
                 const std::string& where) {
  for (const std::string& name : needed) EXPECT_TRUE(object.contains(name)) << where << " has no " << name;
  for (const std::string& name : keys(object))
    EXPECT_TRUE(needed.contains(name) || known.contains(name)) << where << " has an unknown " << name;
}

/// The names that the expressions of a text use.
std::set<std::string> names_in(const std::string& text) {
  std::set<std::string> names;
  (void)interpolate(text, [&](std::string_view name) {
    names.emplace(name);
    return std::string();
  });
  return names;
}

TEST(GithubShapeTest, TheActionIsAsTheMetadataSyntaxHasIt) {
  const json action = load_yaml(in_repository("packaging/github-action/action.yml"));
  expect_keys(action, {"name", "description", "inputs", "outputs", "runs"}, {}, "action.yml");
  EXPECT_EQ(action["runs"]["using"], "composite");
  for (const auto& [name, input] : action["inputs"].items()) {
    expect_keys(input, {"description", "default"}, {}, name);
    EXPECT_TRUE(input["default"].is_string()) << name << " is no text; quote it";
  }
  EXPECT_EQ(action["inputs"]["version"]["default"], KIJUN_VERSION);
  std::set<std::string> ids;
  std::set<std::string> used;
  for (const json& step : action["runs"]["steps"]) {
    const std::string name = step.value("name", "");
    if (step.contains("run"))
      expect_keys(step, {"name", "run", "shell", "env"}, {"id", "if"}, name);
    else
      expect_keys(step, {"name", "uses"}, {"id", "if", "with"}, name);
    if (step.contains("id")) ids.insert(step["id"]);
    for (const std::string& known : names_in(step.dump())) used.insert(known);
    EXPECT_THAT(step.value("run", ""), Not(HasSubstr("${{"))) << "an input would be a command";
  }
  for (const auto& [name, output] : action["outputs"].items())
    for (const std::string& known : names_in(output["value"])) used.insert(known);
  for (const auto& [name, input] : action["inputs"].items())
    EXPECT_TRUE(used.erase("inputs." + name) == 1) << "nothing uses the input " << name;
  used.erase("github.event.pull_request.base.sha");
  used.erase("cancelled()");
  for (const std::string& name : used) {
    const std::size_t at = name.find(".outputs.");
    EXPECT_TRUE(name.starts_with("steps.") && at != std::string::npos && ids.contains(name.substr(6, at - 6)))
        << "nothing gives " << name;
  }
}

TEST(GithubShapeTest, TheWorkflowUsesTheActionOfThisVersionAndMayNotWrite) {
  const json workflow = load_yaml(in_repository("tests/fixtures/ci-repo/.github/workflows/kijun.yml"));
  expect_keys(workflow, {"name", "true", "permissions", "jobs"}, {}, "kijun.yml");
  EXPECT_EQ(workflow["permissions"], (json{{"contents", "read"}}));
  EXPECT_THAT(workflow["jobs"]["check"]["steps"].dump(),
              HasSubstr("OWNER/kijun/packaging/github-action@v" KIJUN_VERSION));
  for (const json& step : workflow["jobs"]["check"]["steps"]) EXPECT_THAT(step.value("run", ""), Not(HasSubstr("${{")));
}

TEST(GithubShapeTest, ShellcheckFindsNothingToSayOfTheScripts) {
  std::size_t num_scripts = 0;
  for (const auto& entry : fs::directory_iterator(in_repository("packaging/github-action"))) {
    if (entry.path().extension() != ".sh") continue;
    ++num_scripts;
    EXPECT_THAT(golden::read_bytes(entry.path()), HasSubstr("\nset -euo pipefail\n")) << entry.path();
    if (!fs::exists("/usr/bin/shellcheck")) continue;
    const golden::ProcessResult checked = golden::run({"/usr/bin/shellcheck", {entry.path().string()}, {}, "/"});
    EXPECT_EQ(checked.exit, "0") << checked.out << checked.err;
  }
  EXPECT_EQ(num_scripts, 3U);
  if (!fs::exists("/usr/bin/shellcheck")) GTEST_SKIP() << "shellcheck is not installed: `./dev setup ci`";
}

}  // namespace
}  // namespace kijun::ci
