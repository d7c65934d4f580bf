#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "tests/bench/generate/survey_folder.h"
#include "tests/golden/process.h"
#include "tests/golden/scratch.h"

// A report of the real program is made again by it from wherever things are, and whatever somebody changed is named.
namespace kijun::golden {
namespace {

namespace fs = std::filesystem;

void write_bytes(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

/// Replaces the first occurrence of a text in a file, which has to be there.
void replace(const fs::path& path, const std::string& before, const std::string& after) {
  std::string bytes = read_bytes(path);
  const std::size_t at = bytes.find(before);
  ASSERT_NE(at, std::string::npos) << before << " in " << path;
  write_bytes(path, bytes.replace(at, before.size(), after));
}

/// Without the blanks and line ends at which long lines are wrapped.
std::string squeezed(std::string text) {
  std::erase_if(text, [](char byte) { return byte == ' ' || byte == '\n'; });
  return text;
}

/// A repository of 架空県 in a folder of its own: `kijun.toml`, `data/kakuu`, `rules/mcare`.
class VerifyTest : public testing::TestWithParam<const char*> {
 protected:
  VerifyTest() {
    fs::create_directories(project_ / "rules");
    fs::create_directories(project_ / "data");
    fs::copy(fs::path(KIJUN_SOURCE_DIR) / "tests/fixtures/kakuu", project_ / "data/kakuu", fs::copy_options::recursive);
    fs::copy(fs::path(KIJUN_SOURCE_DIR) / "rules/mcare", project_ / "rules/mcare", fs::copy_options::recursive);
    fs::create_directories(project_ / ".git");  // the top of a repository
    write_bytes(project_ / "kijun.toml", "[defaults]\nsurvey = \"data/kakuu/2018\"\nrules = \"rules/mcare\"\n");
  }

  [[nodiscard]] const fs::path& folder() const { return scratch_.path(); }
  [[nodiscard]] const fs::path& project() const { return project_; }
  [[nodiscard]] fs::path report() const { return project_ / "report"; }
  /// Moves everything to another folder.
  void move_project(const fs::path& to) {
    fs::create_directories(to.parent_path());
    fs::rename(project_, to);
    project_ = to;
  }

  /// Makes a report of the format under test.
  void make(std::vector<std::string> arguments = {}) {
    arguments.insert(arguments.begin(), "audit");
    arguments.insert(arguments.end(), {"--quiet", "--out", std::string(GetParam()) + "=" + report().string()});
    const ProcessResult result = run({KIJUN_PROGRAM, arguments, {}, project_});
    ASSERT_TRUE(result.exit == "0" || result.exit == "1") << result.exit << result.err;
  }

  ProcessResult verify(std::vector<std::string> arguments = {}, const fs::path& directory = {}) {
    arguments.insert(arguments.begin(), {"verify", report().string()});
    return run({KIJUN_PROGRAM, arguments, {}, directory.empty() ? project_ : directory});
  }
  void expect_same(const ProcessResult& result) {
    EXPECT_EQ(result.exit, "0") << result.out << result.err;
    EXPECT_NE(result.out.find("一致しました"), std::string::npos) << result.out;
    EXPECT_EQ(result.err, "");
  }
  /// `lines` are all the differences, in their order, each by how it begins.
  void expect_different(const ProcessResult& result, const std::vector<std::string>& lines) {
    EXPECT_EQ(result.exit, "1") << result.out << result.err;
    EXPECT_NE(result.out.find("一致しません（相違" + std::to_string(lines.size()) + "件）"), std::string::npos)
        << result.out;
    const std::string out = squeezed(result.out);
    std::size_t from = 0;
    for (const std::string& line : lines) {
      const std::size_t at = out.find(squeezed(line), from);
      EXPECT_NE(at, std::string::npos) << line << "\nis not, or not in this order, in\n" << result.out;
      if (at != std::string::npos) from = at;
    }
  }

 private:
  const Scratch scratch_;
  fs::path project_ = scratch_.path() / "project";
};

TEST_P(VerifyTest, WhatNobodyTouchedIsTheSame) {
  make();
  expect_same(verify());
}

TEST_P(VerifyTest, TheWorkingDirectoryDoesNotMatter) {
  make();
  expect_same(verify({}, "/"));
  expect_same(verify({}, project() / "rules"));
}

TEST_P(VerifyTest, NorDoesWhereEverythingLies) {
  make();
  move_project(folder() / "elsewhere/deeper/project");
  expect_same(verify({}, "/"));
}

TEST_P(VerifyTest, AReportThatWasTakenAwayFindsThePlacesItIsTold) {
  make();
  const fs::path away = folder() / "away";
  fs::create_directory(away);
  fs::copy(report(), away / "report");
  const std::string named = (away / "report").string();
  const auto root = run({KIJUN_PROGRAM, {"verify", named, "--root", project().string()}, {}, away});
  expect_same(root);
  expect_same(run({KIJUN_PROGRAM, {"verify", named}, {}, project() / "data"}));
  const auto lost = run({KIJUN_PROGRAM, {"verify", named}, {}, away});
  EXPECT_EQ(lost.exit, "2");
  EXPECT_NE(lost.err.find("--root"), std::string::npos) << lost.err;
}

TEST_P(VerifyTest, OutsideARepositoryTheSettingsNameTheSurvey) {
  fs::remove(project() / ".git");
  make();
  expect_same(verify());
  expect_same(verify({}, "/"));
  move_project(folder() / "elsewhere/project");
  expect_same(verify({}, "/"));
}

TEST_P(VerifyTest, SurveyAndPackMayLieApart) {
  make();
  fs::create_directory(folder() / "taken");
  fs::rename(project() / "data/kakuu", folder() / "taken/survey");
  fs::rename(project() / "rules/mcare", folder() / "taken/pack");
  fs::rename(project() / "kijun.toml", folder() / "kijun.toml");  // where it lay, seen from the survey
  expect_same(
      verify({"--survey", (folder() / "taken/survey/2018").string(), "--rules", (folder() / "taken/pack").string()}));
}

TEST_P(VerifyTest, EveryOptionThatChangesTheReportIsRemembered) {
  const std::vector<std::vector<std::string>> all{
      {"--lang", "en"},
      {"--created", "2026-04-01"},
      {"--as-of", "2019-02-28"},
      {"--revision", "2019-03-20"},
      {"--max-findings", "0"},
      {"--results", "findings"},
      {"--fail-on", "warning,unknown", "--gate", "quality"},
      {"--fail-on", "never"},
      {"--max-unknown", "3"},
      {"--strict-decisions", "stale,unused,expired,expiring", "--expiring-within", "400"},
      {"--only", "K1-01", "--for", "月影市", "--for", "霧ケ丘市"},
      {"--only", "council.zone", "--group", "北部"},
      {"--allow-empty", "rules,results", "--allow-rule-errors"},
      {"--sarif-group", "municipality"},
      {"--sarif-group", "rule", "--threads", "1"},
      {"--root", "data"}};
  for (const std::vector<std::string>& options : all) {
    SCOPED_TRACE(options.front() + " " + options.back());
    make(options);
    expect_same(options.front() == "--root" ? verify({"--root", "data"}) : verify());
  }
}

TEST_P(VerifyTest, ABaselineIsAnInput) {
  ASSERT_EQ(run({KIJUN_PROGRAM, {"baseline", "write", "--out", "baseline.json"}, {}, project()}).exit, "0");
  replace(project() / "data/kakuu/2018/answers.csv", "夢見町,△", "夢見町,○");
  make({"--baseline", "baseline.json"});
  expect_same(verify({}, "/"));
  fs::rename(project() / "baseline.json", folder() / "known.json");
  expect_different(verify(), {"../../../baseline.json（基準）がありません"});
  expect_same(verify({"--baseline", (folder() / "known.json").string()}));
  replace(folder() / "known.json", "\"warning\"", "\"error\"");
  expect_different(verify({"--baseline", (folder() / "known.json").string()}),
                   {"../../../baseline.json（基準）が変わっています"});
}

TEST_P(VerifyTest, AChangedAnswerIsNamedWithWhatItWas) {
  make();
  replace(project() / "data/kakuu/2018/answers.csv", "月影市,×", "月影市,○");
  expect_different(verify(),
                   {"answers.csv（回答）が変わっています", "992038 月影市 council（協議の場の設置状況）：× → ○"});
}

TEST_P(VerifyTest, AChangedNoteIsNamedWithWhatTheReportShowsOfIt) {
  make();
  replace(project() / "data/kakuu/2018/answers.csv", "役割を検討中", "役割は決定");
  const std::string before = GetParam() == std::string("json") ? "役割を検討中" : "（別の内容）";  // JSON has evidence
  const ProcessResult result = verify();
  expect_different(result, {"answers.csv（回答）が変わっています", "993018 夢見町 coordinator_note"});
  EXPECT_NE(result.out.find(before), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("役割は決定"), std::string::npos) << result.out;
}

TEST_P(VerifyTest, AnswersThatCannotBeReadAnyMoreAreSaidToBeThose) {
  make();
  replace(project() / "data/kakuu/2018/answers.csv", "夢見村,,,,,\n", "");
  const ProcessResult result = verify();
  expect_different(result, {"answers.csv（回答）が変わっています"});
  EXPECT_NE(result.err.find("KJ4"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("変わったかまでは示せません"), std::string::npos) << result.err;
}

TEST_P(VerifyTest, RowsOfAListAreNamed) {
  fs::copy(fs::path(KIJUN_SOURCE_DIR) / "tests/fixtures/kakuu-facilities", project() / "data/facilities",
           fs::copy_options::recursive);
  make({"data/facilities/2024", "--rules", "data/facilities/pack"});
  expect_same(verify({}, "/"));
  replace(project() / "data/facilities/2024/answers.csv", "9910000020,", "9910000099,");
  expect_different(verify(), {"answers.csv（回答）が変わっています", "9910000099 月見通所センター：行が加わっています",
                              "9910000020：行がなくなっています"});
}

TEST_P(VerifyTest, AChangeThatChangesNoAnswerIsSaidToBeOne) {
  make();
  replace(project() / "data/kakuu/2018/answers.csv", "夢見村,,,,,\n", "夢見村,\"\",,,,\n");
  const ProcessResult result = verify();
  expect_different(result, {"answers.csv（回答）が変わっています"});
  EXPECT_NE(result.out.find("回答の内容はどの欄も同じです"), std::string::npos) << result.out;
}

TEST_P(VerifyTest, AChangedRuleIsNamed) {
  make();
  replace(project() / "rules/mcare/base.toml", "require = 'council_met'", "require = 'council == \"established\"'");
  expect_different(verify(), {"base.toml（規則）が変わっています", "council.municipality：意味が変わっています"});
}

TEST_P(VerifyTest, ARewordedRuleIsToldFromAChangedOne) {
  make();
  replace(project() / "rules/mcare/base.toml", "協議の場の設置を御検討ください。", "協議の場の設置を検討されたい。");
  expect_different(verify(), {"base.toml（規則）が変わっています", "council.municipality：文言だけが変わっています"});
}

TEST_P(VerifyTest, AChangedWaiverIsNamed) {
  make();
  replace(project() / "data/kakuu/2018/decisions.toml", "until = 2020-03-31", "until = 2021-03-31");
  expect_different(verify(), {"decisions.toml（読取り・訂正等）が変わっています",
                              "992038 月影市 council.municipality：内容が変わっています"});
}

TEST_P(VerifyTest, AnAddedInputIsNamed) {
  make();
  fs::copy(project() / "data/kakuu/2018", project() / "data/kakuu/2017");
  replace(project() / "data/kakuu/2017/survey.toml", "fiscal_year = 2018", "fiscal_year = 2017");
  const ProcessResult result = verify();
  EXPECT_EQ(result.exit, "1") << result.out << result.err;
  EXPECT_NE(result.out.find("../2017/answers.csv（回答）が加わっています"), std::string::npos) << result.out;
}

TEST_P(VerifyTest, AChangedByteIsFound) {
  make();
  replace(report(), "市町村の協議の場の設置", "市町村の協議の場の設備");
  const ProcessResult result = verify();
  expect_different(result, {"食い違います"});
  EXPECT_NE(result.out.find("協議の場の設備"), std::string::npos) << result.out;
  EXPECT_NE(result.out.find("協議の場の設置"), std::string::npos) << result.out;
}

TEST_P(VerifyTest, AReportThatLostItsEndOrGainedOneIsFound) {
  make();
  const std::string whole = read_bytes(report());
  write_bytes(report(), whole.substr(0, whole.size() - 1));
  expect_different(verify(), {"食い違います"});
  write_bytes(report(), whole + "\n");
  expect_different(verify(), {"食い違います"});
}

TEST_P(VerifyTest, AnotherVersionIsNamed) {
  make();
  const std::string provenance = "\"schema\":\"kijun.provenance/1\",\"tool\":{\"name\":\"kijun\",\"version\":\"";
  replace(report(), provenance, provenance + "9.");
  expect_different(verify(), {"報告書は版9.", "食い違います"});
}

TEST_P(VerifyTest, AReportOfAnotherVersionIsOnlyThat) {
  make();
  const std::string bytes = read_bytes(report());
  const std::string before = "\"tool\":{\"name\":\"kijun\",\"version\":\"";
  const std::size_t begin = bytes.find(before) + before.size();
  const std::string version = bytes.substr(begin, bytes.find('"', begin) - begin);
  std::string other = bytes;
  for (std::size_t at = other.find(version); at != std::string::npos; at = other.find(version, at + 1)) {
    const bool is_version = other[at - 1] == '"' || other.substr(at - 6, 6) == "kijun ";
    if (is_version) other.replace(at, version.size(), std::string(version.size() - 1, '9') + "9");
  }
  write_bytes(report(), other);
  expect_different(verify(), {"報告書は版99999が作りました"});
}

TEST_P(VerifyTest, ABrokenProvenanceIsRefused) {
  make();
  replace(report(), "\"expiring_within\":30,\"only\"", "\"expiring_within\":null,\"only\"");
  const ProcessResult result = verify();
  EXPECT_EQ(result.exit, "2");
  EXPECT_NE(result.err.find("KJ4906"), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("expiring_within"), std::string::npos) << result.err;
}

TEST_P(VerifyTest, NothingOfTheMachineStandsInAReport) {
  make();
  EXPECT_EQ(read_bytes(report()).find(folder().string()), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Formats, VerifyTest, testing::Values("json", "html", "sarif", "sarif-github"),
                         [](const auto& format) {
                           std::string name = format.param;
                           std::erase(name, '-');
                           return name;
                         });

TEST(VerifyLargeTest, ManyRecordsAreVerifiedWithoutTheirRows) {
  const Scratch scratch;
  const fs::path& folder = scratch.path();
  const std::string survey = bench::write_survey(folder.string(), 5'000);
  ASSERT_TRUE(bench::write_packs((folder / "packs").string(), 1));
  const std::string report = (folder / "report.json").string();
  const std::string rules = (folder / "packs" / "fixed").string();
  const auto made =
      run({KIJUN_PROGRAM,
           {"audit", survey, "--rules", rules, "--max-findings", "20", "--quiet", "--out", "json=" + report},
           {},
           folder});
  ASSERT_TRUE(made.exit == "0" || made.exit == "1") << made.err;
  EXPECT_NE(read_bytes(report).find("\"answers\":[]"), std::string::npos);
  const auto verified = run({KIJUN_PROGRAM, {"verify", report, "--survey", survey}, {}, folder});
  EXPECT_EQ(verified.exit, "0") << verified.out << verified.err;
}

}  // namespace
}  // namespace kijun::golden
