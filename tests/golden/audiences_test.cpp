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

/// The municipalities by code.
const std::vector<std::pair<std::string, std::string>>& records() {
  static const std::vector<std::pair<std::string, std::string>> kRecords{
      {"992011", "中津原市"}, {"992020", "霧ヶ丘市"}, {"992038", "月影市"}, {"993018", "夢見町"},
      {"993026", "雲居町"},   {"993611", "夢見村"},   {"993620", "虹橋町"}, {"993638", "雪代町"}};
  return kRecords;
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
const std::string kOwnNote = "中津原市と調整中";
const std::vector<std::string> kReadable{kOwnNote};

void erase_all(std::string& bytes, const std::string& text) {
  for (std::size_t at = bytes.find(text); at != std::string::npos; at = bytes.find(text, at))
    bytes.erase(at, text.size());
}

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
    for (auto& [format, bytes] : files) erase_all(bytes, kOwnNote);
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

/// Everything in a folder, by file name; a workbook as the bytes of all its parts.
std::map<std::string, std::string> files_in(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::string bytes = read_bytes(entry.path());
    if (entry.path().extension() == ".xlsx") {
      std::string parts;
      for (const auto& [name, part] : reports::parts_of(bytes)) parts += name + "\n" + part + "\n";
      bytes = std::move(parts);
    }
    files[entry.path().filename().string()] = std::move(bytes);
  }
  return files;
}

class QuestionAudiencesTest : public AudiencesTest {
 protected:
  ProcessResult ask(const std::vector<std::string>& more) {
    std::vector<std::string> arguments{"report", "questions", "tests/fixtures/kakuu-audiences/survey", "--rules",
                                       "tests/fixtures/kakuu-audiences/pack"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run({KIJUN_PROGRAM, arguments, {}, KIJUN_SOURCE_DIR});
  }
};

TEST_F(QuestionAudiencesTest, ASheetForAMunicipalityHoldsNothingOfOthers) {
  std::map<std::string, std::size_t> num_sheets;
  for (const char* const format : {"markdown", "html", "xlsx"}) {
    const fs::path out = folder() / format;
    const ProcessResult result =
        ask({"--audience", "municipality", "--sheets", std::string(format) + "=" + out.string()});
    ASSERT_EQ(result.exit, "0") << result.err;
    for (auto& [name, bytes] : files_in(out)) {
      ++num_sheets[format];
      erase_all(bytes, kOwnNote);
      const std::string code = name.substr(2, 6);
      expect_none({{name, bytes}}, all_of({kPeople, kRemarks, kReasons, kSums}));
      for (const auto& [other, subject] : records())
        EXPECT_EQ(bytes.find(subject) != std::string::npos, other == code) << subject << " in " << name;
      if (code != "992038") expect_none({{name, bytes}}, {"約81万円"});
    }
  }
  EXPECT_GT(num_sheets["html"], 1U);
  EXPECT_EQ(num_sheets["html"], num_sheets["markdown"]);
  EXPECT_EQ(num_sheets["html"], num_sheets["xlsx"]);
}

TEST_F(QuestionAudiencesTest, OneFileIsForOneMunicipality) {
  const ProcessResult all = ask({"--audience", "municipality", "--lang", "en"});
  EXPECT_EQ(all.exit, "2");
  EXPECT_EQ(all.out, "");
  EXPECT_NE(all.err.find("one file cannot hold the sheets of several municipalities"), std::string::npos) << all.err;
  const ProcessResult one = ask({"--audience", "municipality", "--for", "夢見町"});
  EXPECT_EQ(one.exit, "0") << one.err;
  EXPECT_NE(one.out.find("夢見町"), std::string::npos);
}

TEST_F(QuestionAudiencesTest, NobodyElseIsAsked) {
  for (const char* const audience : {"council", "public"}) {
    const ProcessResult result = ask({"--audience", audience, "--lang", "en"});
    EXPECT_EQ(result.exit, "2");
    EXPECT_EQ(result.out, "");
    EXPECT_NE(result.err.find("there are no sheets of questions for `--audience " + std::string(audience) + "`"),
              std::string::npos)
        << result.err;
  }
  EXPECT_NE(ask({"--audience", "municipalty", "--lang", "en"}).err.find("municipality"), std::string::npos);
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
