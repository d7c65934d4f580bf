#include "engine/cli/new_project.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "engine/cli/app.h"

namespace kijun::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// A working directory in memory, in which commands run one after the other.
class NewProjectTest : public testing::Test {
 protected:
  ExitCode run_with(std::vector<std::string> arguments) {
    std::ostringstream out;
    std::ostringstream err;
    const ExitCode code = run(std::move(arguments), files_, Terminal{}, out, err);
    out_ = out.str();
    err_ = err.str();
    return code;
  }

  void replace(const std::string& path, const std::string& old_text, const std::string& new_text) {
    std::string text = files_.read(path, FileSystem::kDefaultBudget).value();
    const std::size_t at = text.find(old_text);
    ASSERT_NE(at, std::string::npos) << path << " has no " << old_text;
    ASSERT_TRUE(files_.write(path, text.replace(at, old_text.size(), new_text)).has_value());
  }

  std::vector<std::string> paths_below(const std::string& folder) {
    std::vector<std::string> paths;
    const std::vector<std::string> names = files_.list(folder).value();
    for (const std::string& name : names) {
      const std::string path = join_path(folder, name);
      if (files_.is_file(path)) {
        paths.push_back(path);
      } else {
        for (std::string& inner : paths_below(path)) paths.push_back(std::move(inner));
      }
    }
    return paths;
  }

  MemoryFileSystem files_;
  std::string out_;
  std::string err_;
};

TEST_F(NewProjectTest, WorksAtOnce) {
  ASSERT_EQ(run_with({"init"}), ExitCode::kClean) << err_;
  EXPECT_EQ(run_with({"audit", "--lang", "en"}), ExitCode::kClean) << err_;
  EXPECT_THAT(out_, HasSubstr("of 5 municipalities"));
  EXPECT_THAT(out_, HasSubstr("0 new, 0 worse, 13 unchanged"));
  EXPECT_EQ(err_, "");
  EXPECT_EQ(run_with({"test", "--min-coverage", "100"}), ExitCode::kClean) << out_;
  EXPECT_THAT(out_, HasSubstr("not decided 0"));
  EXPECT_EQ(err_, "");
  EXPECT_EQ(run_with({"test", "--mutate"}), ExitCode::kClean);
  EXPECT_THAT(out_, HasSubstr("mutation score 100.0%"));
  EXPECT_EQ(run_with({"lint"}), ExitCode::kClean) << out_;
  EXPECT_EQ(run_with({"rules", "lock", "--check"}), ExitCode::kClean) << out_;
}

TEST_F(NewProjectTest, IsBrokenOnlyByANewMistakeInTheAnswers) {
  ASSERT_EQ(run_with({"init"}), ExitCode::kClean);
  const std::string answers = "data/kakuu/2025/answers.csv";
  replace(answers, "霧ヶ丘市,○", "霧ヶ丘市,×");
  EXPECT_EQ(run_with({"audit"}), ExitCode::kClean) << "a desk given up is a finding, no mistake";
  replace(answers, "虹橋町,×,,0", "虹橋町,×,,");
  EXPECT_EQ(run_with({"audit"}), ExitCode::kGates) << "a blank that was not there before";
  replace(answers, "虹橋町,×,,", "虹橋町,×,,0");
  EXPECT_EQ(run_with({"audit"}), ExitCode::kClean);
}

TEST_F(NewProjectTest, BearsItsOwnIdsEverywhere) {
  ASSERT_EQ(run_with({"init", "hoshi", "--pack", "advice-2", "--prefecture", "ame"}), ExitCode::kClean) << err_;
  const std::vector<std::string> paths = paths_below("hoshi");
  EXPECT_THAT(paths, testing::IsSupersetOf({"hoshi/.gitattributes", "hoshi/.github/workflows/kijun.yml",
                                            "hoshi/README.md", "hoshi/data/ame/2025/answers.csv", "hoshi/kijun.toml",
                                            "hoshi/rules/advice-2/kijun.lock", "hoshi/baseline.json"}));
  for (const std::string& path : paths) {
    const std::string text = files_.read(path, FileSystem::kDefaultBudget).value();
    EXPECT_EQ((path + text).find("@p"), std::string::npos) << path;
  }
  EXPECT_EQ(run_with({"audit", "hoshi/data/ame/2025"}), ExitCode::kClean) << err_;
}

TEST_F(NewProjectTest, HasEverySchemaItsFilesName) {
  ASSERT_EQ(run_with({"init"}), ExitCode::kClean);
  constexpr std::string_view kMark = "#:schema ";
  std::size_t num_files = 0;
  for (const std::string& path : paths_below(".")) {
    if (!path.ends_with(".toml")) continue;
    ++num_files;
    const std::string text = files_.read(path, FileSystem::kDefaultBudget).value();
    ASSERT_TRUE(text.starts_with(kMark)) << path;
    const std::string schema = text.substr(kMark.size(), text.find('\n') - kMark.size());
    EXPECT_TRUE(files_.is_file(join_path(parent_path(path), schema))) << path << " " << schema;
  }
  EXPECT_EQ(num_files, 11U);
}

TEST_F(NewProjectTest, GoesOnWithANewEdition) {
  ASSERT_EQ(run_with({"init"}), ExitCode::kClean);
  EXPECT_EQ(run_with({"init", "--year", "2028", "--from", "2025", "--lang", "en"}), ExitCode::kClean) << err_;
  EXPECT_THAT(out_, HasSubstr("rules/desk/forms/edition-2028.survey.toml"));
  EXPECT_THAT(out_, HasSubstr("match its columns and legend with the new survey"));
  EXPECT_EQ(run_with({"test", "--min-coverage", "100"}), ExitCode::kClean) << out_;
  EXPECT_EQ(run_with({"lint"}), ExitCode::kClean) << out_;
}

TEST_F(NewProjectTest, IsNotMadeWhereAFileIsInTheWay) {
  ASSERT_TRUE(files_.write("README.md", "# mine\n").has_value());
  EXPECT_EQ(run_with({"init", "--lang", "en"}), ExitCode::kCouldNotRun);
  EXPECT_THAT(err_, HasSubstr("error[KJ4901]: 1 of the files to be made are there already: README.md"));
  EXPECT_THAT(err_, HasSubstr("--> README.md:1:1"));
  EXPECT_EQ(out_, "");
  EXPECT_THAT(files_.list(".").value(), ElementsAre("README.md"));
  EXPECT_EQ(files_.read("README.md", 100).value(), "# mine\n");
}

}  // namespace
}  // namespace kijun::cli
