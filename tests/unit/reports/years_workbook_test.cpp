// The sheets of an audit's workbook that say what was before, and the map.
#include <gmock/gmock.h>

#include <set>
#include <sstream>

#include "reports/xlsx/audit_workbook.h"
#include "tests/unit/reports/data_sheet.h"
#include "tests/unit/reports/fake_years.h"
#include "tests/unit/reports/read_workbook.h"

namespace kijun::reports {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string bytes_of(const audit::ResultModel& model, const YearsBefore& years,
                     Language language = Language::kJapanese) {
  ReportOptions options;
  options.language = language;
  options.earlier = &years;
  std::ostringstream out;
  write_xlsx(model, options, out);
  EXPECT_TRUE(out.good());
  return out.str();
}

ReadWorkbook book_of(const FakeYears& fake, Language language = Language::kJapanese) {
  return read_workbook(bytes_of(fake.model(), fake.years(), language));
}

bool has_sheet(const ReadWorkbook& book, const std::string& name) {
  return std::any_of(book.sheets.begin(), book.sheets.end(), [&](const ReadSheet& each) { return each.name == name; });
}

/// The cells of a row under some headings; numbers as they are written.
std::vector<std::string> cells(const ReadSheet& sheet, std::size_t row, const std::vector<std::string>& headings) {
  std::vector<std::string> all;
  for (const std::string& heading : headings) {
    const ReadCell cell = sheet.at(row, sheet.column(heading));
    std::ostringstream text;
    if (cell.number)
      text << *cell.number;
    else
      text << cell.text;
    all.push_back(text.str());
  }
  return all;
}

TEST(YearsWorkbookTest, GivesTheSameBytesTwice) {
  EXPECT_TRUE(bytes_of(FakeYears().model(), FakeYears().years()) == bytes_of(FakeYears().model(), FakeYears().years()));
}

TEST(YearsWorkbookTest, DataOfTheYearsAreReadByPrograms) {
  const FakeYears fake;
  for (const Language language : {Language::kJapanese, Language::kEnglish}) {
    std::size_t num_checked = 0;
    for (const ReadSheet& sheet : book_of(fake, language).sheets) num_checked += expect_data_sheet(sheet) ? 1U : 0U;
    EXPECT_EQ(num_checked, 9U);
  }
}

TEST(YearsWorkbookTest, ListsEveryChangeWithWhatMadeIt) {
  const FakeYears fake;
  const ReadWorkbook book = book_of(fake);
  const ReadSheet& sheet = book.sheet("判定の変化");
  ASSERT_EQ(sheet.num_rows, 3U);
  EXPECT_THAT(cells(sheet, 1, {"変化のid", "変化", "前の調査のid", "後の調査のid", "ルールのid", "団体コード", "名称"}),
              ElementsAre("fallen_due", "期限・約束の到来", "kakuu-2017", "kakuu-2018", "council.municipality",
                          "993018", "乙町"));
  EXPECT_THAT(
      cells(sheet, 1, {"前の判定のid", "前の判定", "前の重要度のid", "後の判定のid", "後の判定", "後の重要度のid"}),
      ElementsAre("not_yet_due", "期限前", "warning", "unmet", "目標未達", "error"));
  EXPECT_THAT(cells(sheet, 1, {"要因：回答", "要因：規則", "要因：判定日", "要因：組合せ"}),
              ElementsAre("0", "0", "1", "0"));
}

TEST(YearsWorkbookTest, CountsTheChangesByWhatMadeThem) {
  const FakeYears fake;
  const ReadWorkbook book = book_of(fake);
  const ReadSheet& sheet = book.sheet("前年度比較");
  const std::size_t first = sheet.row("要因");
  EXPECT_THAT(sheet.texts(first),
              ElementsAre("要因", "件数", "悪化", "期限・約束の到来", "新規", "判定保留への変化", "改善", "解消"));
  EXPECT_EQ(sheet.at(first + 1, 0).text, "回答");
  EXPECT_EQ(sheet.at(first + 1, 1).number, 0.0);
  EXPECT_EQ(sheet.at(first + 3, 0).text, "判定日");
  EXPECT_EQ(sheet.at(first + 3, 1).number, 2.0);
  EXPECT_EQ(sheet.at(first + 3, 3).number, 2.0);
  EXPECT_NO_THROW((void)sheet.row("前回の調査「架空県の前回の調査」からの変化"));
}

TEST(YearsWorkbookTest, ShowsEveryYearOfTheTrendAndSaysWhatDoesNotCompare) {
  const FakeYears fake;
  const ReadWorkbook book = book_of(fake);
  const ReadSheet& sheet = book.sheet("推移");
  const std::vector<std::string> headings{"年度", "状態のid", "実績（下限）", "実績（上限）", "分母", "定義のid"};
  ASSERT_EQ(sheet.num_rows, 6U);
  EXPECT_THAT(cells(sheet, 1, headings), ElementsAre("2014", "result", "1", "1", "3", ""));
  EXPECT_THAT(cells(sheet, 2, headings), ElementsAre("2015", "no_result", "", "", "", ""));
  EXPECT_THAT(cells(sheet, 3, headings), ElementsAre("2016", "result", "2", "2", "3", "other"));
  EXPECT_THAT(cells(sheet, 4, headings), ElementsAre("2017", "no_result", "", "", "", ""));
  EXPECT_THAT(cells(sheet, 5, headings), ElementsAre("2018", "result", "1", "2", "3", "unknown"));
  EXPECT_THAT(cells(sheet, 5, {"割合（下限）", "割合（上限）", "割合の幅", "未回答等", "数の単位"}),
              ElementsAre("0.333", "0.667", "0.334", "1", "市町村"));
}

TEST(YearsWorkbookTest, TheChartOfTheTrendLeavesYearsEmptyAndIsDescribed) {
  const FakeYears fake;
  const ReadWorkbook book = book_of(fake);
  EXPECT_THAT(book.parts.at("xl/drawings/drawing2.xml"),
              AllOf(HasSubstr("descr=\""), HasSubstr("平成26年度（2014年度）：33.3%。"),
                    HasSubstr("間の1年度は結果なし。前の年度と定義が異なる。"), HasSubstr("：33.3–66.7%。")));
  EXPECT_THAT(
      book.parts.at("xl/charts/chart2.xml"),
      AllOf(
          HasSubstr("<c:barDir val=\"col\"/>"),
          HasSubstr("<c:f>'推移'!$K$2:$K$6</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"5\"/>"
                    "<c:pt idx=\"0\"><c:v>0.333</c:v></c:pt><c:pt idx=\"2\">")));
}

TEST(YearsWorkbookTest, EveryIdOfTheYearsStandsInTheTableOfCodes) {
  const FakeYears fake;
  const ReadWorkbook book = book_of(fake);
  const ReadSheet& codes = book.sheet("コード表");
  std::set<std::pair<std::string, std::string>> known;
  for (std::size_t row = 1; row < codes.num_rows; ++row) known.emplace(codes.at(row, 0).text, codes.at(row, 2).text);
  const std::vector<std::array<const char*, 3>> vocabularies{
      {"判定の変化", "変化のid", "change"},         {"判定の変化", "前の判定のid", "verdict"},
      {"判定の変化", "後の重要度のid", "severity"}, {"推移", "指標のid", "indicator"},
      {"推移", "状態のid", "trend_state"},          {"推移", "定義のid", "trend_definition"}};
  for (const auto& [name, heading, list] : vocabularies) {
    const ReadSheet& sheet = book.sheet(name);
    for (std::size_t row = 1; row < sheet.num_rows; ++row) {
      const std::string id = sheet.at(row, sheet.column(heading)).text;
      EXPECT_TRUE(id.empty() || known.contains({list, id})) << heading << " " << id;
    }
  }
  for (const std::string& heading : book.sheet("判定の変化").texts(0))
    EXPECT_TRUE(known.contains({"changes_column", heading})) << heading;
  for (const std::string& heading : book.sheet("推移").texts(0))
    EXPECT_TRUE(known.contains({"trend_column", heading})) << heading;
}

TEST(YearsWorkbookTest, TheCoverSaysWhichSheetsThereAreNotAndWhy) {
  const FakeModel model;
  const std::vector<audit::ResultTable> no_results;
  const ReadWorkbook book = read_workbook(bytes_of(model, no_years(no_results)));
  const ReadSheet& cover = book.sheet("表紙");
  for (const char* name : {"前年度比較", "判定の変化", "推移"}) EXPECT_FALSE(has_sheet(book, name)) << name;
  EXPECT_EQ(cover.at(cover.row("前年度比較"), 2).text, "前回の調査がありません。");
  EXPECT_EQ(cover.at(cover.row("判定の変化"), 2).text, "前回の調査がありません。");
  EXPECT_THAT(cover.at(cover.row("推移"), 2).text, HasSubstr("`[[earlier_result]]`"));
  EXPECT_THAT(cover.xml, Not(HasSubstr("'推移'!A1")));
}

TEST(YearsWorkbookTest, ReadersWhoGetNoResultsAreNotToldOfThem) {
  YearsBefore none;
  none.why_none = {"載せません。", "Not here."};
  const ReadWorkbook book = read_workbook(bytes_of(FakeModel(), none));
  const ReadSheet& cover = book.sheet("表紙");
  EXPECT_EQ(cover.at(cover.row("判定の変化"), 2).text, "載せません。");
  EXPECT_THROW((void)cover.row("推移"), std::out_of_range);
}

TEST(YearsWorkbookTest, TheMapHasATileForEveryMunicipalityOnOnePage) {
  const FakeYears fake;
  const ReadSheet sheet = book_of(fake).sheet("地図");
  std::vector<std::string> tiles;
  for (const auto& [place, cell] : sheet.cells)
    for (const char* name : {"甲市", "乙町", "丙村"})
      if (cell.text.ends_with(name)) tiles.push_back(cell.text);
  EXPECT_THAT(tiles, testing::UnorderedElementsAre("案 甲市", "未 乙町", "？ 丙村", "留 甲市", "留 乙町", "留 丙村"));
  EXPECT_NO_THROW((void)sheet.row("協議の場：市町村の状況"));
  EXPECT_NO_THROW((void)sheet.row("目標未達1、判定保留1、案のルールのみ1"));
  EXPECT_THAT(sheet.xml, AllOf(HasSubstr("fitToPage=\"1\""), HasSubstr("paperSize=\"9\""),
                               HasSubstr("type=\"beginsWith\""), HasSubstr("text=\"未 \"")));
  EXPECT_THAT(sheet.xml, Not(HasSubstr("fitToHeight=\"0\"")));
}

TEST(YearsWorkbookTest, InEnglishTilesHaveNamesAsShortAsTheyAreNarrow) {
  const FakeYears fake;
  const ReadSheet sheet = book_of(fake, Language::kEnglish).sheet("Map");
  bool is_found = false;
  for (const auto& [place, cell] : sheet.cells) is_found = is_found || cell.text == "U Otsu";
  EXPECT_TRUE(is_found);
}

}  // namespace
}  // namespace kijun::reports
