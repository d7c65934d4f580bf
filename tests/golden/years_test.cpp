#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "engine/base/sha256.h"
#include "tests/golden/process.h"
#include "tests/golden/scratch.h"
#include "tests/unit/reports/read_workbook.h"

// What was before, in every format that shows it, written by the real program: the workbook and the Markdown say what
// `kijun compare` and the results of the years say.
namespace kijun::golden {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using reports::ReadSheet;
using reports::ReadWorkbook;

/// The three surveys of tests/fixtures/kakuu-years; that of 2024 declares the results of the others.
class YearsTest : public testing::Test {
 protected:
  YearsTest() {
    fs::copy(fs::path(KIJUN_SOURCE_DIR) / "tests/fixtures/kakuu-years", folder(), fs::copy_options::recursive);
    fs::create_directory(folder() / "results");
    std::string declared;
    for (const char* const year : {"2018", "2021"}) {
      const std::string file = std::string("results/") + year + ".json";
      kijun({"audit", (folder() / year).string(), "--out", "json=" + (folder() / file).string()});
      declared += "\n[[earlier_result]]\nfile = \"../" + file + "\"\nsha256 = \"" +
                  sha256_hex(read_bytes(folder() / file)) + "\"\n";
    }
    std::ofstream(folder() / "2024/survey.toml", std::ios::app | std::ios::binary) << declared;
  }

  void kijun(std::vector<std::string> arguments) {
    const std::vector<std::string> more{"--rules", std::string(KIJUN_SOURCE_DIR) + "/rules/mcare", "--quiet"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const ProcessResult result = run({KIJUN_PROGRAM, arguments, {}, folder()});
    EXPECT_TRUE(result.exit == "0" || result.exit == "1") << result.exit << result.err;
  }

  /// What an audit of 2024 writes in a format.
  std::string audit(const std::string& format, const std::vector<std::string>& more = {}) {
    const fs::path out = folder() / ("out." + std::to_string(num_runs_++));
    std::vector<std::string> arguments{"audit", (folder() / "2024").string(), "--out", format + "=" + out.string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    kijun(std::move(arguments));
    return read_bytes(out);
  }

  [[nodiscard]] const fs::path& folder() const { return scratch_.path(); }

 private:
  const Scratch scratch_;
  std::size_t num_runs_ = 0;
};

std::string text_at(const ReadSheet& sheet, std::size_t row, const std::string& heading) {
  return sheet.at(row, sheet.column(heading)).text;
}

std::string text_or_none(const json& text) { return text.is_null() ? std::string() : text.get<std::string>(); }

/// Rule, subject, class and what made it.
using ChangeKey = std::vector<std::string>;

std::multiset<ChangeKey> changes_of(const json& comparison) {
  std::multiset<ChangeKey> keys;
  for (const json& change : comparison.at("changes")) {
    ChangeKey key{change.at("rule"), text_or_none(change.at("field")), change.at("subject").at("kind"),
                  change.at("subject").at("code"), change.at("change")};
    const std::vector<std::string> by = change.at("by");
    for (const char* const input : {"data", "rules", "date"})
      key.emplace_back(std::find(by.begin(), by.end(), input) == by.end() ? "0" : "1");
    key.emplace_back(change.at("combined").get<bool>() ? "1" : "0");
    for (const char* const side : {"before", "after"})
      key.push_back(change.at(side).is_null() ? "" : change.at(side).at("verdict").get<std::string>());
    keys.insert(key);
  }
  return keys;
}

std::multiset<ChangeKey> changes_of(const ReadSheet& sheet) {
  std::multiset<ChangeKey> keys;
  for (std::size_t row = 1; row < sheet.num_rows; ++row) {
    ChangeKey key;
    for (const char* const heading : {"ルールのid", "項目のid", "対象の種類のid", "団体コード", "変化のid"})
      key.push_back(text_at(sheet, row, heading));
    for (const char* const heading : {"要因：回答", "要因：規則", "要因：判定日", "要因：組合せ"})
      key.emplace_back(sheet.at(row, sheet.column(heading)).number == 1.0 ? "1" : "0");
    for (const char* const heading : {"前の判定のid", "後の判定のid"}) key.push_back(text_at(sheet, row, heading));
    keys.insert(key);
  }
  return keys;
}

TEST_F(YearsTest, TheWorkbookListsTheChangesThatCompareFinds) {
  const fs::path compared = folder() / "compared.json";
  kijun({"compare", (folder() / "2021").string(), (folder() / "2024").string(), "--out", "json=" + compared.string()});
  const json comparison = json::parse(read_bytes(compared));
  const ReadWorkbook book = reports::read_workbook(audit("xlsx"));
  const std::multiset<ChangeKey> wanted = changes_of(comparison);
  EXPECT_GT(wanted.size(), 10U);
  EXPECT_EQ(changes_of(book.sheet("判定の変化")), wanted);
  const ReadSheet& earlier = book.sheet("前年度比較");
  const std::size_t causes = earlier.row("要因");
  const std::vector<const char*> inputs{"data", "rules", "date", "combined"};
  for (std::size_t at = 0; at < inputs.size(); ++at)
    EXPECT_EQ(earlier.at(causes + 1 + at, 1).number, comparison.at("split").at(inputs[at]).get<double>()) << inputs[at];
}

TEST_F(YearsTest, TheTrendHasTheNumbersOfTheResults) {
  std::map<std::pair<std::string, int>, json> indicators;
  for (const char* const file : {"results/2018.json", "results/2021.json", "now.json"}) {
    if (file == std::string("now.json"))
      kijun({"audit", (folder() / "2024").string(), "--out", "json=" + (folder() / file).string()});
    const json result = json::parse(read_bytes(folder() / file));
    for (const json& each : result.at("indicators"))
      indicators[{each.at("id"), result.at("survey").at("fiscal_year")}] = each;
  }
  const ReadSheet sheet = reports::read_workbook(audit("xlsx")).sheet("推移");
  std::size_t num_results = 0;
  std::size_t num_gaps = 0;
  for (std::size_t row = 1; row < sheet.num_rows; ++row) {
    const auto number = [&](const char* heading) { return sheet.at(row, sheet.column(heading)).number; };
    const std::pair<std::string, int> key{text_at(sheet, row, "指標のid"), static_cast<int>(*number("年度"))};
    SCOPED_TRACE(key.first + " " + std::to_string(key.second));
    const auto found = indicators.find(key);
    const bool has_result = text_at(sheet, row, "状態のid") == "result";
    ASSERT_EQ(found != indicators.end(), has_result);
    ++(has_result ? num_results : num_gaps);
    if (!has_result) continue;
    EXPECT_EQ(number("実績（下限）"), found->second.at("lower").get<double>());
    EXPECT_EQ(number("実績（上限）"), found->second.at("upper").get<double>());
    EXPECT_EQ(number("分母"), found->second.at("of").get<double>());
  }
  EXPECT_GE(num_results, 2U);
  EXPECT_GE(num_gaps, 2U);
}

TEST_F(YearsTest, MarkdownAndPageSayTheSameOfTheYears) {
  const std::string markdown = audit("markdown");
  const std::string page = audit("html");
  const json comparison = [&] {
    const fs::path compared = folder() / "compared.json";
    kijun(
        {"compare", (folder() / "2021").string(), (folder() / "2024").string(), "--out", "json=" + compared.string()});
    return json::parse(read_bytes(compared));
  }();
  const std::string sentence =
      "結果が変わったものは" + std::to_string(comparison.at("summary").at("changes").get<int>()) + "件です";
  for (const std::string& text : {markdown, page}) {
    EXPECT_NE(text.find(sentence), std::string::npos);
    EXPECT_NE(text.find("間の2年度は結果なし。"), std::string::npos);
    EXPECT_NE(text.find("平成30年度（2018年度）の判定結果には、今の規則の指標がありません。"), std::string::npos);
  }
}

TEST_F(YearsTest, TheSameInputsGiveTheSameBytes) {
  EXPECT_TRUE(audit("xlsx") == audit("xlsx"));
  EXPECT_TRUE(audit("markdown") == audit("markdown"));
}

TEST_F(YearsTest, ForOtherReadersNothingIsComparedWithTheSurveyBefore) {
  constexpr const char* kWhy = "この報告書の対象には、前回との比較を載せません。";
  const std::vector<std::vector<std::string>> audiences{
      {"--audience", "council"}, {"--audience", "public"}, {"--audience", "municipality", "--for", "中津原市"}};
  for (const std::vector<std::string>& audience : audiences) {
    SCOPED_TRACE(audience[1]);
    const std::string markdown = audit("markdown", audience);
    const ReadWorkbook book = reports::read_workbook(audit("xlsx", audience));
    EXPECT_NE(markdown.find(kWhy), std::string::npos);
    EXPECT_EQ(markdown.find("からの変化"), std::string::npos);
    EXPECT_EQ(markdown.find("期限・約束の到来"), std::string::npos);
    const ReadSheet& cover = book.sheet("表紙");
    EXPECT_EQ(cover.at(cover.row("判定の変化"), 2).text, kWhy);
    const bool has_trend = audience[1] != "municipality";
    EXPECT_EQ(markdown.find("## 指標の推移") != std::string::npos, has_trend);
    for (const ReadSheet& sheet : book.sheets) {
      EXPECT_NE(sheet.name, "判定の変化");
      EXPECT_TRUE(has_trend || sheet.name != "推移");
      for (const auto& [place, cell] : sheet.cells) EXPECT_EQ(cell.text.find("」からの変化"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace kijun::golden
