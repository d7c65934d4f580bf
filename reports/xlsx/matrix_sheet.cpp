#include "reports/words/record_words.h"
#include "reports/words/verdict_words.h"
#include "reports/xlsx/book_sheets.h"

namespace kijun::reports {
namespace {

using audit::Verdict;

constexpr std::size_t kMarkWidth = 5;

/// Colours of a verdict's mark, the same as on the page: the missed target is by far the darkest, so that it survives a
/// copier; what lies outside has none.
MarkColours colours_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::kMet:
      return {"", 0xE8F1FE, 0x00118F};
    case Verdict::kUnmet:
      return {"", 0xCE0000, 0xFFFFFF};
    case Verdict::kNotYetDue:
      return {"", 0xFFFFFF, 0xCE0000};
    case Verdict::kNote:
      return {"", 0xFFD43D, 0x4D3C00};
    case Verdict::kConfirm:
      return {"", 0xC5D7FB, 0x00118F};
    case Verdict::kUndecided:
      return {"", 0xB3B3B3, 0x1A1A1A};
    case Verdict::kError:
      return {"", 0x1A1A1A, 0xFFFFFF};
    case Verdict::kNotApplicable:
      return {"", 0xFFFFFF, 0x666666};
  }
  return {};
}

std::vector<SheetCell> topic_row(const Book& book, std::size_t num_level) {
  std::vector<SheetCell> cells(num_level, SheetCell{"", CellStyle::kSection});
  for (const MatrixTopic& topic : book.report().matrix.topics) {
    SheetCell cell = book.text(topic.title, CellStyle::kHeading);
    cell.span = static_cast<std::uint16_t>(topic.num_columns);
    cells.push_back(std::move(cell));
  }
  return cells;
}

std::vector<SheetCell> record_row(const Book& book, std::size_t at) {
  const Matrix& matrix = book.report().matrix;
  const SubjectView& subject = book.subject(matrix.subjects[at]);
  std::vector<SheetCell> cells{book.text(subject.info.name.code), book.text(subject.name),
                               book.text(book.zone_name(subject.info.zone))};
  for (const MatrixCell& cell : matrix.cells[at])
    cells.push_back(book.text(cell.asked ? verdict_mark(cell.verdict) : LocalizedText{}, CellStyle::kMark));
  return cells;
}

}  // namespace

std::vector<MarkColours> mark_colours(Language language) {
  std::vector<MarkColours> all;
  for (const Verdict verdict : kVerdictOrder) {
    MarkColours colours = colours_of(verdict);
    colours.mark = verdict_mark(verdict).in(language);
    all.push_back(std::move(colours));
  }
  return all;
}

Sheet matrix_sheet(const Book& book) {
  const Matrix& matrix = book.report().matrix;
  const audit::RunInfo& run = book.result().run();
  const BookColumn columns[] = {{{}, 10}, {{"名称", "name"}, 22}, {{"圏域", "zone"}, 20}};
  Sheet sheet = book.table(BookSheet::kMatrix, columns);
  sheet.num_fixed_columns = sheet.columns.size();
  sheet.preface = {{book.text(word_for(run, Word::kMatrixCaption), CellStyle::kTitle)}};
  if (!book.report().shows_records) {
    sheet.headings.clear();
    sheet.preface.push_back(book.sentence(word_for(run, Word::kBookTooManyRecords), 3));
    return sheet;
  }
  sheet.preface.push_back({book.text(word(Word::kBookMatrixNote), CellStyle::kNote)});
  sheet.heading_groups = topic_row(book, sheet.columns.size());
  sheet.marks = mark_colours(book.language());
  sheet.num_upright_headings = matrix.columns.size();
  for (const MatrixColumn& column : matrix.columns) {
    sheet.columns.push_back({kMarkWidth});
    sheet.headings.push_back(book.text(marked(column.title, rule_mark(*column.rule, book.result().ruleset()))).text);
  }
  for (std::size_t at = 0; at < matrix.subjects.size(); ++at) sheet.rows.push_back(record_row(book, at));
  return sheet;
}

}  // namespace kijun::reports
