#include "tests/golden/case.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/golden/process.h"

namespace kijun::golden {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

// Cases that run `sh`, so that what the harness sees is known without kijun.
class CaseTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(::testing::TempDir()) / ("kijun-" + std::string(info->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "root/data");
    fs::create_directories(folder_ / "case");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(const std::string& name, std::string_view text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] std::string read(const std::string& name) const { return read_bytes(folder_ / name); }
  [[nodiscard]] tl::expected<Outcome, std::string> run_commands(std::string_view commands) const {
    write("case/cmd", commands);
    return run_case({"/bin/sh", folder_ / "root", folder_ / "case"});
  }

  fs::path folder_;
};

TEST_F(CaseTest, RecordsExitCodeAndBothStreamsWhenACommandRuns) {
  const auto outcome = run_commands("-c 'echo out; echo err >&2; exit 2'\n");
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->transcript, "$ kijun -c 'echo out; echo err >&2; exit 2'\nexit 2\n[stdout]\nout\n[stderr]\nerr\n");
  EXPECT_THAT(outcome->files, IsEmpty());
}

TEST_F(CaseTest, FillsTheCopyOfAFileUpWhenItIsToBeLarge) {
  write("case/small", "text");
  write("case/grown", "small 10\n");
  const auto outcome = run_commands("-c 'wc -c <small; cat small; ls'\n");
  ASSERT_TRUE(outcome);
  EXPECT_THAT(outcome->transcript, HasSubstr("10\ntext\n\n\n\n\n\ndata\nsmall\n"));
  EXPECT_THAT(outcome->files, IsEmpty());
  EXPECT_EQ(read("case/small"), "text");
}

TEST_F(CaseTest, SaysSoWhenAStreamEndsWithoutALineEnd) {
  const auto outcome = run_commands("-c 'printf out'");
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->transcript, "$ kijun -c 'printf out'\nexit 0\n[stdout]\nout\n[no line end]\n");
}

TEST_F(CaseTest, RunsCommandsInOrderInOneFolderWhenThereAreSeveral) {
  const auto outcome = run_commands("# first write, then read\n-c 'echo text >made'\n\n-c 'cat made'\n");
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->transcript,
            "$ kijun -c 'echo text >made'\nexit 0\n$ kijun -c 'cat made'\nexit 0\n[stdout]\ntext\n");
  EXPECT_THAT(outcome->files, ElementsAre(Pair("made", "text\n")));
}

TEST_F(CaseTest, ListsCreatedAndChangedFilesOnly) {
  write("case/kept.txt", "same");
  write("case/changed.txt", "old");
  const auto outcome = run_commands("-c 'mkdir out; printf new >changed.txt; printf x >out/deep.txt'");
  ASSERT_TRUE(outcome);
  EXPECT_THAT(outcome->files, ElementsAre(Pair("changed.txt", "new"), Pair("out/deep.txt", "x")));
  EXPECT_EQ(read("case/changed.txt"), "old");
}

TEST_F(CaseTest, ReadsTheRepositoryUnlessTheCaseHasItsOwn) {
  write("root/data/a.txt", "shared\n");
  EXPECT_THAT(run_commands("-c 'cat data/a.txt'")->transcript, HasSubstr("shared"));
  write("case/data/a.txt", "own\n");
  EXPECT_THAT(run_commands("-c 'cat data/a.txt'")->transcript, HasSubstr("own"));
}

TEST_F(CaseTest, PassesOnlyTheEnvironmentThatTheCaseNames) {
  const auto outcome = run_commands("LANG=ja_JP.UTF-8 TZ=UTC -c 'echo $LANG $TZ $LC_ALL $USER'");
  ASSERT_TRUE(outcome);
  EXPECT_THAT(outcome->transcript, HasSubstr("\nja_JP.UTF-8 UTC C\n"));
}

TEST_F(CaseTest, GivesNoExpectationToTheProgram) {
  write("case/expected.txt", "secret");
  write("case/expected/file", "secret");
  const auto outcome = run_commands("-c 'ls'");
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome->transcript, "$ kijun -c 'ls'\nexit 0\n[stdout]\ndata\n");
}

TEST_F(CaseTest, ComparesEqualAfterTheExpectationWasWritten) {
  write("case/expected/stale.txt", "from an older run");
  const auto outcome = run_commands("-c 'echo out; printf x >made'");
  ASSERT_TRUE(outcome);
  write_expected(folder_ / "case", *outcome);
  EXPECT_EQ(read_expected(folder_ / "case"), *outcome);
  EXPECT_THAT(describe_differences(read_expected(folder_ / "case"), *outcome), IsEmpty());
}

TEST_F(CaseTest, FailsWhenThereIsNothingToRun) {
  EXPECT_EQ(run_commands("# nothing\n").error(), "cmd: nothing to run");
}

TEST(CaseParseTest, KeepsBlanksInsideQuotesWhenSplittingWords) {
  const auto commands = parse_commands("  NO_COLOR=1 explain rule --for '秦野 市' a\"b c\"=d ''  \n");
  ASSERT_TRUE(commands);
  EXPECT_THAT(*commands, ElementsAre(Command{{"NO_COLOR=1"},
                                             {"explain", "rule", "--for", "秦野 市", "ab c=d", ""},
                                             "NO_COLOR=1 explain rule --for '秦野 市' a\"b c\"=d ''"}));
}

TEST(CaseParseTest, FailsWhenAQuoteIsLeftOpen) {
  EXPECT_THAT(parse_commands("audit 'x").error(), HasSubstr("a quote is left open"));
}

TEST(CaseDifferenceTest, ShowsTheFirstDifferingLineOfEachFile) {
  const Outcome expected{"a\nb\nc\n", {{"gone", ""}, {"same", "1"}}};
  const Outcome actual{"a\nx\nc\n", {{"new", ""}, {"same", "1"}}};
  EXPECT_EQ(describe_differences(expected, actual),
            "expected.txt\n  line 2\n    a\n  - b\n  + x\n"
            "expected/gone\n  expected, but not written\n"
            "expected/new\n  written, but not expected\n");
}

TEST(CaseDifferenceTest, NamesTheEndOfFileWhenOneIsLonger) {
  EXPECT_EQ(describe_differences({"a\n", {}}, {"a\nb\n", {}}),
            "expected.txt\n  line 2\n    a\n  - (end of file)\n  + b\n");
  EXPECT_THAT(describe_differences({"a\n", {}}, {"a", {}}), HasSubstr("only in the last line end"));
}

}  // namespace
}  // namespace kijun::golden
