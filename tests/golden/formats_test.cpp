#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/bench/generate/survey_folder.h"
#include "tests/golden/process.h"
#include "tests/golden/scratch.h"

// Every format in every surrounding gives the same bytes, and hostile notes are inert in all of those for CI.
namespace kijun::golden {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string>& formats() {
  static const std::vector<std::string> kFormats{"text",   "json",    "csv",          "csv-raw", "markdown",
                                                 "html",   "sarif",   "sarif-github", "junit",   "gitlab",
                                                 "github", "summary", "checkstyle",   "jsonl",   "xlsx"};
  return kFormats;
}

/// Where a program runs.
struct Surrounding {
  std::vector<std::string> environment;
  fs::path directory;
};

class FormatsTest : public testing::Test {
 protected:
  /// What an audit writes in every format but those that `left_out` names, by format.
  std::map<std::string, std::string> audit(const Surrounding& where, std::vector<std::string> arguments,
                                           const std::string& left_out = "") {
    const fs::path out = folder() / std::to_string(num_runs_++);
    fs::create_directory(out);
    arguments.insert(arguments.begin(), "audit");
    arguments.emplace_back("--quiet");
    for (const std::string& format : formats())
      if (format != left_out) arguments.insert(arguments.end(), {"--out", format + "=" + (out / format).string()});
    const ProcessResult result = run({KIJUN_PROGRAM, arguments, where.environment, where.directory});
    EXPECT_TRUE(result.exit == "0" || result.exit == "1") << result.exit << result.err;
    std::map<std::string, std::string> files;
    for (const std::string& format : formats())
      if (format != left_out) files[format] = read_bytes(out / format);
    return files;
  }

  [[nodiscard]] const fs::path& folder() const { return scratch_.path(); }

 private:
  const Scratch scratch_;
  std::size_t num_runs_ = 0;
};

void expect_same(const std::map<std::string, std::string>& one, const std::map<std::string, std::string>& other) {
  for (const auto& [format, bytes] : one) {
    EXPECT_FALSE(bytes.empty()) << format;
    EXPECT_TRUE(bytes == other.at(format)) << format << " differs";
  }
}

TEST_F(FormatsTest, NeitherLocaleNorZoneNorWorkingDirectoryChangesAByte) {
  const fs::path root = KIJUN_SOURCE_DIR;
  const auto tokyo = audit({{"LC_ALL=ja_JP.UTF-8", "LANG=ja_JP.UTF-8", "TZ=Asia/Tokyo"}, root},
                           {"data/kanagawa/2018", "--rules", "rules/mcare", "--root", "."});
  const auto new_york =
      audit({{"LC_ALL=de_DE.UTF-8", "LANG=tr_TR.UTF-8", "TZ=America/New_York", "COLUMNS=40"}, root / "tests"},
            {"../data/kanagawa/2018/survey.toml", "--rules", "../rules/mcare", "--root", ".."});
  expect_same(tokyo, new_york);
}

TEST_F(FormatsTest, NeitherLocaleNorZoneChangesAByteOfAComparison) {
  const auto compared = [&](const std::vector<std::string>& environment, const std::string& name) {
    std::vector<std::string> arguments{
        "compare", "tests/fixtures/kakuu-years/2018", "tests/fixtures/kakuu-years/2021", "--rules", "rules/mcare",
        "--quiet"};
    std::map<std::string, std::string> files;
    for (const char* const format : {"text", "json", "csv", "csv-raw", "markdown", "html", "summary"})
      arguments.insert(arguments.end(), {"--out", format + ("=" + (folder() / (name + format)).string())});
    const ProcessResult result = run({KIJUN_PROGRAM, arguments, environment, KIJUN_SOURCE_DIR});
    EXPECT_EQ(result.exit, "0") << result.err;
    for (const auto& entry : fs::directory_iterator(folder()))
      if (const std::string file = entry.path().filename(); file.starts_with(name))
        files[file.substr(name.size())] = read_bytes(entry.path());
    EXPECT_EQ(files.size(), 7U);
    return files;
  };
  expect_same(compared({"LC_ALL=ja_JP.UTF-8", "TZ=Asia/Tokyo"}, "tokyo-"),
              compared({"LC_ALL=tr_TR.UTF-8", "TZ=America/New_York", "COLUMNS=40"}, "new-york-"));
}

TEST_F(FormatsTest, NorDoThreads) {
  constexpr std::uint32_t kRecords = 20'000;  // enough for several threads to be worth starting
  const std::string survey = bench::write_survey(folder().string(), kRecords);
  ASSERT_TRUE(bench::write_packs((folder() / "packs").string(), 1));
  const std::vector<std::string> arguments{survey, "--rules", (folder() / "packs" / "fixed").string(), "--max-findings",
                                           "20"};
  const Surrounding here{{}, folder()};
  std::vector<std::string> one = arguments;
  one.insert(one.end(), {"--threads", "1"});
  std::vector<std::string> two = arguments;
  two.insert(two.end(), {"--threads", "2"});
  expect_same(audit(here, one, "html"), audit(here, two, "html"));  // html refuses so many records
}

TEST_F(FormatsTest, AlertsBeyondTheLimitAreGroupedByRuleAndThatIsSaid) {
  constexpr std::uint32_t kRecords = 6'000;  // more than there may be alerts, so not by subject
  const std::string survey = bench::write_survey(folder().string(), kRecords);
  ASSERT_TRUE(bench::write_packs((folder() / "packs").string(), 1));
  const fs::path log = folder() / "kijun.sarif";
  const ProcessResult result = run({KIJUN_PROGRAM,
                                    {"audit", survey, "--rules", (folder() / "packs" / "fixed").string(), "--lang",
                                     "en", "--out", "sarif-github=" + log.string()},
                                    {},
                                    folder()});
  EXPECT_NE(result.err.find("are more than the limit of 5000: they are grouped by rule into"), std::string::npos)
      << result.err;
  const nlohmann::json sarif = nlohmann::json::parse(read_bytes(log));
  const nlohmann::json& sarif_run = sarif.at("runs").at(0);
  EXPECT_LE(sarif_run.at("results").size(), 23U);
  EXPECT_EQ(sarif_run.at("properties").at("group"), "rule");
}

void write_bytes(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

/// Fingerprint and line of every finding of GitLab's format, by check and the name its description holds.
struct Issue {
  std::string fingerprint;
  int line = 0;
};
std::map<std::string, Issue> issues_of(const std::string& text, const std::vector<std::string>& names) {
  std::map<std::string, Issue> issues;
  for (const nlohmann::json& issue : nlohmann::json::parse(text)) {
    const std::string description = issue.at("description");
    for (const std::string& name : names)
      if (description.find(name) != std::string::npos)
        issues[issue.at("check_name").get<std::string>() + " " + name] = {issue.at("fingerprint"),
                                                                          issue.at("location").at("lines").at("begin")};
  }
  return issues;
}

TEST_F(FormatsTest, FingerprintsSurviveInsertedLinesReorderedColumnsAndChangedAnswers) {
  const fs::path survey = folder() / "survey";
  fs::copy(fs::path(KIJUN_SOURCE_DIR) / "tests/cli/ci-not-run/missing", survey);
  const std::vector<std::string> names{"中津原市", "霧ヶ丘市", "夢見町"};
  const std::vector<std::string> arguments{"survey", "--rules", std::string(KIJUN_SOURCE_DIR) + "/rules/mcare"};
  const Surrounding here{{}, folder()};
  write_bytes(survey / "answers.csv", "団体名,状況,備考,想定\n中津原市,△,,×\n霧ヶ丘市,△,予定は未定,×\n夢見町,×,,○\n");
  const auto before = issues_of(audit(here, arguments).at("gitlab"), names);
  write_bytes(
      survey / "answers.csv",
      "想定,備考,団体名,状況\n○,\"四行の\n備考に\nなっ\nた\",夢見町,△\n×,,中津原市,×\n×,予定は未定,霧ヶ丘市,×\n");
  const auto after = issues_of(audit(here, arguments).at("gitlab"), names);
  std::set<std::string> fingerprints;
  for (const std::string& name : names) {
    const std::string key = "council.municipality " + name;
    ASSERT_TRUE(before.contains(key) && after.contains(key)) << key;
    EXPECT_EQ(before.at(key).fingerprint, after.at(key).fingerprint) << key;
    EXPECT_NE(before.at(key).line, after.at(key).line) << key;
    fingerprints.insert(before.at(key).fingerprint);
  }
  EXPECT_EQ(fingerprints.size(), names.size());
  EXPECT_NE(before.at("coordinator.plan 中津原市").fingerprint, before.at("council.municipality 中津原市").fingerprint);
}

/// What the golden case `hostile-notes` writes in a format for CI.
struct HostileFile {
  const char* name;
  bool is_json;  ///< JSON keeps any text apart from its own markup.
};

TEST_F(FormatsTest, HostileNotesAreInertInTheFormatsForCi) {
  const fs::path expected = fs::path(KIJUN_SOURCE_DIR) / "tests/golden/hostile-notes/expected";
  for (const HostileFile& file :
       {HostileFile{"all.sarif", true}, HostileFile{"github.sarif", true}, HostileFile{"by-rule.sarif", true},
        HostileFile{"gitlab.json", true}, HostileFile{"junit.xml", false}, HostileFile{"by-municipality.xml", false},
        HostileFile{"checkstyle.xml", false}, HostileFile{"commands.txt", false}, HostileFile{"summary.md", false}}) {
    SCOPED_TRACE(file.name);
    const std::string bytes = read_bytes(expected / file.name);
    ASSERT_FALSE(bytes.empty());
    for (const char control : {'\0', '\x1b', '\x07', '\x08', '\x7f', '\r'})
      EXPECT_EQ(bytes.find(control), std::string::npos) << static_cast<int>(control);
    for (const std::string_view direction :
         {"\xE2\x80\xAE", "\xE2\x80\xAC", "\xE2\x81\xA6", "\xE2\x81\xA9", "\xC2\x9B"})
      EXPECT_EQ(bytes.find(direction), std::string::npos);
    const bool is_commands = file.name == std::string_view("commands.txt");
    for (const std::string_view markup : {"<script", "<img", "]]>", "<![CDATA["}) {
      if (!file.is_json && !is_commands) {
        EXPECT_EQ(bytes.find(markup), std::string::npos) << markup;
      }
    }
    for (const std::string_view command : {"\n::add-mask", "\n##["}) EXPECT_EQ(bytes.find(command), std::string::npos);
  }
  for (const char* text : {"yumemi.txt", "kumoi.txt", "nakatsuhara.txt", "nijihashi.txt"}) {
    SCOPED_TRACE(text);
    std::istringstream lines(read_bytes(expected / text));
    for (std::string line; std::getline(lines, line);) {
      EXPECT_EQ(line.find("##["), std::string::npos) << line;
      EXPECT_NE(line.substr(std::min(line.find_first_not_of(" \t"), line.size())).substr(0, 2), "::") << line;
    }
  }
}

}  // namespace
}  // namespace kijun::golden
