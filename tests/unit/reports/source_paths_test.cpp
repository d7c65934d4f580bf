#include "reports/ci/source_paths.h"

#include <gtest/gtest.h>

namespace kijun::reports {
namespace {

SourceFolders folders() {
  return {
      "data/2018", "/repo/data", "/repo/data/2018", {"survey.toml", 6, 15, "", ""}, {{"/opt/mcare", "pack:mcare@1"}},
      true};
}

TEST(SourcePathsTest, NamesFilesFromTheRoot) {
  const SourceFolders all = folders();
  const SourcePaths paths(all);
  EXPECT_EQ(paths.of_survey({"answers.csv", 3, 4, "", ""}).file, "data/2018/answers.csv");
  EXPECT_EQ(paths.of_survey({"../municipalities.csv", 3, 1, "", ""}).file, "data/municipalities.csv");
  EXPECT_EQ(paths.of_source({"../rules/base.toml", 3, 1, "", ""}).file, "rules/base.toml");
  EXPECT_EQ(paths.of_source({"/repo/rules/base.toml", 3, 1, "", ""}).file, "rules/base.toml");
}

TEST(SourcePathsTest, NamesPacksAsTheyAreFoundAndTheRestFromTheSurvey) {
  const SourceFolders all = folders();
  const SourcePaths paths(all);
  EXPECT_EQ(paths.of_source({"/opt/mcare/fy/base.toml", 1, 1, "", ""}).file, "pack:mcare@1/fy/base.toml");
  EXPECT_EQ(paths.of_source({"/else/base.toml", 1, 1, "", ""}).file, "../../../else/base.toml");
  EXPECT_EQ(paths.of_source({"/repository/base.toml", 1, 1, "", ""}).file, "../../../repository/base.toml");
  EXPECT_EQ(paths.of_survey({"../../../shared/register.toml", 1, 1, "", ""}).file, "../../../shared/register.toml");
}

TEST(SourcePathsTest, LeavesPathsAsTheyAreWhereNothingIsKnown) {
  const SourceFolders none;
  EXPECT_EQ(SourcePaths(none).of_survey({"answers.csv", 1, 1, "", ""}).file, "answers.csv");
  EXPECT_EQ(SourcePaths(none).of_source({"rules/base.toml", 1, 1, "", ""}).file, "rules/base.toml");
}

TEST(SourcePathsTest, TheManifestAlwaysHasALine) {
  const SourceFolders all = folders();
  const audit::Place place = SourcePaths(all).manifest();
  EXPECT_EQ(place.file, "data/2018/survey.toml");
  EXPECT_EQ(place.line, 6U);
  const SourceFolders unloaded{"data/2018", "/repo", "/repo/data/2018", {}, {}, true};
  EXPECT_EQ(SourcePaths(unloaded).manifest().file, "data/2018/survey.toml");
  EXPECT_EQ(SourcePaths(unloaded).manifest().line, 1U);
  EXPECT_EQ(SourcePaths(unloaded).manifest().column, 1U);
}

TEST(SourcePathsTest, SpansBecomeLinesAndColumns) {
  const diag::Source source("rules/base.toml", "a = 1\nid = \"x\"\n");
  const SourceFolders all{"data", "/repo", "/repo/data", {}, {}, true};
  const audit::Place place = SourcePaths(all).of_span({&source, 11, 14});
  EXPECT_EQ(place.file, "rules/base.toml");
  EXPECT_EQ(place.line, 2U);
  EXPECT_EQ(place.column, 6U);
  EXPECT_EQ(SourcePaths(all).of_span({}).line, 0U);
}

TEST(SourcePathsTest, UrisHoldNothingButWhatTheyMay) {
  EXPECT_EQ(uri_path("data/kanagawa/2018/answers-1.csv"), "data/kanagawa/2018/answers-1.csv");
  EXPECT_EQ(uri_path("回答 1.csv"), "%E5%9B%9E%E7%AD%94%201.csv");
  EXPECT_EQ(uri_path("a\"<>&?#%"), "a%22%3C%3E%26%3F%23%25");
}

}  // namespace
}  // namespace kijun::reports
