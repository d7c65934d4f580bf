#include <fmt/format.h>

#include "engine/audit/fingerprint.h"
#include "reports/model/earlier_answers.h"
#include "reports/words/data_text.h"
#include "reports/words/verdict_words.h"
#include "reports/xlsx/book_sheets.h"

namespace kijun::reports {
namespace {

constexpr BookColumn kColumns[] = {{{}, 10},
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

constexpr std::size_t kNumFixed = 2;

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

}  // namespace

Sheet earlier_sheet(const Book& book) {
  constexpr std::uint16_t kSentenceColumns = 7;
  const audit::RunInfo& run = book.result().run();
  Sheet sheet = book.table(BookSheet::kEarlier, kColumns);
  sheet.num_fixed_columns = kNumFixed;
  const std::vector<EarlierAnswer> answers = earlier_answers(book.report());
  const auto say = [&](const LocalizedText& text) { sheet.preface.push_back(book.sentence(text, kSentenceColumns)); };
  sheet.preface.push_back({book.text(word(Word::kBookEarlierTitle), CellStyle::kTitle)});
  if (run.earlier_surveys.empty()) {
    say(fill(Word::kBookNoEarlier, {{"series", run.series}}));
  } else {
    say(fill(answers.empty() ? Word::kBookNothingEarlier : Word::kBookEarlierRead,
             {{"surveys", fmt::format("{}", fmt::join(run.earlier_surveys, ", "))}}));
  }
  say(word(Word::kBookCompare));
  if (answers.empty()) sheet.headings.clear();
  for (const EarlierAnswer& answer : answers) sheet.rows.push_back(answer_row(book, answer));
  return sheet;
}

}  // namespace kijun::reports
