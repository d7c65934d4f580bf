#include "reports/markdown/markdown_questions.h"

#include "reports/markdown/markdown_document.h"
#include "reports/words/data_text.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

class QuestionDocument {
 public:
  QuestionDocument(const GapReport& report, const QuestionLetter& letter, Language language, std::ostream& out)
      : report_(report), letter_(letter), out_(out, language) {}

  void write(const QuestionSheet& sheet) {
    const audit::RunInfo& run = report_.result->run();
    out_.heading(1, letter_subject(run));
    out_.paragraph(letter_address(sheet));
    for (const LetterFact& fact : letter_facts(run, letter_)) write_fact(fact);
    out_.blank_line();
    for (const LocalizedText& request : letter_requests(sheet, letter_)) out_.paragraph(request);
    for (std::size_t at = 0; at < sheet.questions.size(); ++at) write(sheet.questions[at], at);
    out_.heading(2, word(Word::kReplier));
    for (const Word part : {Word::kReplierOffice, Word::kReplierReach}) write_fact({word(part), {"", " "}});
    out_.blank_line();
    out_.paragraph(letter_basis(*report_.result));
  }

 private:
  void write_fact(const LetterFact& fact) { out_.item(out_.cell(fact.label) + ": " + out_.cell(fact.value)); }

  void write(const Question& question, std::size_t at) {
    out_.heading(2, question_number(at));
    if (!question.only_if.empty()) out_.paragraph(question.only_if);
    out_.paragraph(question.text);
    for (const GivenAnswer& given : question.answers_as_given)
      out_.item(out_.cell(word(Word::kLetterAnswered)) + " " + out_.cell(given_text(given)));
    out_.item(out_.cell(purpose_text(question)));
    std::string reply =
        out_.cell(word(Word::kReplyPlace)) + " (" + out_.cell(answer_kind_word(question.answer, question.unit)) + "):";
    if (question.answer == "date") reply += " " + out_.cell(word(Word::kReplyDay));
    out_.item(reply);
    for (const LocalizedText& choice : reply_choices(question)) out_.item("□ " + out_.cell(choice), 1);
    out_.blank_line();
  }

  const GapReport& report_;
  const QuestionLetter& letter_;
  MarkdownDocument out_;
};

}  // namespace

void write_markdown_questions(const GapReport& report, std::span<const QuestionSheet> sheets,
                              const QuestionLetter& letter, Language language, std::ostream& out) {
  QuestionDocument document(report, letter, language, out);
  for (const QuestionSheet& sheet : sheets) document.write(sheet);
  if (sheets.empty()) MarkdownDocument(out, language).paragraph(word(Word::kNoQuestions));
}

}  // namespace kijun::reports
