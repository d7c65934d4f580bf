// The questions to send back. Three kinds, in this order for every addressee:
//   1. the smallest set of answers that decides every held verdict (`audit::QuestionPlan`), one question per answer, some
//      of them only after certain answers to earlier ones;
//   2. failing results that carry a question of their own (contradictions, missing dates, bodies that disagree);
//   3. what else the form asked and was left blank or unreadable.
// An answer is asked for once: a rule that fails only because it is blank adds its name to the question of kind 1, which is
// then asked in any case.

#include <algorithm>
#include <map>
#include <utility>

#include "engine/audit/questions/question_plan.h"
#include "reports/model/build_parts.h"
#include "reports/model/question_condition.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

using audit::CellView;

GivenAnswer given_answer(const CellView& cell, bool with_subject) {
  const LocalizedText label =
      with_subject ? fill(Word::kFieldOfMember, {{"name", cell.subject.name}, {"label", cell.label}}) : cell.label;
  return {label, cell.raw};
}

void add_title(Question& question, const LocalizedText& title) {
  if (std::find(question.decides.begin(), question.decides.end(), title) == question.decides.end()) {
    question.decides.push_back(title);
  }
}

std::string answer_kind(table::FieldType type) {
  switch (type) {
    case table::FieldType::kEnum:
      return "choice";
    case table::FieldType::kBool:
      return "yes_no";
    case table::FieldType::kInt:
    case table::FieldType::kDouble:
    case table::FieldType::kDecimal:
      return "number";
    case table::FieldType::kDate:
      return "date";
    case table::FieldType::kString:
    case table::FieldType::kList:
      return "text";
  }
  return "text";
}

// The marks the form offers, each with what it stands for.
std::vector<LocalizedText> options_of(const table::Field& field) {
  std::vector<LocalizedText> options;
  for (const table::EnumValue& value : field.values) {
    options.push_back(option_text(value));
  }
  return options;
}

// Gathers the questions of all addressees.
class QuestionList {
 public:
  explicit QuestionList(GapReport& report)
      : report_(report), by_subject_(report.subjects.size()), is_smallest_(report.subjects.size(), true) {
    for (const RecordSheet& sheet : report.sheets) {
      sheet_of_.emplace(report.subjects[sheet.subject].ref, &sheet);
    }
  }

  void ask_what_holds_verdicts() {
    const audit::QuestionPlan& plan = report_.result->questions();
    for (const audit::AskedSubject& asked : plan.subjects) {
      const auto found = sheet_of_.find(asked.subject);
      if (found == sheet_of_.end()) {
        continue;  // not among those a narrowed run shows
      }
      const RecordSheet& sheet = *found->second;
      is_smallest_[sheet.subject] = asked.is_smallest;
      for (const audit::PlannedQuestion& planned : asked.questions) {
        Question& question = ask_for_cell(sheet, cell_of(sheet, planned.cell));
        question.decides_verdict = true;
        question.only_if = condition_text(planned, asked, report_.result->vocabulary());
        add_titles(question, planned, plan);
      }
    }
  }

  void ask_what_findings_ask() {
    for (const Finding& finding : report_.findings) {
      const bool fails = finding.code.decision.outcome == audit::Outcome::kFail;
      if (fails && finding.detail.ask && !joins_asked_cells(finding)) {
        by_subject_[finding.subject].push_back(question_of(finding));
      }
    }
  }

  void ask_for_other_blanks() {
    for (const RecordSheet& sheet : report_.sheets) {
      for (const CellView& cell : sheet.answers) {
        if (table::asks_question(cell.missing)) {
          ask_for_cell(sheet, cell);
        }
      }
    }
  }

  void publish() {
    for (std::size_t subject = 0; subject < by_subject_.size(); ++subject) {
      if (by_subject_[subject].empty()) {
        continue;
      }
      const SubjectView& view = report_.subjects[subject];
      const bool is_body = view.info.name.kind == "body";
      LocalizedText addressee = is_body ? fill(Word::kSecretariatOf, {{"name", view.name}}) : view.name;
      report_.questions.push_back(
          {subject, std::move(addressee), std::move(by_subject_[subject]), is_smallest_[subject]});
    }
  }

 private:
  struct Place {
    std::size_t subject;
    std::size_t question;
  };

  // The question for a missing answer of a sheet's record.
  Question& ask_for_cell(const RecordSheet& sheet, const CellView& cell) {
    std::vector<Question>& questions = by_subject_[sheet.subject];
    const auto [place, is_new] =
        asked_.try_emplace({cell.subject.code, cell.field}, Place{sheet.subject, questions.size()});
    if (is_new) {
      questions.push_back(question_for(cell));
    }
    return questions[place->second.question];
  }

  // An answer or a note; readings are no questions.
  const CellView& cell_of(const RecordSheet& sheet, const cel::CellRef& cell) const {
    const std::string& field = report_.result->vocabulary().field(cell.index).id;
    const auto answer = std::find_if(sheet.answers.begin(), sheet.answers.end(),
                                     [&](const CellView& each) { return each.field == field; });
    if (answer != sheet.answers.end()) {
      return *answer;
    }
    return std::find_if(sheet.notes.begin(), sheet.notes.end(),
                        [&](const NoteView& each) { return each.note.field == field; })
        ->note;
  }

  // The rules whose verdicts wait for an answer, or else the indicators.
  void add_titles(Question& question, const audit::PlannedQuestion& planned, const audit::QuestionPlan& plan) const {
    for (const std::size_t at : planned.decides) {
      const audit::QuestionPlan::Result& result = plan.results[at];
      if (!result.indicator) {
        add_title(question, column_title(*report_.result, report_.result->columns()[result.column]));
      }
    }
    if (!question.decides.empty()) {
      return;
    }
    for (const std::size_t at : planned.decides) {
      add_title(question, report_.result->indicators()[*plan.results[at].indicator].indicator->title);
    }
  }

  Question question_for(const CellView& cell) const {
    Question question;
    const bool is_blank = cell.missing == table::MissingReason::kBlank;
    question.text = fill(is_blank ? Word::kAskBlank : Word::kAskUnreadable, {{"label", cell.label}, {"raw", cell.raw}});
    const table::Vocabulary& vocabulary = report_.result->vocabulary();
    if (const auto field = vocabulary.find(cell.field)) {
      question.answer = answer_kind(vocabulary.field(*field).type);
      question.unit = vocabulary.field(*field).unit;
      question.options = options_of(vocabulary.field(*field));
    }
    return question;
  }

  // True when every deciding answer of the finding is missing and asked for already; the finding joins those questions.
  bool joins_asked_cells(const Finding& finding) {
    std::vector<Place> places;
    for (const CellView& cell : finding.detail.evidence) {
      if (cell.role != audit::EvidenceRole::kDecided || !table::asks_question(cell.missing)) {
        continue;
      }
      const auto found = asked_.find({cell.subject.code, cell.field});
      if (found == asked_.end()) {
        return false;
      }
      places.push_back(found->second);
    }
    for (const Place& place : places) {
      Question& question = by_subject_[place.subject][place.question];
      add_title(question, finding.title);
      question.only_if = {};
    }
    return !places.empty();
  }

  Question question_of(const Finding& finding) const {
    Question question;
    question.text = finding.detail.ask->text;
    question.answer = finding.detail.ask->answer;
    question.options = finding.detail.ask->options;
    question.decides = {finding.title};
    const std::string& own_code = report_.subjects[finding.subject].info.name.code;
    for (const CellView& cell : finding.detail.evidence) {
      if (cell.field_role == table::FieldRole::kReading || cell.raw.empty()) {
        continue;
      }
      GivenAnswer given = given_answer(cell, cell.subject.code != own_code);
      auto& all = question.answers_as_given;
      if (std::find(all.begin(), all.end(), given) == all.end()) {
        all.push_back(std::move(given));
      }
    }
    return question;
  }

  GapReport& report_;
  std::map<table::SubjectRef, const RecordSheet*> sheet_of_;    // record → its sheet
  std::map<std::pair<std::string, std::string>, Place> asked_;  // code and field → question
  std::vector<std::vector<Question>> by_subject_;
  std::vector<bool> is_smallest_;  // by subject
};

}  // namespace

void add_questions(GapReport& report) {
  QuestionList list(report);
  list.ask_what_holds_verdicts();
  list.ask_what_findings_ask();
  list.ask_for_other_blanks();
  list.publish();
}

}  // namespace kijun::reports
