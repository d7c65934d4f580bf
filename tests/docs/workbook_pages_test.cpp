#include <gmock/gmock.h>

#include "reports/words/record_words.h"
#include "reports/xlsx/book_sheets.h"
#include "tests/docs/markdown.h"

namespace kijun::docs {
namespace {

struct WorkbookPage {
  const char* path;
  Language language;
};

constexpr WorkbookPage kPages[] = {{"docs/workbook.ja.md", Language::kJapanese},
                                   {"docs/workbook.en.md", Language::kEnglish}};

std::vector<std::string> first_cells(const Table& table) {
  std::vector<std::string> cells;
  for (const std::vector<std::string>& row : table.rows) cells.push_back(row.front());
  return cells;
}

TEST(WorkbookPagesTest, NameEverySheetInItsOrder) {
  for (const WorkbookPage& page : kPages) {
    std::vector<std::string> names;
    for (std::uint8_t sheet = 0; sheet <= static_cast<std::uint8_t>(reports::BookSheet::kCodes); ++sheet)
      names.emplace_back(reports::sheet_name(static_cast<reports::BookSheet>(sheet)).in(page.language));
    EXPECT_EQ(first_cells(tables_of(page.path).at(0)), names) << page.path;
  }
}

TEST(WorkbookPagesTest, ExplainEveryColumnOfTheResultsAsTheBookDoes) {
  const std::vector<audit::RecordKind> municipal = audit::municipal_record_kinds();
  for (const WorkbookPage& page : kPages) {
    std::vector<std::vector<std::string>> rows;
    for (const reports::BookColumn& column : reports::result_columns()) {
      const std::string heading(column.heading.in(page.language));
      rows.push_back({heading.empty() ? reports::code_heading(municipal).in(page.language) : heading,
                      std::string(column.meaning.in(page.language))});
    }
    EXPECT_EQ(tables_of(page.path).at(1).rows, rows) << page.path;
  }
}

}  // namespace
}  // namespace kijun::docs
