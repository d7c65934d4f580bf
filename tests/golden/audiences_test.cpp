#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "tests/golden/process.h"
#include "tests/golden/scratch.h"
#include "tests/unit/reports/read_workbook.h"

// Every format for every audience, written by the real program and searched for what must not be in it. The survey is
// tests/fixtures/kakuu-audiences, whose secrets are unlike anything else.
namespace kijun::golden {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string>& formats() {
  static const std::vector<std::string> kFormats{"text",   "json",    "csv",          "csv-raw", "markdown",
                                                 "html",   "sarif",   "sarif-github", "junit",   "gitlab",
                                                 "github", "summary", "checkstyle",   "jsonl",   "xlsx"};
  return kFormats;
}

const std::vector<std::string>& other_names() {
  static const std::vector<std::string> kNames{"中津原市", "月影市",      "夢見町",    "雲居町", "夢見村",    "虹橋町",
                                               "雪代町",   "Nakatsuhara", "Tsukikage", "Yumemi", "Nijihashi", "992011"};
  return kNames;
}

/// Cells and names of the survey by what they are.
const std::vector<std::string> kNever{"70773",      "2031-11-23",  "2031年11月23日", "23 November 2031",
                                      "秘密の事情", "秘密の事情甲"};
const std::vector<std::string> kSmall{"730421", "730,421", "約81万円"};
/// Sums over numbers of which one is small: of the prefecture, and of 北部.
const std::vector<std::string> kSums{"25913246", "25,913,246", "5850454", "5,850,454"};
const std::vector<std::string> kPeople{"秘密太郎", "秘密花子", "秘密照合係長", "秘密決裁課長"};
const std::vector<std::string> kRemarks{"秘密の所見", "secret remark"};
const std::vector<std::string> kReasons{"協議の結果を待つ"};
const std::vector<std::string> kReadable{"中津原市と調整中"};

std::vector<std::string> all_of(const std::vector<std::vector<std::string>>& lists) {
  std::vector<std::string> all;
  for (const std::vector<std::string>& list : lists) all.insert(all.end(), list.begin(), list.end());
  return all;
}

class AudiencesTest : public testing::Test {
 protected:
  /// All that an audit writes, by format; a workbook as the bytes of all its parts.
  std::map<std::string, std::string> audit(const std::vector<std::string>& more) {
    const fs::path out = folder() / std::to_string(num_runs_++);
    fs::create_directory(out);
    std::vector<std::string> arguments{"audit",   "tests/fixtures/kakuu-audiences/survey",
                                       "--rules", "tests/fixtures/kakuu-audiences/pack",
                                       "--quiet", "--frames",
                                       "all",     "--root",
                                       "."};
    arguments.insert(arguments.end(), more.begin(), more.end());
    for (const std::string& format : formats())
      arguments.insert(arguments.end(), {"--out", format + "=" + (out / format).string()});
    const ProcessResult result = run({KIJUN_PROGRAM, arguments, {}, KIJUN_SOURCE_DIR});
    EXPECT_TRUE(result.exit == "0" || result.exit == "1") << result.exit << result.err;
    std::map<std::string, std::string> files;
    for (const std::string& format : formats()) files[format] = read_bytes(out / format);
    std::string parts;
    for (const auto& [name, bytes] : reports::parts_of(files["xlsx"])) parts += name + "\n" + bytes + "\n";
    files["xlsx"] = parts;
    return files;
  }

  static void expect_none(const std::map<std::string, std::string>& files, const std::vector<std::string>& secrets) {
    for (const auto& [format, bytes] : files) {
      EXPECT_FALSE(bytes.empty()) << format;
      for (const std::string& secret : secrets)
        EXPECT_EQ(bytes.find(secret), std::string::npos)
            << secret << " in " << format << ": …" << around(bytes, bytes.find(secret)) << "…";
    }
  }

  static void expect_all(const std::map<std::string, std::string>& files, const std::vector<std::string>& in,
                         const std::vector<std::string>& wanted) {
    for (const std::string& format : in)
      for (const std::string& text : wanted)
        EXPECT_NE(files.at(format).find(text), std::string::npos) << text << " is not in " << format;
  }

  [[nodiscard]] const fs::path& folder() const { return scratch_.path(); }

 private:
  static std::string around(const std::string& bytes, std::size_t at) {
    if (at == std::string::npos) return {};
    constexpr std::size_t kLead = 120;
    return bytes.substr(at - std::min(at, kLead), 2 * kLead);
  }

  const Scratch scratch_;
  std::size_t num_runs_ = 0;
};

TEST_F(AudiencesTest, ThePrefecturesOwnOfficeSeesEverything) {
  const auto files = audit({});
  EXPECT_EQ(files, audit({"--audience", "internal"}));
  expect_all(files, {"json", "jsonl", "html", "markdown"},
             all_of({{"70773", "秘密の事情甲"}, {"730421", "約81万円"}, {"25913246", "5850454"}, kReadable, kReasons}));
  expect_all(files, {"xlsx"}, all_of({{"秘密の事情甲", "730421", "25913246", "5850454"}, kReadable}));
  expect_all(files, {"json", "jsonl"}, {"秘密太郎", "秘密花子", "秘密の所見"});
  expect_all(files, {"text"}, {"70773", "約81万円"});
  for (const auto& [format, bytes] : files) EXPECT_EQ(bytes.find("公表の対象外"), std::string::npos) << format;
}

TEST_F(AudiencesTest, ThePublicSeesNothingThatIsNotForIt) {
  const auto files = audit({"--audience", "public"});
  expect_none(files, all_of({kNever, kSmall, kSums, kPeople, kRemarks, kReasons}));
  const std::vector<std::string> shown{"5120033", "（公表の対象外）", "南部連絡会"};
  expect_all(files, {"json", "jsonl", "html", "markdown", "xlsx"}, all_of({kReadable, shown}));
  expect_all(files, {"json", "jsonl", "html", "markdown"}, {"1000000未満"});
  expect_all(files, {"html", "markdown", "xlsx", "text", "summary"}, {"公表用"});
  expect_all(files, {"json", "jsonl"}, {"\"audience\""});
  expect_all(files, {"csv", "csv-raw"}, {"配布先", "public"});
  expect_all(files, {"sarif", "sarif-github"}, {"\"audience\":\"public\"", "kijun.audience"});
}

TEST_F(AudiencesTest, TheCouncilSeesReasonsBeside) {
  const auto files = audit({"--audience", "council"});
  expect_none(files, all_of({kNever, kSmall, kSums, kPeople, kRemarks}));
  expect_all(files, {"json", "jsonl", "html", "markdown"}, all_of({kReadable, kReasons}));
  expect_all(files, {"html", "markdown", "xlsx", "text"}, {"協議の場の資料"});
}

TEST_F(AudiencesTest, AMunicipalitySeesItsOwnAnswersAlone) {
  for (const char* const name : {"霧ヶ丘市", "992020"}) {
    auto files = audit({"--audience", "municipality", "--for", name});
    // Its own note names another: that is what it answered.
    for (auto& [format, bytes] : files)
      for (std::size_t at = bytes.find("中津原市と調整中"); at != std::string::npos;
           at = bytes.find("中津原市と調整中"))
        bytes.erase(at, std::string("中津原市と調整中").size());
    expect_none(files, all_of({other_names(), kSums, kPeople, kRemarks, {"約81万円", "秘密の事情乙", "5120033"}}));
    expect_all(files, {"json", "jsonl", "html", "markdown"}, {"70773", "730421", "秘密の事情甲"});
    expect_all(files, {"xlsx"}, {"730421", "秘密の事情甲"});
    expect_all(files, {"html", "markdown", "xlsx", "text"}, {"霧ヶ丘市用"});
  }
}

TEST_F(AudiencesTest, InEnglishToo) {
  const auto files = audit({"--audience", "public", "--lang", "en"});
  expect_none(files, all_of({kNever, kSmall, kSums, kPeople, kRemarks}));
  expect_all(files, {"html", "markdown", "xlsx", "text"}, {"For publication"});
}

TEST_F(AudiencesTest, AReportForAnAudienceIsVerified) {
  const std::vector<std::vector<std::string>> audiences{{"public"}, {"council"}, {"municipality", "--for", "霧ヶ丘市"}};
  for (const std::vector<std::string>& audience : audiences) {
    for (const char* const format : {"html", "json", "sarif"}) {
      const std::string report = (folder() / "report").string();
      std::vector<std::string> arguments{"audit",
                                         "tests/fixtures/kakuu-audiences/survey",
                                         "--rules",
                                         "tests/fixtures/kakuu-audiences/pack",
                                         "--quiet",
                                         "--root",
                                         ".",
                                         "--out",
                                         std::string(format) + "=" + report,
                                         "--audience"};
      arguments.insert(arguments.end(), audience.begin(), audience.end());
      (void)run({KIJUN_PROGRAM, arguments, {}, KIJUN_SOURCE_DIR});
      const ProcessResult verified = run({KIJUN_PROGRAM,
                                          {"verify", report, "--survey", "tests/fixtures/kakuu-audiences/survey",
                                           "--rules", "tests/fixtures/kakuu-audiences/pack", "--root", "."},
                                          {},
                                          KIJUN_SOURCE_DIR});
      EXPECT_EQ(verified.exit, "0") << audience.front() << ' ' << format << '\n' << verified.out << verified.err;
    }
  }
}

TEST_F(AudiencesTest, WhatChangedIsNamedByItsFileOnly) {
  const fs::path root = KIJUN_SOURCE_DIR;
  const fs::path project = folder() / "project";
  fs::create_directories(project);
  fs::copy(root / "tests/fixtures/kakuu-audiences", project / "kakuu-audiences", fs::copy_options::recursive);
  fs::copy(root / "tests/fixtures/kakuu", project / "kakuu", fs::copy_options::recursive);
  const std::vector<std::string> audit{
      "audit", "kakuu-audiences/survey", "--rules", "kakuu-audiences/pack", "--quiet", "--audience", "public",
      "--out", "json=report.json"};
  (void)run({KIJUN_PROGRAM, audit, {}, project});
  std::string answers = read_bytes(project / "kakuu-audiences/survey/answers.csv");
  answers.replace(answers.find("70773"), 5, "70774");
  std::ofstream(project / "kakuu-audiences/survey/answers.csv", std::ios::binary) << answers;
  const ProcessResult verified = run({KIJUN_PROGRAM,
                                      {"verify", "report.json", "--survey", "kakuu-audiences/survey", "--rules",
                                       "kakuu-audiences/pack", "--lang", "en"},
                                      {},
                                      project});
  EXPECT_EQ(verified.exit, "1") << verified.err;
  EXPECT_NE(verified.out.find("answers.csv"), std::string::npos) << verified.out;
  EXPECT_NE(verified.out.find("does not say which cell"), std::string::npos) << verified.out;
  EXPECT_EQ(verified.out.find("70774"), std::string::npos) << verified.out;
}

TEST_F(AudiencesTest, AMunicipalityHasToBeNamed) {
  for (const std::vector<std::string>& narrowing : {std::vector<std::string>{},
                                                    {"--for", "霧ヶ丘市", "--for", "月影市"},
                                                    {"--for", "霧ヶ丘市", "--group", "北部"}}) {
    std::vector<std::string> arguments{"audit",      "tests/fixtures/kakuu-audiences/survey",
                                       "--rules",    "tests/fixtures/kakuu-audiences/pack",
                                       "--audience", "municipality",
                                       "--lang",     "en"};
    arguments.insert(arguments.end(), narrowing.begin(), narrowing.end());
    const ProcessResult result = run({KIJUN_PROGRAM, arguments, {}, KIJUN_SOURCE_DIR});
    EXPECT_EQ(result.exit, "2");
    EXPECT_NE(result.err.find("--audience municipality needs the one record that it is for"), std::string::npos);
    EXPECT_EQ(result.out, "");
  }
}

}  // namespace
}  // namespace kijun::golden
