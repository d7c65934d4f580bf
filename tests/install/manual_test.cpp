// The installed manual and completions, judged by the programs that read them. A program that is not there is said to be
// missing; `./dev setup manual` installs them all.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "tests/install/installed_tree.h"

namespace kijun::install {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr const char* kManual = "share/man";
constexpr const char* kBash = "share/bash-completion/completions/kijun";
constexpr const char* kZsh = "share/zsh/vendor-completions/_kijun";
constexpr const char* kFish = "share/fish/vendor_completions.d/kijun.fish";

class ManualTest : public testing::Test {
 protected:
  void SetUp() override { ASSERT_THAT(install_into(tree_, {"program", "files"}), IsEmpty()); }

  /// What a program prints, or nothing when it is not installed on this machine.
  static std::string say(const std::string& program, const std::vector<std::string>& arguments) {
    const golden::ProcessResult result = run_in("/", fs::path("/usr/bin") / program, arguments);
    EXPECT_EQ(result.exit, "0") << program << ": " << result.out << result.err;
    EXPECT_THAT(result.err, IsEmpty());
    return result.out;
  }

  static bool has(const std::string& program) { return fs::exists(fs::path("/usr/bin") / program); }

  std::vector<fs::path> pages(const fs::path& section) const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(tree_ / kManual / section)) found.push_back(entry.path());
    return found;
  }

  /// What bash offers after these words; the last one is being typed.
  std::string completed_by_bash(const std::string& words) const {
    return say("bash", {"--norc", "-c",
                        "source '" + (tree_ / kBash).string() + "'; COMP_WORDS=(" + words +
                            "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); cd '" + tree_.string() +
                            "'; _kijun; printf '%s\\n' \"${COMPREPLY[@]}\""});
  }

  std::string completed_by_fish(const std::string& line) const {
    return say("fish",
               {"--no-config", "-c",
                "source '" + (tree_ / kFish).string() + "'; cd '" + tree_.string() + "'; complete -C '" + line + "'"});
  }

  const Scratch scratch_;
  const fs::path tree_ = scratch_.path() / "tree";
};

TEST_F(ManualTest, EveryCommandHasAPageInBothLanguages) {
  std::set<std::string> names;
  for (const fs::path& page : pages("man1")) names.insert(page.filename().string());
  EXPECT_THAT(names, ::testing::IsSupersetOf({"kijun.1", "kijun-audit.1", "kijun-rules.1", "kijun-rules-diff.1",
                                              "kijun-baseline-write.1", "kijun-man.1"}));
  for (const fs::path& page : pages("ja/man1")) EXPECT_EQ(names.erase(page.filename().string()), 1U) << page;
  EXPECT_THAT(names, IsEmpty());
}

TEST_F(ManualTest, MandocFindsNothingToSay) {
  if (!has("mandoc")) GTEST_SKIP() << "mandoc is not installed";
  for (const fs::path& page : pages("man1"))
    EXPECT_THAT(say("mandoc", {"-Tlint", "-Wstyle", page.string()}), IsEmpty()) << page;
  // Japanese lines have no blanks to be broken at, so their length is no matter of style.
  for (const fs::path& page : pages("ja/man1"))
    EXPECT_THAT(say("mandoc", {"-Tlint", "-Wwarning", page.string()}), IsEmpty()) << page;
}

TEST_F(ManualTest, MandocShowsWhatHelpShows) {
  if (!has("mandoc")) GTEST_SKIP() << "mandoc is not installed";
  const std::string page =
      say("mandoc", {"-Tutf8", "-Owidth=200", (tree_ / kManual / "ja/man1/kijun-rules-table.1").string()});
  // Bold and underlined letters are printed twice; the words below are neither.
  EXPECT_THAT(page, HasSubstr("ルールを表にする（表計算ソフトで直して取り込める）"));
  EXPECT_THAT(page, HasSubstr("kijun rules table --year 2024 --out xlsx=ルール.xlsx"));
  EXPECT_THAT(page, HasSubstr("［変更不可］の欄は直せません。"));
}

TEST_F(ManualTest, BashCompletesCommandsOptionsChoicesAndPaths) {
  say("bash", {"-n", (tree_ / kBash).string()});
  EXPECT_EQ(completed_by_bash("kijun au"), "audit\n");
  EXPECT_EQ(completed_by_bash("kijun rules im"), "import-table\n");
  EXPECT_EQ(completed_by_bash("kijun --lang en audit --max-f"), "--max-findings\n");
  EXPECT_EQ(completed_by_bash("kijun audit --lang ''"), "ja\nen\n");
  EXPECT_EQ(completed_by_bash("kijun completions z"), "zsh\n");
  EXPECT_EQ(completed_by_bash("kijun audit sha"), "share\n");
  EXPECT_EQ(completed_by_bash("kijun audit --out html = sha"), "share\n");
  EXPECT_EQ(completed_by_bash("kijun audit --only ''"), "\n");
  EXPECT_THAT(completed_by_bash("kijun audit -"), Not(HasSubstr("--what-if")));
}

TEST_F(ManualTest, ZshAcceptsItsCompletionsAndFindsThem) {
  if (!has("zsh")) GTEST_SKIP() << "zsh is not installed";
  say("zsh", {"-f", "-n", (tree_ / kZsh).string()});
  EXPECT_EQ(say("zsh", {"-f", "-c",
                        "fpath=('" + (tree_ / kZsh).parent_path().string() +
                            "' $fpath); autoload -Uz compinit; compinit -u -D; print ${_comps[kijun]}"}),
            "_kijun\n");
}

TEST_F(ManualTest, FishCompletesCommandsOptionsChoicesAndPaths) {
  if (!has("fish")) GTEST_SKIP() << "fish is not installed";
  say("fish", {"--no-execute", (tree_ / kFish).string()});
  EXPECT_THAT(completed_by_fish("kijun aud"), ::testing::StartsWith("audit\t調査の回答を"));
  EXPECT_THAT(completed_by_fish("kijun --lang en rules im"), ::testing::StartsWith("import-table\t"));
  EXPECT_THAT(completed_by_fish("kijun audit --max"), ::testing::StartsWith("--max-findings\t"));
  EXPECT_THAT(completed_by_fish("kijun audit --color al"), ::testing::StartsWith("always"));
  EXPECT_THAT(completed_by_fish("kijun completions z"), ::testing::StartsWith("zsh\t"));
  EXPECT_THAT(completed_by_fish("kijun audit sha"), ::testing::StartsWith("share/"));
  EXPECT_THAT(completed_by_fish("kijun audit --what"), IsEmpty());
}

}  // namespace
}  // namespace kijun::install
