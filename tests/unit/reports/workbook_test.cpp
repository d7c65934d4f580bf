#include "reports/xlsx/workbook.h"

#include <gmock/gmock.h>

#include <cstdlib>

#include "tests/unit/reports/read_workbook.h"

namespace kijun::reports {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Workbook two_sheets() {
  Workbook workbook;
  workbook.title = "架空県の表 & 説明";
  workbook.author = "kijun";
  Sheet data;
  data.name = "ルール[表]:1/2";
  data.columns = {{30, {}}, {20, {"error", "warning"}}, {10, {}}};
  data.headings = {"id", "重大度", "備考"};
  data.rows = {{{"a", CellStyle::kReadOnly}, {"error"}, {"=1+1"}},
               {{"b", CellStyle::kReadOnly}, {"warning"}, {""}},
               {{"c", CellStyle::kReadOnly}, {"", CellStyle::kReadOnly}, {"一行目\n二行目"}}};
  data.num_fixed_columns = 1;
  data.is_protected = true;
  Sheet notes;
  notes.name = "説明";
  notes.preface = {{{"表題", CellStyle::kTitle}}};
  notes.headings = {"列"};
  notes.columns = {{10, {}}};
  workbook.sheets = {data, notes};
  return workbook;
}

std::map<std::string, std::string> written(const Workbook& workbook) {
  const Result<std::string> bytes = workbook_bytes(workbook);
  EXPECT_TRUE(bytes.has_value());
  return parts_of(bytes.value_or(""));
}

TEST(WorkbookTest, GivesTheSameBytesEveryTimeAndEverywhere) {
  const Result<std::string> first = workbook_bytes(two_sheets());
  ASSERT_TRUE(first.has_value());
  ASSERT_EQ(setenv("TZ", "America/Los_Angeles", 1), 0);
  const Result<std::string> second = workbook_bytes(two_sheets());
  ASSERT_EQ(unsetenv("TZ"), 0);
  EXPECT_TRUE(*first == *second);
  EXPECT_THAT(parts_of(*first).at("docProps/core.xml"), HasSubstr(">2000-01-01T00:00:00Z</dcterms:created>"));
}

TEST(WorkbookTest, WritesTextsAsTexts) {
  auto parts = written(two_sheets());
  EXPECT_THAT(parts["xl/worksheets/sheet1.xml"], Not(HasSubstr("<f>")));
  EXPECT_THAT(parts["xl/sharedStrings.xml"], AllOf(HasSubstr("<t>=1+1</t>"), HasSubstr("一行目\n二行目")));
}

TEST(WorkbookTest, FreezesFiltersProtectsAndPrintsOnePageWide) {
  auto parts = written(two_sheets());
  EXPECT_THAT(parts["xl/worksheets/sheet1.xml"],
              AllOf(HasSubstr("<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\""),
                    HasSubstr("<autoFilter ref=\"A1:C4\"/>"), HasSubstr("<sheetProtection sheet=\"1\""),
                    HasSubstr("fitToHeight=\"0\" orientation=\"landscape\""), HasSubstr("paperSize=\"9\"")));
  EXPECT_THAT(parts["xl/workbook.xml"], HasSubstr("_xlnm.Print_Titles"));
  EXPECT_THAT(parts["xl/worksheets/sheet1.xml"], HasSubstr("<oddHeader>&amp;L架空県の表 &amp;&amp; 説明</oddHeader>"));
}

TEST(WorkbookTest, ListsTheWordsOfAColumnWhereItCanBeWrittenInto) {
  auto parts = written(two_sheets());
  EXPECT_THAT(parts["xl/worksheets/sheet1.xml"],
              AllOf(HasSubstr("sqref=\"B2:B3\"><formula1>\"error,warning\"</formula1>"), HasSubstr("count=\"1\"")));
}

TEST(WorkbookTest, OffersWordsInOneCellUnlessExcelWouldPartThem) {
  Workbook workbook = two_sheets();
  workbook.sheets[0].cell_words = {
      {1, 2, {"はい", "いいえ"}}, {0, 2, {"保健, 医療", "福祉"}}, {0, 2, {std::string(300, 'x')}}};
  auto parts = written(workbook);
  EXPECT_THAT(parts["xl/worksheets/sheet1.xml"],
              AllOf(HasSubstr("sqref=\"C3\"><formula1>\"はい,いいえ\"</formula1>"), HasSubstr("count=\"2\"")));
}

TEST(WorkbookTest, NamesSheetsAsExcelAllows) {
  Workbook workbook = two_sheets();
  workbook.sheets[1].name = "ルール_表__1_2";
  workbook.sheets.push_back(workbook.sheets[1]);
  workbook.sheets.back().name = std::string(40, 'x');
  auto parts = written(workbook);
  EXPECT_THAT(parts["xl/workbook.xml"],
              AllOf(HasSubstr("name=\"ルール_表__1_2\""), HasSubstr("name=\"ルール_表__1_2_2\""),
                    HasSubstr("name=\"" + std::string(31, 'x') + "\"")));
}

TEST(WorkbookTest, RefusesWhatExcelCannotHold) {
  Workbook workbook = two_sheets();
  workbook.sheets[0].rows[0][0].text = std::string(32'768, 'x');
  const Result<std::string> bytes = workbook_bytes(workbook);
  ASSERT_FALSE(bytes.has_value());
  EXPECT_EQ(bytes.error().message, "sheet \"ルール[表]:1/2\" has a cell of more than 32767 characters");
}

TEST(WorkbookTest, RefusesMoreColumnsThanASheetHas) {
  Workbook workbook = two_sheets();
  workbook.sheets[1].columns.resize(kMaxSheetColumns + 1);
  const Result<std::string> bytes = workbook_bytes(workbook);
  ASSERT_FALSE(bytes.has_value());
  EXPECT_EQ(bytes.error().message, "sheet \"説明\" has more than 16384 columns");
}

TEST(WorkbookTest, ShowsWhatWouldDisturbAReader) {
  Workbook workbook = two_sheets();
  workbook.sheets[0].rows[0][2].text = std::string("a\0b\x1b_x0041_\xEF\xBF\xBF", 14);
  const ReadWorkbook book = read_workbook(workbook_bytes(workbook).value());
  // `_x0041_` would be read as `A`; its first character is written as `_x005F_`, which is read as `_`.
  EXPECT_EQ(book.sheets[0].at(1, 2).text, "a\\u{0000}b\\u{001B}_x005F_x0041_\\u{FFFF}");
}

TEST(WorkbookTest, WritesNumbersAsNumbersAndDaysAsDays) {
  Workbook workbook = two_sheets();
  const auto day = Date::parse_iso("2019-03-31");
  workbook.sheets[0].rows = {
      {{"", CellStyle::kCount, 12.0}, {"", CellStyle::kShare, 0.485}, {"", CellStyle::kDay, day_number(*day)}}};
  const ReadSheet sheet = read_workbook(workbook_bytes(workbook).value()).sheets[0];
  EXPECT_EQ(sheet.at(1, 0).number, 12.0);
  EXPECT_EQ(sheet.at(1, 1).number, 0.485);
  EXPECT_EQ(sheet.at(1, 2).number, 43'555.0);  // as Excel counts the days: 2019-03-31
}

TEST(WorkbookTest, LeadsToSheetsUnderTheNamesTheyAreWrittenBy) {
  Workbook workbook = two_sheets();
  workbook.sheets[1].preface.push_back({{"データへ", CellStyle::kLink, {}, 1, workbook.sheets[0].name}});
  const ReadSheet sheet = read_workbook(workbook_bytes(workbook).value()).sheets[1];
  EXPECT_THAT(sheet.xml, HasSubstr("<hyperlink ref=\"A2\" location=\"'ルール_表__1_2'!A1\" display=\"データへ\"/>"));
}

TEST(WorkbookTest, TakesRowsWhileItWrites) {
  Workbook workbook = two_sheets();
  workbook.sheets[0].more_rows = [](const AddRow& add) {
    for (const char* id : {"d", "e"}) add({{id, CellStyle::kValue}, {"=2+2", CellStyle::kValue}});
  };
  const Result<std::string> bytes = workbook_bytes(workbook);
  EXPECT_TRUE(*bytes == workbook_bytes(workbook).value());
  const ReadSheet sheet = read_workbook(*bytes).sheets[0];
  EXPECT_THAT(sheet.texts(3), ElementsAre("c", "", "一行目\n二行目"));
  EXPECT_THAT(sheet.texts(5), ElementsAre("e", "=2+2"));
  EXPECT_THAT(sheet.xml, AllOf(HasSubstr("<autoFilter ref=\"A1:C6\"/>"), Not(HasSubstr("<f>"))));
}

TEST(WorkbookTest, ColoursMarksByWhatTheySay) {
  Workbook workbook = two_sheets();
  workbook.sheets[0].marks = {{"未", 0xCE0000, 0xFFFFFF}};
  const ReadWorkbook book = read_workbook(workbook_bytes(workbook).value());
  EXPECT_THAT(book.sheets[0].xml, AllOf(HasSubstr("<conditionalFormatting sqref=\"A1:C4\"><cfRule type=\"cellIs\""),
                                        HasSubstr("operator=\"equal\"><formula>\"未\"</formula>")));
  EXPECT_THAT(book.parts.at("xl/styles.xml"), HasSubstr("<bgColor rgb=\"FFCE0000\"/>"));
}

TEST(WorkbookTest, SpreadsACellOverColumnsAndSaysTheDayItIsTold) {
  Workbook workbook = two_sheets();
  SheetCell wide{"幅広", CellStyle::kSentence};
  wide.span = 2;
  workbook.sheets[0].preface = {{wide, {"右"}}};
  workbook.created = Date::parse_iso("2019-04-05");
  workbook.running_head = "判定日 2019-03-31";
  const ReadWorkbook book = read_workbook(workbook_bytes(workbook).value());
  EXPECT_THAT(book.sheets[0].xml, HasSubstr("<mergeCell ref=\"A1:B1\"/>"));
  EXPECT_EQ(book.sheets[0].at(0, 2).text, "右");
  EXPECT_THAT(book.parts.at("docProps/core.xml"), HasSubstr(">2019-04-05T00:00:00Z</dcterms:created>"));
  EXPECT_THAT(book.sheets[0].xml, HasSubstr("説明\n判定日 2019-03-31</oddHeader>"));
}

}  // namespace
}  // namespace kijun::reports
