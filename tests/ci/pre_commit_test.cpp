// The hooks for pre-commit, run in the example repository as pre-commit runs them.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "tests/ci/ci_repository.h"
#include "tests/ci/yaml.h"

namespace kijun::ci {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The hooks that the example asks for, in its order.
std::vector<json> hooks() {
  const json shipped = load_yaml(in_repository(".pre-commit-hooks.yaml"));
  const json example = load_yaml(in_repository("tests/fixtures/ci-repo/.pre-commit-config.yaml"));
  std::vector<json> found;
  for (const json& asked : example["repos"][0]["hooks"])
    for (const json& hook : shipped)
      if (hook["id"] == asked["id"]) found.push_back(hook);
  EXPECT_EQ(found.size(), example["repos"][0]["hooks"].size());
  return found;
}

/// The hooks that fail when these files are committed; pre-commit runs one where a file matches.
std::vector<std::string> failing(const CiRepository& repository, const std::vector<std::string>& files) {
  std::vector<std::string> ids;
  for (const json& hook : hooks()) {
    const std::regex pattern(hook["files"].get<std::string>());
    if (std::none_of(files.begin(), files.end(),
                     [&](const std::string& file) { return std::regex_search(file, pattern); }))
      continue;
    const golden::ProcessResult ended =
        run_script({hook["entry"],
                    repository.home(),
                    {{"PATH", fs::path(KIJUN_PROGRAM).parent_path().string() + ":/usr/bin:/bin"}}});
    if (ended.exit != "0") ids.push_back(hook["id"]);
  }
  return ids;
}

TEST(PreCommitTest, TheHooksAreAsTheManifestHasThem) {
  const std::set<std::string> known{"id", "name", "description", "entry", "language", "files", "pass_filenames"};
  const json shipped = load_yaml(in_repository(".pre-commit-hooks.yaml"));
  EXPECT_EQ(shipped.size(), 4U);
  for (const json& hook : shipped) {
    for (const std::string& key : known) EXPECT_TRUE(hook.contains(key)) << hook["id"] << " has no " << key;
    EXPECT_EQ(hook.size(), known.size()) << hook["id"];
    EXPECT_EQ(hook["language"], "system") << "they run the kijun that is installed";
    EXPECT_EQ(hook["pass_filenames"], false) << "kijun.toml says what is looked at";
  }
}

TEST(PreCommitTest, TheExampleUsesThemAllOfThisVersion) {
  EXPECT_EQ(hooks().size(), 4U);
  EXPECT_EQ(load_yaml(in_repository("tests/fixtures/ci-repo/.pre-commit-config.yaml"))["repos"][0]["rev"],
            "v" KIJUN_VERSION);
}

TEST(PreCommitTest, WhatIsSoundIsCommitted) {
  const CiRepository repository;
  EXPECT_THAT(failing(repository, {"rules/desk/desk-2025.toml", "data/kakuu/2025/answers.csv"}), IsEmpty());
}

TEST(PreCommitTest, EachMistakeIsStoppedByItsHook) {
  const CiRepository repository;
  repository.edit("data/kakuu/2025/answers.csv", "月影市,×,0", "月影市,×,");
  EXPECT_THAT(failing(repository, {"data/kakuu/2025/answers.csv"}), ElementsAre("kijun-audit"));
  EXPECT_THAT(failing(repository, {"README.ja.md"}), IsEmpty()) << "nothing of kijun's is committed";
  repository.edit("data/kakuu/2025/answers.csv", "月影市,×,", "月影市,×,0");
  repository.edit("rules/desk/desk-2025.toml", "value = 1", "value = 3");
  EXPECT_THAT(failing(repository, {"rules/desk/desk-2025.toml"}), ElementsAre("kijun-rules-lock"));
  repository.edit("rules/desk/desk-2025.toml", "staff >= params.min_staff", "staff > params.min_staff");
  EXPECT_THAT(failing(repository, {"rules/desk/desk-2025.toml"}), ElementsAre("kijun-test", "kijun-rules-lock"));
}

}  // namespace
}  // namespace kijun::ci
