#include "reports/words/data_text.h"
#include "reports/xlsx/book_sheets.h"

namespace kijun::reports {
namespace {

constexpr BookColumn kQuestionColumns[] = {{{"通し番号", "number"}, 6},
                                           {{}, 9},
                                           {{"宛先", "addressee"}, 16},
                                           {{"番号", "question"}, 6},
                                           {{"質問", "text"}, 34},
                                           {{"回答を要する場合", "when to answer"}, 18},
                                           {{"記入された回答（原文）", "as answered"}, 28},
                                           {{"回答の形", "form of the answer"}, 10},
                                           {{"選択肢", "choices"}, 16},
                                           {{"区分", "purpose"}, 10},
                                           {{"関係するルール", "rules"}, 26},
                                           {{"回答", "answer"}, 26}};

constexpr std::size_t kAnswer = std::size(kQuestionColumns) - 1;
constexpr std::size_t kNumFixedQuestionColumns = 3;

std::string lines(const Book& book, const std::vector<LocalizedText>& texts) {
  LocalizedText all;
  for (const LocalizedText& text : texts) append_line(all, text);
  return book.say(all);
}

std::string answers_as_given(const Book& book, const Question& question) {
  LocalizedText all;
  for (const GivenAnswer& given : question.answers_as_given)
    append_line(all, fill(Word::kBookGiven, {{"label", given.label}, {"raw", raw_text(given.raw)}}));
  return book.say(all);
}

std::vector<SheetCell> question_row(const Book& book, std::size_t number, const QuestionSheet& sheet, std::size_t at) {
  const Question& question = sheet.questions[at];
  const SubjectView& subject = book.subject(sheet.subject);
  const bool is_record = subject.ref.space == table::kRecordSpace;
  return {Book::count(number),
          book.text(is_record ? subject.info.name.code : std::string()),
          book.text(sheet.addressee),
          Book::count(at + 1),
          book.text(question.text),
          book.text(question.only_if),
          book.text(answers_as_given(book, question)),
          book.text(answer_kind_word(question.answer, question.unit)),
          book.text(lines(book, question.options)),
          book.text(word(question.decides_verdict ? Word::kNeededFor : Word::kBookConfirms)),
          book.text(lines(book, question.decides)),
          {"", question.answer == "date" ? CellStyle::kEntryDay : CellStyle::kEntry}};
}

}  // namespace

Sheet question_sheet(const Book& book) {
  Sheet sheet = book.table(BookSheet::kQuestions, kQuestionColumns);
  sheet.num_fixed_columns = kNumFixedQuestionColumns;
  for (const QuestionSheet& questions : book.report().questions) {
    for (std::size_t at = 0; at < questions.questions.size(); ++at) {
      CellWords words{sheet.rows.size(), kAnswer, {}};
      for (const LocalizedText& option : questions.questions[at].options) words.words.push_back(book.say(option));
      sheet.cell_words.push_back(std::move(words));
      sheet.rows.push_back(question_row(book, sheet.rows.size() + 1, questions, at));
    }
  }
  return sheet;
}

}  // namespace kijun::reports
