#include "reports/markdown/markdown_parts.h"
#include "reports/model/question_letter.h"
#include "reports/words/data_text.h"
#include "reports/words/decision_text.h"
#include "reports/words/record_words.h"
#include "reports/words/requirement_text.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

std::string tags_of(const MarkdownWriter& out, const Finding& finding) {
  std::string tags;
  if (finding.draft) tags += " ［" + out.cell(word(Word::kDraft)) + "］";
  if (finding.basis_unconfirmed) tags += " ［" + out.cell(word(Word::kBasisUnconfirmed)) + "］";
  for (const LocalizedText& tag : set_aside_tags(out.result(), finding.column, finding.position))
    tags += " ［" + out.cell(tag) + "］";
  for (const std::string& ref : finding.detail.refs) {
    tags += " " + out.cell({ref, ref});
  }
  return tags;
}

std::string basis_of(const MarkdownWriter& out, const policy::Rule& rule) {
  std::string text;
  for (const std::string& id : rule.basis) {
    const policy::Basis* basis = out.result().ruleset().find_basis(id);
    if (basis != nullptr) {
      text += (text.empty() ? "" : out.cell(word(Word::kListSeparator))) + out.cell(basis->title);
    }
  }
  return text;
}

void write_requirement(MarkdownWriter& out, const audit::Requirement& requirement, std::size_t depth) {
  const std::string heading = out.cell(requirement_heading(requirement));
  if (requirement.clauses.size() == 1)
    return out.item(heading + " " + out.cell(requirement_text(requirement.clauses.front())), depth);
  out.item(heading, depth);
  for (const audit::RequiredClause& clause : requirement.clauses)
    out.item(out.cell(requirement_text(clause)), depth + 1);
}

void write_actor_tasks(MarkdownWriter& out, const ActorTasks& actor) {
  out.heading(3, fill(Word::kActorHeading, {{"actor", actor.title}, {"n", actor.num_findings}}));
  for (const SubjectTasks& tasks : actor.subjects) {
    out.item("**" + out.cell(out.subject(tasks.subject).name) + "**");
    for (const std::size_t at : tasks.findings) {
      write_finding_item(out, out.report().findings[at], 1);
    }
  }
  out.blank_line();
}

void write_question(MarkdownWriter& out, const Question& question, std::size_t at) {
  out.item(out.cell(question_number(at)) + " **" + out.cell(question.text) + "**");
  if (!question.only_if.empty()) out.item(out.cell(question.only_if), 1);
  for (const GivenAnswer& given : question.answers_as_given) {
    out.item(out.cell(given.label) + " " + out.raw(given.raw), 1);
  }
  std::string answer =
      out.cell(word(Word::kAnswerAs)) + " " + out.cell(answer_kind_word(question.answer, question.unit));
  for (const LocalizedText& option : question.options) {
    answer += " / " + out.cell(option);
  }
  out.item(answer, 1);
  std::string why = out.cell(purpose_word(question));
  std::string_view separator = " ";
  const std::string comma = out.cell(word(Word::kListSeparator));
  for (const LocalizedText& title : question.decides) {
    why += std::string(separator) + out.cell(title);
    separator = comma;
  }
  out.item(why, 1);
}

void write_group(MarkdownWriter& out, const GroupResults& group) {
  out.heading(3, group.title);
  out.table_head({word(Word::kSubject), word(Word::kRule), word(Word::kVerdict), word(Word::kWhatItSays)});
  for (const GroupResult& result : group.results) {
    out.table_row({out.cell(out.subject(result.subject).name), out.cell(result.title), out.verdict(result.verdict),
                   out.cell(result.message)});
  }
  out.end_table();
}

}  // namespace

void write_finding_item(MarkdownWriter& out, const Finding& finding, std::size_t depth) {
  out.item(out.verdict(finding.verdict) + " " + out.cell(finding.title) + tags_of(out, finding), depth);
  if (finding.code.decision.outcome != audit::Outcome::kFail) {
    out.item(out.cell(fill(Word::kHeldBecause, {{"reason", finding.reason}})), depth + 1);
  } else {
    out.item(out.cell(finding.detail.message), depth + 1);
    if (!finding.detail.remedy.empty()) {
      out.item(out.cell(finding.detail.remedy), depth + 1);
    }
  }
  if (!finding.requirement.empty()) write_requirement(out, finding.requirement, depth + 1);
  const LocalizedText excluded = excluded_text(out.result().run(), finding.detail);
  if (!excluded.empty()) out.item(out.cell(excluded), depth + 1);
  if (finding.code.deadline) {
    out.item(out.cell(word(Word::kDeadline)) + " " + out.cell(date_text(*finding.code.deadline)), depth + 1);
  }
  const std::string basis = basis_of(out, *finding.rule);
  if (!basis.empty()) {
    out.item(out.cell(word(Word::kBasis)) + " " + basis, depth + 1);
  }
}

void write_tasks(MarkdownWriter& out) {
  out.heading(2, Word::kTasks);
  out.paragraph(Word::kTasksNote);
  if (out.report().actors.empty()) {
    out.paragraph(Word::kNothingToDo);
  }
  for (const ActorTasks& actor : out.report().actors) {
    write_actor_tasks(out, actor);
  }
}

void write_questions(MarkdownWriter& out) {
  out.heading(2, Word::kQuestions);
  out.paragraph(out.report().questions.empty() ? Word::kNoQuestions : Word::kQuestionsNote);
  for (const QuestionSheet& sheet : out.report().questions) {
    out.heading(3, sheet.addressee);
    if (!sheet.is_smallest) out.paragraph(Word::kMayNotBeSmallest);
    for (std::size_t at = 0; at < sheet.questions.size(); ++at) {
      write_question(out, sheet.questions[at], at);
    }
    out.blank_line();
  }
}

void write_matrix(MarkdownWriter& out) {
  const Matrix& matrix = out.report().matrix;
  out.heading(2, Word::kMatrix);
  std::vector<LocalizedText> headings{record_heading(out.result().run())};
  for (const MatrixColumn& column : matrix.columns) {
    headings.push_back(column.title);
  }
  out.table_head(headings);
  for (std::size_t row = 0; row < matrix.subjects.size(); ++row) {
    std::vector<std::string> cells{out.cell(out.subject(matrix.subjects[row]).name)};
    for (const MatrixCell& cell : matrix.cells[row]) {
      cells.push_back(cell.asked ? out.cell(verdict_mark(cell.verdict)) : std::string());
    }
    out.table_row(cells);
  }
  out.end_table();
}

void write_group_results(MarkdownWriter& out) {
  out.heading(2, Word::kGroupResults);
  out.paragraph(Word::kGroupsNote);
  for (const GroupResults& group : out.report().groups) {
    write_group(out, group);
  }
}

void write_not_judged(MarkdownWriter& out) {
  out.heading(2, Word::kNotJudged);
  out.paragraph(Word::kNotJudgedNote);
  out.table_head(
      {word(Word::kRule), word(Word::kVerdict), word(Word::kReason), word(Word::kNumSubjects), word(Word::kWho)});
  for (const NotJudged& entry : out.report().not_judged) {
    out.table_row({out.cell(entry.title), out.verdict(entry.verdict), out.cell(entry.reason),
                   std::to_string(entry.num_subjects), out.names(entry.subjects)});
  }
  out.end_table();
  for (const policy::Disabled& rule : out.result().ruleset().disabled) {
    out.item(out.cell(word(Word::kDisabledRules)) + " " + out.cell({rule.id, rule.id}) + " " +
             out.cell({rule.reason, rule.reason}));
  }
}

}  // namespace kijun::reports
