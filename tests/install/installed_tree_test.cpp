// The installed tree is moved away from where it was installed, and used from an empty folder.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/install/installed_tree.h"

namespace kijun::install {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class InstalledTreeTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_FALSE(scratch_.path().empty());
    fs::create_directories(tree_.parent_path());
    ASSERT_THAT(install_into(scratch_.path() / "first", {"program", "files"}), IsEmpty());
    fs::rename(scratch_.path() / "first", tree_);
    fs::create_directory(empty_);
    // A survey whose folder has no kijun.toml that would say where the rules are.
    fs::copy(fs::path(KIJUN_SOURCE_DIR) / "data/kanagawa", survey_.parent_path(), fs::copy_options::recursive);
    fs::remove(survey_.parent_path() / "kijun.toml");
  }

  golden::ProcessResult run_kijun(const std::vector<std::string>& arguments) const {
    return run_in(empty_, tree_ / "bin/kijun", arguments);
  }

  const Scratch scratch_;
  const fs::path tree_ = scratch_.path() / "moved/to here";
  const fs::path empty_ = scratch_.path() / "empty";
  const fs::path survey_ = scratch_.path() / "prefecture/2018";
};

TEST_F(InstalledTreeTest, AuditsFromAnEmptyFolderAsTheBuildDoesFromTheSources) {
  const golden::ProcessResult installed = run_kijun({"audit", survey_, "--rules", "mcare", "--out", "csv"});
  EXPECT_EQ(installed.exit, "1") << installed.err;
  const golden::ProcessResult built = run_in(KIJUN_SOURCE_DIR, KIJUN_PROGRAM,
                                             {"audit", "data/kanagawa/2018", "--rules", "rules/mcare", "--out", "csv"});
  EXPECT_EQ(built.exit, "1") << built.err;
  EXPECT_THAT(built.out, HasSubstr("council.municipality"));
  EXPECT_EQ(installed.out, built.out);
}

TEST_F(InstalledTreeTest, FindsItsPacksThroughASymbolicLinkToTheProgram) {
  const fs::path link = scratch_.path() / "kijun";
  fs::create_symlink(tree_ / "bin/kijun", link);
  const golden::ProcessResult listed = run_in(empty_, link, {"rules", "list", "--rules", "pack:mcare@1"});
  EXPECT_EQ(listed.exit, "0") << listed.err;
  EXPECT_THAT(listed.out, HasSubstr("council.municipality"));
}

TEST_F(InstalledTreeTest, TestsTheShippedPackWithItsOwnExamples) {
  const golden::ProcessResult tested = run_kijun({"test", "mcare"});
  EXPECT_EQ(tested.exit, "0") << tested.out << tested.err;
}

TEST_F(InstalledTreeTest, EveryTomlFileOfAPackFindsItsSchema) {
  std::size_t num_files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(tree_ / "share/kijun/rules/mcare")) {
    if (entry.path().extension() != ".toml") continue;
    const std::string text = golden::read_bytes(entry.path());
    const std::string prefix = "#:schema ";
    ASSERT_EQ(text.substr(0, prefix.size()), prefix) << entry.path();
    const std::string schema = text.substr(prefix.size(), text.find('\n') - prefix.size());
    EXPECT_TRUE(fs::is_regular_file(entry.path().parent_path() / schema)) << entry.path() << ": " << schema;
    ++num_files;
  }
  EXPECT_GE(num_files, 6U);
}

TEST_F(InstalledTreeTest, HasWhatAReaderWantsToRead) {
  for (const char* file : {"README.ja.md", "README.md", "CHANGELOG.md", "LICENSE", "docs/language.ja.md"})
    EXPECT_TRUE(fs::is_regular_file(tree_ / "share/doc/kijun" / file)) << file;
}

TEST_F(InstalledTreeTest, HasWhatCiServicesTake) {
  for (const char* file : {"github-action/action.yml", "github-action/audit.sh", "gitlab/kijun.gitlab-ci.yml"})
    EXPECT_TRUE(fs::is_regular_file(tree_ / "share/kijun/ci" / file)) << file;
}

TEST_F(InstalledTreeTest, HoldsNoPathOfTheMachineThatBuiltIt) {
  for (const auto& entry : fs::recursive_directory_iterator(tree_ / "share")) {
    if (!entry.is_regular_file()) continue;
    const std::string text = golden::read_bytes(entry.path());
    EXPECT_EQ(text.find(KIJUN_SOURCE_DIR), std::string::npos) << entry.path();
    EXPECT_EQ(text.find((scratch_.path() / "first").string()), std::string::npos) << entry.path();
  }
}

}  // namespace
}  // namespace kijun::install
