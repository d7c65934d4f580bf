#include "engine/survey/csv_reader.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/diag/renderer.h"

namespace kijun::survey {
namespace {

/// Everything a file gives: records as `a|b`, then codes with their line and column.
struct ReadFile {
  explicit ReadFile(std::string text) : source("answers.csv", std::move(text)) {
    CsvReader reader(source, sink);
    CsvRecord record;
    while (reader.next(record)) {
      std::string line;
      for (const CsvCell& cell : record.cells) line += (line.empty() ? "" : "|") + std::string(cell.text);
      records.push_back(line);
      last = record;
    }
    for (const diag::Diagnostic& diagnostic : sink.diagnostics()) {
      const diag::LineColumn place = source.line_column(diagnostic.span.begin);
      codes +=
          fmt::format("{}{}@{}:{}", codes.empty() ? "" : " ", diagnostic.definition->code, place.line, place.column);
    }
  }
  [[nodiscard]] std::string rendered() const {
    std::string text;
    for (const diag::Diagnostic& diagnostic : sink.diagnostics())
      text += diag::render(diagnostic, {Language::kEnglish, false, 2});
    return text;
  }

  diag::Source source;
  diag::Sink sink;
  std::vector<std::string> records;
  CsvRecord last;
  std::string codes;
};

using Records = std::vector<std::string>;

TEST(CsvReaderTest, SplitsCellsWhateverEndsTheLines) {
  EXPECT_EQ(ReadFile("a,b\n1,2\n").records, (Records{"a|b", "1|2"}));
  EXPECT_EQ(ReadFile("a,b\r\n1,2\r\n").records, (Records{"a|b", "1|2"}));
  EXPECT_EQ(ReadFile("a,b\r1,2").records, (Records{"a|b", "1|2"}));
  EXPECT_EQ(ReadFile("a,b\n\n\r\n1,\n").records, (Records{"a|b", "1|"}));
}

TEST(CsvReaderTest, KeepsCommasBreaksAndQuotesWithinQuotedCells) {
  const ReadFile file("a,b\n\"x, y\",\"第1行\r\n「\"\"引用\"\"」\"\n");
  EXPECT_EQ(file.records.back(), "x, y|第1行\r\n「\"引用\"」");
  EXPECT_FALSE(file.last.cells[0].owned_by_reader);
  EXPECT_TRUE(file.last.cells[1].owned_by_reader);
  EXPECT_EQ(file.codes, "");
}

TEST(CsvReaderTest, KnowsLineAndColumnOfEveryCellInCodePoints) {
  const ReadFile file("団体名,備考,印\n架空市,\"一行目\n二行目\",○\n");
  const diag::LineColumn note = file.source.line_column(file.last.cells[1].span.begin);
  EXPECT_EQ(note.line, 2U);
  EXPECT_EQ(note.column, 5U);
  const diag::LineColumn mark = file.source.line_column(file.last.cells[2].span.begin);
  EXPECT_EQ(mark.line, 3U);
  EXPECT_EQ(mark.column, 6U);
  EXPECT_EQ(file.last.cells[2].span.text(), "○");
}

TEST(CsvReaderTest, ReadsNothingFromAnEmptyFile) {
  EXPECT_TRUE(ReadFile("").records.empty());
  EXPECT_TRUE(ReadFile("\n\r\n\r").records.empty());
  EXPECT_EQ(ReadFile("").codes, "");
}

TEST(CsvReaderTest, LosesOnlyTheLineOfAStrayQuote) {
  const ReadFile file("a,b\n1,2\"x\n3,4\n");
  EXPECT_EQ(file.records, (Records{"a|b", "3|4"}));
  EXPECT_EQ(file.rendered(),
            "error[KJ4006]: `\"` inside a cell that does not start with one\n"
            " --> answers.csv:2:4\n"
            "  |\n"
            "2 | 1,2\"x\n"
            "  |    ^\n"
            "  = hint: enclose the cell in `\"` and double the quote inside; this record was lost\n");
}

TEST(CsvReaderTest, ReportsTextBehindAClosingQuote) {
  const ReadFile file("a,b\n\"1\"市,2\n3,4\n");
  EXPECT_EQ(file.records, (Records{"a|b", "3|4"}));
  EXPECT_EQ(
      file.rendered(),
      "error[KJ4007]: text after the closing quote\n"
      " --> answers.csv:2:4\n"
      "  |\n"
      "2 | \"1\"市,2\n"
      "  |    ^^\n"
      "  = hint: double quotes inside the cell; only a comma or a line end may follow the closing one; this record "
      "was lost\n");
}

TEST(CsvReaderTest, ReportsARecordWithTheWrongNumberOfCells) {
  const ReadFile file("a,b\n1,2,3\n4\n5,6\n");
  EXPECT_EQ(file.records, (Records{"a|b", "5|6"}));
  EXPECT_EQ(file.codes, "KJ4008@2:1 KJ4008@3:1");
  EXPECT_NE(file.rendered().find("this record has 3 cells, the heading has 2"), std::string::npos);
}

TEST(CsvReaderTest, DoesNotSwallowTheFileBehindAnUnterminatedQuote) {
  const ReadFile file("a,b\n1,\"open\n3,4\n5,6\n");
  EXPECT_EQ(file.records, (Records{"a|b", "3|4", "5|6"}));
  EXPECT_EQ(file.rendered(),
            "error[KJ4005]: quote `\"` is never closed\n"
            " --> answers.csv:2:3\n"
            "  |\n"
            "2 | 1,\"open\n"
            "  |   ^\n"
            "  = hint: close the cell with `\"`; this record was lost\n");
}

TEST(CsvReaderTest, NamesTheLinesLostWhenAnOpenQuoteMeetsALaterOne) {
  const ReadFile file("a,b,c\n1,\"open,x\n2,\"note\",y\n3,4,5\n");
  EXPECT_EQ(file.records, (Records{"a|b|c", "2|note|y", "3|4|5"}));
  EXPECT_EQ(
      file.rendered(),
      "error[KJ4007]: text after the closing quote\n"
      " --> answers.csv:3:4\n"
      "  |\n"
      "3 | 2,\"note\",y\n"
      "  |    ^\n"
      " ::: answers.csv:2:3\n"
      "  |\n"
      "2 | 1,\"open,x\n"
      "  |   - the cell begins here\n"
      "  = hint: double quotes inside the cell; only a comma or a line end may follow the closing one; this record "
      "was lost\n");
}

TEST(CsvReaderTest, SaysWhichLinesADamagedRecordOfSeveralLinesCost) {
  const ReadFile file("a,b\n\"1\n2\n3\"x,4\n5,6\n");
  EXPECT_EQ(file.records, (Records{"a|b", "5|6"}));
  EXPECT_NE(file.rendered().find("lines 2 to 4 were lost"), std::string::npos) << file.rendered();
}

TEST(CsvReaderTest, ReadsNothingWhenTheHeadingIsDamaged) {
  const ReadFile file("a,b\"c\n1,2\n");
  EXPECT_TRUE(file.records.empty());
  EXPECT_EQ(file.codes, "KJ4006@1:4");
}

TEST(CsvReaderTest, RefusesACellOverTheBudgetAndGoesOn) {
  const std::string long_text(CsvReader::kMaxCellBytes + 1, 'x');
  EXPECT_EQ(ReadFile("a,b\n1," + long_text + "\n3,4\n").records, (Records{"a|b", "3|4"}));
  EXPECT_EQ(ReadFile("a,b\n1," + long_text + "\n3,4\n").codes, "KJ4009@2:3");
  EXPECT_EQ(ReadFile("a,b\n1,\"" + long_text + "\"\n3,4\n").codes, "KJ4009@2:3");
  const std::string longest(CsvReader::kMaxCellBytes, 'x');
  EXPECT_EQ(ReadFile("a,b\n1,\"" + longest + "\"\n").codes, "");
}

TEST(CsvReaderTest, SurvivesALoneQuote) {
  EXPECT_EQ(ReadFile("\"").codes, "KJ4005@1:1");
  EXPECT_EQ(ReadFile("a\n\"").codes, "KJ4005@2:1");
  EXPECT_EQ(ReadFile("a\n\"\"\"").codes, "KJ4005@2:1");
}

TEST(CsvReaderTest, StaysLinearOnAFileOfOpenQuotes) {
  std::string text = "a,b\n";
  for (int i = 0; i < 100000; ++i) text += "1,\"x\n";
  const ReadFile file(text);
  EXPECT_EQ(file.records, (Records{"a|b"}));
  EXPECT_EQ(file.codes, "KJ4007@3:4");
}

}  // namespace
}  // namespace kijun::survey
