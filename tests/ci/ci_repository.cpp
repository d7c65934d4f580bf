#include "tests/ci/ci_repository.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/ci/yaml.h"

namespace kijun::ci {

namespace fs = std::filesystem;

CiRepository::CiRepository(Empty /*empty*/) {
  fs::create_directories(home_);
  git({"init", "--quiet", "--initial-branch=main"});
  // As services do, so that a commit can be fetched by its hash.
  git({"config", "uploadpack.allowAnySHA1InWant", "true"});
}

CiRepository::CiRepository(const std::string& below) : CiRepository(Empty{}) {
  project_ = (home_ / below).lexically_normal();
  fs::create_directories(project_);
  fs::copy(in_repository("tests/fixtures/ci-repo"), project_, fs::copy_options::recursive);
  commit("main");
}

golden::ProcessResult CiRepository::git(const std::vector<std::string>& arguments) const {
  const golden::ProcessResult result = golden::run(
      {"/usr/bin/git",
       arguments,
       {"HOME=/nonexistent", "PATH=/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=架空 一郎",
        "GIT_AUTHOR_EMAIL=kakuu@example.jp", "GIT_COMMITTER_NAME=架空 一郎", "GIT_COMMITTER_EMAIL=kakuu@example.jp"},
       home_});
  EXPECT_EQ(result.exit, "0") << result.err;
  return result;
}

void CiRepository::edit(const std::string& path, const std::string& old_text, const std::string& new_text) const {
  std::string text = golden::read_bytes(project_ / path);
  const std::size_t at = text.find(old_text);
  ASSERT_NE(at, std::string::npos) << path << " has no " << old_text;
  write(path, text.replace(at, old_text.size(), new_text));
}

void CiRepository::write(const std::string& path, const std::string& text) const {
  std::ofstream(project_ / path, std::ios::binary) << text;
}

void CiRepository::run_kijun(const std::vector<std::string>& arguments) const {
  const golden::ProcessResult result = golden::run({KIJUN_PROGRAM, arguments, {}, project_});
  EXPECT_EQ(result.exit, "0") << result.out << result.err;
}

void CiRepository::commit(const std::string& branch) const {
  git({"checkout", "--quiet", "-B", branch});
  git({"add", "--all"});
  git({"commit", "--quiet", "--allow-empty", "--message", branch});
}

void CiRepository::propose_change() const {
  edit("rules/desk/desk-2025.toml", "min_staff = { value = 1", "min_staff = { value = 3");
  run_kijun({"rules", "lock"});
  edit("data/kakuu/2025/answers.csv", "霧ヶ丘市,○", "霧ヶ丘市,×");
  edit("data/kakuu/2025/answers.csv", "月影市,×,0", "月影市,×,");
  commit("change");
}

std::string CiRepository::commit_of(const std::string& branch) const {
  std::string hash = git({"rev-parse", branch}).out;
  if (!hash.empty()) hash.pop_back();
  return hash;
}

fs::path CiRepository::clone(const std::string& branch) const {
  const fs::path folder = scratch_.path() / ("clone-" + branch);
  git({"clone", "--quiet", "--depth=1", "--branch", branch, "file://" + home_.string(), folder.string()});
  return folder;
}

}  // namespace kijun::ci
