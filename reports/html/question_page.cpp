#include "reports/html/question_page.h"

#include "reports/escape/css_string.h"
#include "reports/html/assets.h"
#include "reports/html/components.h"
#include "reports/html/page_frame.h"
#include "reports/words/data_text.h"

namespace kijun::reports {
namespace {

class QuestionPage {
 public:
  QuestionPage(const Page& page, std::span<const QuestionSheet> sheets, const QuestionLetter& letter)
      : page_(page), html_(page.html), sheets_(sheets), letter_(letter) {}

  /// For the screen: what it is, and a way to each sheet.
  void write_masthead() {
    const auto header = html_.element("header", {{"class", "masthead"}});
    {
      const auto title = html_.element("h1");
      html_.leaf("span", {{"class", "doc"}}, word(Word::kLetterTitle));
      html_.text(page_.result().run().survey_title);
    }
    if (sheets_.size() < 2) return;
    const auto nav = html_.element("nav", {{"class", "index"}});
    for (const QuestionSheet& sheet : sheets_) write_link(page_, anchor(sheet), sheet.addressee);
  }

  void write_main() {
    const auto main = html_.element("main", {{"id", "main"}});
    if (sheets_.empty()) write_paragraph(page_, Word::kNoQuestions, "nothing");
    for (const QuestionSheet& sheet : sheets_) write(sheet);
  }

 private:
  [[nodiscard]] std::string anchor(const QuestionSheet& sheet) const {
    return "q-" + page_.subject(sheet.subject).anchor;
  }

  void write(const QuestionSheet& sheet) {
    const auto article = html_.element("article", {{"class", "letter"}, {"id", anchor(sheet)}});
    write_head(sheet);
    const auto form = html_.element("table", {{"class", "form"}});
    write_form_head();
    const auto body = html_.element("tbody");
    for (std::size_t at = 0; at < sheet.questions.size(); ++at) write(sheet.questions[at], at);
    write_replier();
  }

  /// What was not given leaves room to write it in.
  void write_head(const QuestionSheet& sheet) {
    {
      const auto top = html_.element("dl", {{"class", "letter-facts"}});
      write_fact(page_, Word::kDocumentNumber, in_both(letter_.document_number));
      write_fact(page_, Word::kLetterDate, letter_.date ? date_text(*letter_.date) : LocalizedText());
    }
    html_.leaf("p", {{"class", "to"}}, letter_address(sheet));
    {
      const auto from = html_.element("div", {{"class", "from"}});
      html_.leaf("p", {}, page_.result().run().source_publisher);
      if (!letter_.contact.empty()) {
        const auto contact = html_.element("p");
        html_.text(word(Word::kLetterContact));
        html_.text(" ");
        html_.text(letter_.contact);
      }
    }
    html_.leaf("h2", {}, letter_subject(page_.result().run()));
    for (const LocalizedText& request : letter_requests(sheet, letter_))
      html_.leaf("p", {{"class", "request"}}, request);
    const auto facts = html_.element("dl", {{"class", "letter-facts due"}});
    write_fact(page_, Word::kReplyBy, letter_.reply_by ? date_text(*letter_.reply_by) : LocalizedText());
  }

  void write_form_head() {
    reports::write_head(html_, {word(Word::kQuestionColumn), word(Word::kQuestionText), word(Word::kReplyPlace)});
  }

  void write(const Question& question, std::size_t at) {
    const auto row = html_.element("tr");
    html_.leaf("th", {{"scope", "row"}}, question_number(at));
    {
      const auto cell = html_.element("td");
      if (!question.only_if.empty()) html_.leaf("p", {{"class", "only-if"}}, question.only_if);
      html_.leaf("p", {{"class", "ask"}}, question.text);
      write_given(question);
      html_.leaf("p", {{"class", "why"}}, purpose_text(question));
    }
    write_reply(question);
  }

  void write_given(const Question& question) {
    if (question.answers_as_given.empty()) return;
    html_.leaf("p", {{"class", "key"}}, word(Word::kLetterAnswered));
    const auto list = html_.element("ul", {{"class", "given"}});
    for (const GivenAnswer& given : question.answers_as_given) {
      const auto item = html_.element("li");
      html_.leaf("span", {{"class", "key"}}, given.label);
      html_.text(" ");
      write_raw(page_, given.raw);
    }
  }

  void write_reply(const Question& question) {
    const auto cell = html_.element("td", {{"class", "reply reply-" + question.answer}});
    html_.leaf("p", {{"class", "key"}}, answer_kind_word(question.answer, question.unit));
    for (const LocalizedText& choice : reply_choices(question)) {
      const auto line = html_.element("p", {{"class", "tick"}});
      html_.leaf("span", {{"class", "box"}, {"aria-hidden", "true"}}, "");
      html_.text(choice);
    }
    if (question.answer == "date") html_.leaf("p", {{"class", "day"}}, word(Word::kReplyDay));
  }

  void write_replier() {
    const auto row = html_.element("tr", {{"class", "replier"}});
    html_.leaf("th", {{"scope", "row"}}, word(Word::kReplier));
    html_.leaf("td", {}, word(Word::kReplierOffice));
    html_.leaf("td", {}, word(Word::kReplierReach));
  }

  const Page& page_;
  HtmlWriter& html_;
  std::span<const QuestionSheet> sheets_;
  const QuestionLetter& letter_;
};

}  // namespace

void write_question_page(const GapReport& report, std::span<const QuestionSheet> sheets, const QuestionLetter& letter,
                         Language language, std::ostream& out) {
  HtmlWriter html(out);
  ReportOptions options;
  options.language = language;
  const Page page{html, report, options};
  const LocalizedText title = fill(Word::kLetterPageTitle, {{"survey", report.result->run().survey_title}});
  const auto margin = [&](std::string_view place, const LocalizedText& text) {
    return "@page{@" + std::string(place) + "{content:" + css_string(text.in(language)) + "}}\n";
  };
  const std::string style =
      std::string(kQuestionStyle) + margin("top-left", title) + margin("bottom-left", letter_basis(*report.result));
  write_page(html, title, style, language, [&] {
    QuestionPage content(page, sheets, letter);
    content.write_masthead();
    content.write_main();
  });
}

}  // namespace kijun::reports
