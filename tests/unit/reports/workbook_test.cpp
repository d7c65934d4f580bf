#include "reports/xlsx/workbook.h"

#include <gmock/gmock.h>
#include <zlib.h>

#include <cstdlib>
#include <map>

namespace kijun::reports {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::uint32_t number_at(const std::string& bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  for (std::size_t i = size; i-- > 0;) number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

std::string inflated(const std::string& packed, std::size_t size) {
  std::string text(size, '\0');
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, -MAX_WBITS), Z_OK);
  std::string input = packed;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  inflateEnd(&stream);
  return text;
}

/// The parts of a zip file by name, read through its central directory (PKWARE APPNOTE 4.3.12).
std::map<std::string, std::string> parts_of(const std::string& zip) {
  std::map<std::string, std::string> parts;
  const std::string central = "PK\x01\x02";
  for (std::size_t at = zip.find(central); at != std::string::npos; at = zip.find(central, at + 1)) {
    const std::size_t packed_size = number_at(zip, at + 20, 4);
    const std::size_t size = number_at(zip, at + 24, 4);
    const std::string name = zip.substr(at + 46, number_at(zip, at + 28, 2));
    const std::size_t local = number_at(zip, at + 42, 4);
    const std::size_t begin = local + 30 + number_at(zip, local + 26, 2) + number_at(zip, local + 28, 2);
    const std::string packed = zip.substr(begin, packed_size);
    parts[name] = number_at(zip, at + 10, 2) == 0 ? packed : inflated(packed, size);
  }
  return parts;
}

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
  notes.preface = {{"表題", CellStyle::kTitle}};
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

}  // namespace
}  // namespace kijun::reports
