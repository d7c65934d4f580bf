#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/golden/process.h"
#include "tests/golden/scratch.h"
#include "tests/unit/reports/read_workbook.h"

// All that the real program writes of a survey whose register names a glossary (tests/fixtures/kakuu-terms), searched for
// the words of the pack and of the reports that it replaces, and for those that it must not touch.
namespace kijun::golden {
namespace {

namespace fs = std::filesystem;

using Files = std::map<std::string, std::string>;

const std::vector<std::string> kFormats{"text",   "json",    "csv",          "csv-raw", "markdown",
                                        "html",   "sarif",   "sarif-github", "junit",   "gitlab",
                                        "github", "summary", "checkstyle",   "jsonl",   "xlsx"};

/// A note of the survey with a word that the glossary replaces elsewhere.
const std::string kNote = "北部地域支援協議会を協議の場としている";

class GlossaryTest : public testing::Test {
 protected:
  GlossaryTest() {
    for (const char* const part : {"tests/fixtures/kakuu", "tests/fixtures/kakuu-terms", "rules/mcare"}) {
      fs::create_directories((project_ / part).parent_path());
      fs::copy(fs::path(KIJUN_SOURCE_DIR) / part, project_ / part, fs::copy_options::recursive);
    }
    fs::create_directories(project_ / ".git");  // the top of a repository
  }

  /// Runs kijun on the survey and reads the files that `outputs` names by format.
  Files write(std::vector<std::string> arguments, const std::string& option, const std::vector<std::string>& formats) {
    const fs::path out = scratch_.path() / std::to_string(num_runs_++);
    fs::create_directory(out);
    for (const std::string& format : formats)
      arguments.insert(arguments.end(), {option, format + "=" + (out / format).string()});
    arguments.insert(arguments.end(), {"--rules", "rules/mcare", "--quiet"});
    const ProcessResult result = run({KIJUN_PROGRAM, arguments, {}, project_});
    EXPECT_TRUE(result.exit == "0" || result.exit == "1") << result.exit << result.err;
    EXPECT_EQ(result.err, "");
    Files files;
    for (const std::string& format : formats) files[format] = read_bytes(out / format);
    if (const auto xlsx = files.find("xlsx"); xlsx != files.end()) {
      std::string parts;
      for (const auto& [name, bytes] : reports::parts_of(xlsx->second)) parts += name + "\n" + bytes + "\n";
      xlsx->second = parts;
    }
    return files;
  }
  Files audit(const std::string& survey, const std::vector<std::string>& formats = kFormats) {
    return write({"audit", survey, "--frames", "none", "--root", "."}, "--out", formats);
  }

  static void expect_none(const Files& files, const std::string& text) {
    for (const auto& [format, bytes] : files) {
      EXPECT_FALSE(bytes.empty()) << format;
      const std::size_t at = bytes.find(text);
      EXPECT_EQ(at, std::string::npos) << text << " in " << format << ": …"
                                       << bytes.substr(at - std::min<std::size_t>(at, 60), 120);
    }
  }
  static void expect_all(const Files& files, const std::vector<std::string>& in, const std::string& text) {
    for (const std::string& format : in)
      EXPECT_NE(files.at(format).find(text), std::string::npos) << text << " is not in " << format;
  }

  /// Replaces what stands in a file of the project once.
  void change(const std::string& name, const std::string& before, const std::string& after) {
    std::string bytes = read_bytes(project_ / name);
    const std::size_t at = bytes.find(before);
    ASSERT_NE(at, std::string::npos) << before;
    std::ofstream(project_ / name, std::ios::binary) << bytes.replace(at, before.size(), after);
  }

  ProcessResult run_here(const std::vector<std::string>& arguments) const {
    return run({KIJUN_PROGRAM, arguments, {}, project_});
  }

  const std::string survey_ = "tests/fixtures/kakuu-terms/2018";
  [[nodiscard]] const fs::path& project() const { return project_; }

 private:
  const Scratch scratch_;
  const fs::path project_ = scratch_.path() / "project";
  std::size_t num_runs_ = 0;
};

TEST_F(GlossaryTest, EveryFormatOfAnAuditTellsTheRulesInItsTerms) {
  const Files files = audit(survey_);
  expect_none(files, "市町村の協議の場の設置");
  expect_all(files,
             {"text", "json", "csv", "csv-raw", "markdown", "html", "sarif", "junit", "gitlab", "github", "summary",
              "checkstyle", "jsonl", "xlsx"},
             "連携の場");
  expect_all(files, {"json", "html", "sarif"}, "liaison forum");
}

TEST_F(GlossaryTest, AndTheWordsOfReportsToo) {
  const Files files = audit(survey_);
  expect_none(files, "判定保留");
  expect_none(files, "無回答");
  expect_all(files, {"markdown", "html", "xlsx", "text"}, "保留");
  expect_all(files, {"json", "html", "csv"}, "未回答");
  expect_all(files, {"markdown", "html"}, "障害保健福祉圏域別の状況");
  expect_all(files, {"markdown", "html"}, "圏域設置の特例");
}

TEST_F(GlossaryTest, NotesAndCitationsStayAsTheyAre) {
  const Files files = audit(survey_);
  expect_all(files, {"json", "jsonl", "csv", "markdown", "html", "xlsx"}, kNote);
  expect_none(files, "協議会を連携の場と");
  expect_all(files, {"json", "markdown", "html"}, "基本指針（第1期障害児福祉計画）協議の場の目標");
  expect_none(files, "連携の場の目標」");
}

TEST_F(GlossaryTest, KeysIdsAndHeadingsForProgramsStayAsTheyAre) {
  const Files with = audit(survey_, {"json", "csv"});
  const Files without = audit("tests/fixtures/kakuu/2018", {"json", "csv"});
  const auto keys_of = [](const nlohmann::json& json, const auto& self) -> std::vector<std::string> {
    std::vector<std::string> keys;
    for (const auto& [key, value] : json.items()) {
      if (json.is_object()) keys.push_back(key);
      if (!value.is_structured()) continue;
      const std::vector<std::string> inner = self(value, self);
      keys.insert(keys.end(), inner.begin(), inner.end());
    }
    return keys;
  };
  const auto json = nlohmann::json::parse(with.at("json"));
  const auto plain = nlohmann::json::parse(without.at("json"));
  EXPECT_EQ(keys_of(json["results"], keys_of), keys_of(plain["results"], keys_of));
  EXPECT_EQ(json["results"].size(), plain["results"].size());
  for (std::size_t i = 0; i < json["results"].size(); ++i) {
    EXPECT_EQ(json["results"][i]["rule"], plain["results"][i]["rule"]);
    EXPECT_EQ(json["results"][i]["fingerprint"], plain["results"][i]["fingerprint"]);
    EXPECT_EQ(json["results"][i]["state_hash"], plain["results"][i]["state_hash"]);
  }
  const auto heading = [](const std::string& csv) { return csv.substr(0, csv.find('\n')); };
  EXPECT_EQ(heading(with.at("csv")), heading(without.at("csv")));
}

TEST_F(GlossaryTest, ProvenanceNamesTheGlossaryAndTheRulesAsThePackHasThem) {
  const auto provenance = [&](const std::string& survey) {
    return nlohmann::json::parse(audit(survey, {"json"}).at("json"))["provenance"];
  };
  const auto with = provenance(survey_);
  const auto without = provenance("tests/fixtures/kakuu/2018");
  EXPECT_EQ(with["parts"], without["parts"]);
  std::size_t num_named = 0;
  for (const auto& input : with["inputs"])
    if (input["role"] == "glossary") {
      ++num_named;
      EXPECT_EQ(input["path"], "../glossary.toml");
    }
  EXPECT_EQ(num_named, 1U);
}

TEST_F(GlossaryTest, VerifyNamesAGlossaryThatIsAnother) {
  for (const char* const format : {"json", "html", "sarif"}) {
    const std::string report = (project() / (std::string("report.") + format)).string();
    ASSERT_NE(run_here({"audit", survey_, "--rules", "rules/mcare", "--quiet", "--out", format + ("=" + report)}).exit,
              "2");
    const ProcessResult same = run_here({"verify", report});
    EXPECT_EQ(same.exit, "0") << same.out << same.err;
    change("tests/fixtures/kakuu-terms/glossary.toml", "連携の場", "連絡の場");
    const ProcessResult other = run_here({"verify", report});
    EXPECT_EQ(other.exit, "1") << other.out << other.err;
    EXPECT_NE(other.out.find("../glossary.toml（用語集）が変わっています"), std::string::npos) << other.out;
    EXPECT_NE(other.out.find("相違1件"), std::string::npos) << other.out;
    change("tests/fixtures/kakuu-terms/glossary.toml", "連絡の場", "連携の場");
  }
}

TEST_F(GlossaryTest, PapersAreInItsTerms) {
  const Files council = write({"report", "council", survey_}, "--out", {"markdown", "html", "text"});
  expect_all(council, {"markdown", "html", "text"}, "連携の場");
  expect_none(council, "判定保留");
  const Files questions = write({"report", "questions", survey_}, "--out", {"markdown", "html", "xlsx"});
  expect_all(questions, {"markdown", "html", "xlsx"}, "連携の場");
  expect_none(questions, "無回答");
  const Files results = write({"report", "results", survey_}, "--out", {"html"});
  expect_all(results, {"html"}, "連携の場");
  expect_none(results, "判定保留");
  expect_none(results, "市町村の協議の場の設置");
}

TEST_F(GlossaryTest, AComparisonIsInTheTermsOfItsNewSide) {
  const std::vector<std::string> formats{"text", "json", "csv", "markdown", "html"};
  const Files with = write({"compare", survey_, survey_, "--as-of-old", "2018-09-30"}, "--out", formats);
  expect_all(with, {"text", "json", "csv", "markdown", "html"}, "連携の場");
  expect_none(with, "市町村の協議の場の設置");
  const Files mixed =
      write({"compare", survey_, "tests/fixtures/kakuu/2018", "--as-of-old", "2018-09-30"}, "--out", {"markdown"});
  expect_all(mixed, {"markdown"}, "市町村の協議の場の設置");
}

TEST_F(GlossaryTest, AGlossaryAloneChangesNoResult) {
  const std::string report = (project() / "before.json").string();
  ASSERT_NE(run_here({"audit", survey_, "--rules", "rules/mcare", "--quiet", "--out", "json=" + report}).exit, "2");
  change("tests/fixtures/kakuu-terms/glossary.toml", "連携の場", "連絡の場");
  const auto compared = nlohmann::json::parse(write({"compare", report, survey_}, "--out", {"json"}).at("json"));
  EXPECT_EQ(compared["split"]["differing"], nlohmann::json::array());
}

}  // namespace
}  // namespace kijun::golden
