#include "reports/xlsx/question_workbook.h"

#include <string>

#include "reports/words/data_text.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

constexpr std::size_t kReply = 5;  ///< The column of answers.

class FormWriter {
 public:
  FormWriter(const GapReport& report, const QuestionLetter& letter, Language language)
      : report_(report), letter_(letter), language_(language) {}

  [[nodiscard]] Sheet write(const QuestionSheet& questions) const {
    Sheet sheet;
    sheet.name = say(questions.addressee);
    sheet.is_filtered = false;
    sheet.is_protected = true;
    add_head(questions, sheet);
    sheet.columns = {{6, {}}, {40, {}}, {26, {}}, {44, {}}, {20, {}}, {40, {}}};
    for (const Word heading : {Word::kQuestionColumn, Word::kQuestionText, Word::kCondition, Word::kLetterAnswered,
                               Word::kAnswerAs, Word::kReplyHere})
      sheet.headings.push_back(say(word(heading)));
    for (std::size_t at = 0; at < questions.questions.size(); ++at) add_question(questions.questions[at], at, sheet);
    for (const Word part : {Word::kReplierOffice, Word::kReplierReach})
      sheet.rows.push_back({fixed({}), fixed(word(Word::kReplier)), fixed({}), fixed({}), fixed(word(part)), {}});
    return sheet;
  }

 private:
  [[nodiscard]] const std::string& say(const LocalizedText& text) const { return text.in(language_); }
  [[nodiscard]] SheetCell fixed(const LocalizedText& text) const { return {say(text), CellStyle::kReadOnly}; }

  void add_head(const QuestionSheet& questions, Sheet& sheet) const {
    const auto add = [&](const LocalizedText& text, CellStyle style) {
      sheet.preface.push_back({SheetCell{say(text), style}});
    };
    const audit::RunInfo& run = report_.result->run();
    add(letter_subject(run), CellStyle::kTitle);
    add(letter_address(questions), CellStyle::kNote);
    for (const LetterFact& fact : letter_facts(run, letter_))
      add(fill(Word::kGivenAs, {{"label", fact.label}, {"raw", fact.value}}), CellStyle::kNote);
    for (const LocalizedText& request : letter_requests(questions, letter_)) add(request, CellStyle::kNote);
    add(letter_basis(*report_.result), CellStyle::kNote);
  }

  void add_question(const Question& question, std::size_t at, Sheet& sheet) const {
    LocalizedText given;
    for (const GivenAnswer& each : question.answers_as_given) append_line(given, given_text(each));
    LocalizedText form = answer_kind_word(question.answer, question.unit);
    CellWords words{sheet.rows.size(), kReply, {}};
    for (const LocalizedText& choice : reply_choices(question)) {
      append_line(form, choice);
      words.words.push_back(say(choice));
    }
    if (!words.words.empty()) sheet.cell_words.push_back(std::move(words));
    sheet.rows.push_back(
        {fixed(question_number(at)), fixed(question.text), fixed(question.only_if), fixed(given), fixed(form), {}});
  }

  const GapReport& report_;
  const QuestionLetter& letter_;
  Language language_;
};

}  // namespace

Workbook question_workbook(const GapReport& report, std::span<const QuestionSheet> sheets, const QuestionLetter& letter,
                           Language language) {
  Workbook workbook;
  workbook.title = fill(Word::kLetterPageTitle, {{"survey", report.result->run().survey_title}}).in(language);
  workbook.author = "kijun";
  workbook.language = language;
  const FormWriter form(report, letter, language);
  for (const QuestionSheet& sheet : sheets) workbook.sheets.push_back(form.write(sheet));
  return workbook;
}

}  // namespace kijun::reports
