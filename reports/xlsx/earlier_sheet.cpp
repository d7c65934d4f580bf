#include <fmt/format.h>

#include "engine/audit/fingerprint.h"
#include "reports/model/earlier_answers.h"
#include "reports/words/data_text.h"
#include "reports/words/verdict_words.h"
#include "reports/xlsx/book_sheets.h"

namespace kijun::reports {
namespace {

constexpr BookColumn kEarlierColumns[] = {{{}, 10},
                                          {{"対象", "subject"}, 14},
                                          {{"以前の調査のid", "earlier survey id"}, 20},
                                          {{"以前の名称", "name then"}, 14},
                                          {{"項目", "item"}, 26},
                                          {{"以前の回答（原文）", "as answered then"}, 24},
                                          {{"以前の意味", "meaning then"}, 20},
                                          {{"今回の回答（原文）", "as answered now"}, 24},
                                          {{"今回の意味", "meaning now"}, 20},
                                          {{"変化", "change"}, 10},
                                          {{"ルール", "rule"}, 24},
                                          {{"判定", "verdict"}, 10},
                                          {{"結果の識別子", "finding id"}, 19}};

constexpr std::size_t kNumFixedEarlierColumns = 2;

/// Whether the answer is the same in meaning.
LocalizedText change_of(const EarlierAnswer& answer) {
  if (answer.now == nullptr) return word(Word::kBookNotNow);
  if (answer.now->missing == table::MissingReason::kNotReviewed) return word(Word::kBookUnread);
  const bool is_same =
      answer.now->value_id == answer.earlier->value_id && answer.now->missing == answer.earlier->missing;
  return word(is_same ? Word::kBookSame : Word::kBookOther);
}

std::vector<SheetCell> answer_row(const Book& book, const EarlierAnswer& answer) {
  const Finding& finding = book.report().findings[answer.finding];
  const SubjectView& subject = book.subject(finding.subject);
  const audit::CellView& then = *answer.earlier;
  return {book.text(subject.info.name.code),
          book.text(subject.name),
          book.text(then.survey),
          book.text(then.subject.name),
          book.text(then.label),
          book.text(then.raw),
          book.text(then.value),
          book.text(answer.now == nullptr ? std::string() : answer.now->raw),
          book.text(answer.now == nullptr ? LocalizedText{} : answer.now->value),
          book.text(change_of(answer)),
          book.text(finding.title),
          book.text(verdict_word(finding.verdict)),
          book.text(audit::fingerprint(book.result(), finding.column, finding.position))};
}

constexpr std::uint16_t kSentenceColumns = 7;

/// What changed since the survey before, above the table.
class SinceRows {
 public:
  SinceRows(const Book& book, const CompareReport& comparison, Sheet& sheet)
      : book_(book), comparison_(comparison), sheet_(sheet) {}

  void add_all() {
    add(book_.section(fill(Word::kSinceEarlier, {{"survey", comparison_.source->corners.before().head.survey_title}})));
    add({book_.text(LocalizedText{}, CellStyle::kHeading), wide(word(Word::kCompareBefore), CellStyle::kHeading),
         wide(word(Word::kCompareAfter), CellStyle::kHeading)});
    for (const CompareHeadRow& row : comparison_.head)
      add({book_.text(row.label, CellStyle::kHeading), wide(row.before), wide(row.after)});
    for (const LocalizedText& sentence : comparison_.headline) add(book_.sentence(sentence, kSentenceColumns));
    if (!comparison_.by_cause.empty()) add_causes();
    add({});
  }

 private:
  void add(std::vector<SheetCell> cells) { sheet_.preface.push_back(std::move(cells)); }

  [[nodiscard]] SheetCell wide(const LocalizedText& text, CellStyle style = CellStyle::kPlain) const {
    SheetCell cell = book_.text(text, style);
    cell.span = (kSentenceColumns - 1) / 2;
    return cell;
  }

  void add_causes() {
    add({});
    add(book_.section(word(Word::kByCause)));
    std::vector<SheetCell> headings{book_.heading(Word::kMadeBy), book_.heading(Word::kNumChanges)};
    for (const audit::ChangeClass change : kEveryChange)
      headings.push_back(book_.text(change_word(change), CellStyle::kHeading));
    add(std::move(headings));
    for (const CompareCounts& row : comparison_.by_cause) {
      std::vector<SheetCell> cells{book_.text(row.label), Book::count(row.num_changes())};
      for (const audit::ChangeClass change : kEveryChange)
        cells.push_back(Book::count(audit::count_of(row.counts, change)));
      add(std::move(cells));
    }
  }

  const Book& book_;
  const CompareReport& comparison_;
  Sheet& sheet_;
};

}  // namespace

Sheet earlier_sheet(const Book& book, const std::vector<EarlierAnswer>& answers) {
  const audit::RunInfo& run = book.result().run();
  Sheet sheet = book.table(BookSheet::kEarlier, kEarlierColumns);
  sheet.num_fixed_columns = kNumFixedEarlierColumns;
  const auto say = [&](const LocalizedText& text) { sheet.preface.push_back(book.sentence(text, kSentenceColumns)); };
  sheet.preface.push_back({book.text(word(Word::kBookEarlierTitle), CellStyle::kTitle)});
  if (const CompareReport* comparison = book.comparison())
    SinceRows(book, *comparison, sheet).add_all();
  else if (book.options().earlier != nullptr)
    say(book.options().earlier->why_none);
  sheet.preface.push_back(book.section(word(Word::kBookEarlierFindings)));
  say(fill(answers.empty() ? Word::kBookNothingEarlier : Word::kBookEarlierRead,
           {{"surveys", fmt::format("{}", fmt::join(run.earlier_surveys, ", "))}}));
  if (answers.empty()) sheet.headings.clear();
  for (const EarlierAnswer& answer : answers) sheet.rows.push_back(answer_row(book, answer));
  return sheet;
}

}  // namespace kijun::reports
