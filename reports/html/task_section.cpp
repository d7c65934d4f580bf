#include "reports/html/sections.h"
#include "reports/model/question_letter.h"
#include "reports/words/data_text.h"

namespace kijun::reports {
namespace {

void write_actor(const Page& page, const ActorTasks& actor) {
  page.html.leaf("h3", {{"id", "t-" + actor.id}},
                 fill(Word::kActorHeading, {{"actor", actor.title}, {"n", actor.num_findings}}));
  const auto table = page.html.element("table", {{"class", "tasks"}, {"data-actor", actor.id}});
  write_caption(page, fill(Word::kTasksCaption, {{"actor", actor.title}}));
  write_head(page, {word(Word::kWho), word(Word::kWhatToDo)});
  const auto body = page.html.element("tbody");
  for (const SubjectTasks& tasks : actor.subjects) {
    const auto row = page.html.element("tr");
    {
      const auto name = page.html.element("th", {{"scope", "row"}});
      const SubjectView& subject = page.subject(tasks.subject);
      write_link(page, subject.anchor, subject.name);
    }
    const auto cell = page.html.element("td");
    for (const std::size_t at : tasks.findings) {
      write_finding(page, page.report.findings[at], false);
    }
  }
}

void write_options(const Page& page, const Question& question) {
  const auto line = page.html.element("p", {{"class", "answer"}});
  page.html.leaf("span", {{"class", "key"}}, word(Word::kAnswerAs));
  page.html.text(" ");
  page.html.text(answer_kind_word(question.answer, question.unit));
  for (const LocalizedText& option : question.options) {
    page.html.text(" ");
    page.html.leaf("span", {{"class", "option"}}, option);
  }
}

void write_question(const Page& page, const Question& question) {
  const auto item = page.html.element("li");
  if (!question.only_if.empty()) {
    page.html.leaf("p", {{"class", "only-if"}}, question.only_if);
  }
  page.html.leaf("p", {{"class", "ask"}}, question.text);
  if (!question.answers_as_given.empty()) {
    const auto list = page.html.element("ul", {{"class", "given"}});
    for (const GivenAnswer& given : question.answers_as_given) {
      const auto line = page.html.element("li");
      page.html.leaf("span", {{"class", "key"}}, given.label);
      page.html.text(" ");
      write_raw(page, given.raw);
    }
  }
  write_options(page, question);
  const auto why = page.html.element("p", {{"class", "why"}});
  page.html.leaf("span", {{"class", "key"}}, purpose_word(question));
  page.html.text(" ");
  bool is_first = true;
  for (const LocalizedText& title : question.decides) {
    if (!is_first) {
      page.html.text(word(Word::kListSeparator));
    }
    is_first = false;
    page.html.text(title);
  }
}

}  // namespace

void write_task_section(const Page& page) {
  const Section section(page, "tasks", Word::kTasks, "block", "home");
  if (page.report.actors.empty()) {
    write_paragraph(page, Word::kNothingToDo, "nothing");
  }
  if (!page.report.has_details) return write_paragraph(page, Word::kManyTasks, "hint");
  write_paragraph(page, Word::kTasksNote, "hint");
  for (const ActorTasks& actor : page.report.actors) {
    write_actor(page, actor);
  }
}

void write_question_section(const Page& page) {
  const Section section(page, "questions", Word::kQuestions);
  write_paragraph(page, Word::kQuestionsNote, "hint");
  if (page.report.questions.empty()) {
    write_paragraph(page, Word::kNoQuestions, "nothing");
  }
  for (const QuestionSheet& sheet : page.report.questions) {
    const std::string& anchor = page.subject(sheet.subject).anchor;
    const auto article = page.html.element("article", {{"class", "question-sheet"}, {"id", "q-" + anchor}});
    {
      const auto heading = page.html.element("h3");
      write_link(page, anchor, sheet.addressee);
      page.html.text(" ");
      page.html.leaf("span", {{"class", "count"}}, fill(Word::kQuestionCount, {{"n", sheet.questions.size()}}));
    }
    if (!sheet.is_smallest) {
      write_paragraph(page, Word::kMayNotBeSmallest, "hint");
    }
    const auto list = page.html.element("ol");
    for (const Question& question : sheet.questions) {
      write_question(page, question);
    }
  }
}

}  // namespace kijun::reports
