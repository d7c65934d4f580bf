// The library as another program has it: installed, found by find_package, built with the example of docs/.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include "tests/install/installed_tree.h"

namespace kijun::install {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class LibraryTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directory(scratch_.path() / "moved");
    ASSERT_THAT(install_into(scratch_.path() / "first", {"library", "files"}), IsEmpty());
    fs::rename(scratch_.path() / "first", tree_);
  }

  /// Builds the installed example; its program, or nothing.
  fs::path build_example() const {
    const fs::path build = scratch_.path() / "build";
    const auto step = [&](const std::vector<std::string>& arguments) {
      const golden::ProcessResult result = run_in(scratch_.path(), KIJUN_CMAKE, arguments);
      EXPECT_EQ(result.exit, "0") << result.out << result.err;
      return result.exit == "0";
    };
    const bool is_built =
        step({"-S", (tree_ / "share/doc/kijun/docs/example").string(), "-B", build.string(), "-G", "Ninja",
              "-DCMAKE_PREFIX_PATH=" + tree_.string(), "-DCMAKE_CXX_FLAGS=-Wall -Wextra -Werror"}) &&
        step({"--build", build.string()});
    return is_built ? build / "gaps" : fs::path();
  }

  const Scratch scratch_;
  const fs::path tree_ = scratch_.path() / "moved/tree";
};

TEST_F(LibraryTest, InstallsItsOwnHeadersAndNoOthers) {
  std::set<std::string> headers;
  for (const auto& entry : fs::recursive_directory_iterator(tree_ / "include"))
    if (entry.is_regular_file()) headers.insert(entry.path().lexically_relative(tree_ / "include").string());
  EXPECT_THAT(headers, ::testing::ElementsAre("kijun/audit.h", "kijun/kijun.h", "kijun/report.h", "kijun/result.h",
                                              "kijun/rules.h", "kijun/survey.h"));
}

TEST_F(LibraryTest, TheExampleBuildsAgainstTheMovedTreeAndAuditsAsTheProgramDoes) {
  const fs::path gaps = build_example();
  ASSERT_FALSE(gaps.empty());
  // Where no repository says how it is called, neither knows the survey's place in one.
  fs::copy(fs::path(KIJUN_SOURCE_DIR) / "data/kanagawa", scratch_.path() / "kanagawa", fs::copy_options::recursive);
  const std::string survey = (scratch_.path() / "kanagawa/2018").string();
  const golden::ProcessResult found =
      run_in(scratch_.path(), gaps, {(tree_ / "share/kijun/rules/mcare").string(), survey});
  EXPECT_EQ(found.exit, "1") << found.err;
  EXPECT_THAT(found.out, HasSubstr("council.municipality "));

  const golden::ProcessResult program =
      run_in(scratch_.path(), KIJUN_PROGRAM,
             {"audit", survey, "--rules", (tree_ / "share/kijun/rules/mcare").string(), "--out", "html=program.html",
              "--out", "json=program.json"});
  EXPECT_EQ(program.exit, "1") << program.err;
  EXPECT_FALSE(golden::read_bytes(scratch_.path() / "report.html").empty());
  EXPECT_EQ(golden::read_bytes(scratch_.path() / "report.html"), golden::read_bytes(scratch_.path() / "program.html"));
  // A line for each result that the program says blocks.
  const std::string json = golden::read_bytes(scratch_.path() / "program.json");
  std::ptrdiff_t num_blocking = 0;
  for (std::size_t at = json.find("\"blocks\":true"); at != std::string::npos;
       at = json.find("\"blocks\":true", at + 1))
    ++num_blocking;
  EXPECT_GT(num_blocking, 0);
  EXPECT_EQ(std::count(found.out.begin(), found.out.end(), '\n'), num_blocking);
}

TEST_F(LibraryTest, TheExampleSaysWhatIsWrongWhere) {
  const fs::path gaps = build_example();
  ASSERT_FALSE(gaps.empty());
  const fs::path pack = scratch_.path() / "pack";
  fs::copy(tree_ / "share/kijun/rules/mcare", pack);
  fs::remove(pack / "fields.toml");
  const golden::ProcessResult broken = run_in(scratch_.path(), gaps, {pack.string(), "nowhere"});
  EXPECT_EQ(broken.exit, "2");
  EXPECT_THAT(broken.err, HasSubstr((pack / "pack.toml").string() + ":"));
  const golden::ProcessResult nowhere =
      run_in(scratch_.path(), gaps, {(tree_ / "share/kijun/rules/mcare").string(), "nowhere"});
  EXPECT_EQ(nowhere.exit, "2");
  EXPECT_THAT(nowhere.err, HasSubstr("nowhere"));
}

}  // namespace
}  // namespace kijun::install
