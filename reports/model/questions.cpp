// The questions to send back. Three kinds, in this order for every addressee:
//   1. answers whose absence holds a verdict (the minimal causes that asking can settle), one question per answer;
//   2. failing results that carry a question of their own (contradictions, missing dates, bodies that disagree);
//   3. what else the form asked and was left blank or unreadable.
// An answer is asked for once: a rule that fails only because it is blank adds its name to the question of kind 1.

#include <algorithm>
#include <map>
#include <utility>

#include "reports/model/build_parts.h"
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
    const std::string mark = value.marks.empty() ? std::string() : value.marks.front() + " ";
    options.push_back({mark + value.label.ja, mark + value.label.en});
  }
  return options;
}

// Gathers the questions of all addressees.
class QuestionList {
 public:
  explicit QuestionList(GapReport& report) : report_(report), by_subject_(report.subjects.size()) {
    for (const RecordSheet& sheet : report.sheets) {
      record_of_[report.subjects[sheet.subject].info.name.code] = sheet.subject;
    }
  }

  void ask_what_holds_verdicts() {
    for (const Finding& finding : report_.findings) {
      for (const audit::OpenCause& cause : finding.detail.unknown_because) {
        if (cause.asks && cause.cell.survey == report_.result->run().survey_id) {
          ask_for_cell(cause.cell, &finding.title);
        }
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
          ask_for_cell(cell, nullptr);
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
      report_.questions.push_back({subject, std::move(addressee), std::move(by_subject_[subject])});
    }
  }

 private:
  struct Place {
    std::size_t subject;
    std::size_t question;
  };

  // Asks for a missing answer unless that was done; `title` is a rule whose verdict waits for it, or null.
  void ask_for_cell(const CellView& cell, const LocalizedText* title) {
    const auto record = record_of_.find(cell.subject.code);
    if (record == record_of_.end()) {
      return;
    }
    std::vector<Question>& questions = by_subject_[record->second];
    const auto [place, is_new] =
        asked_.try_emplace({cell.subject.code, cell.field}, Place{record->second, questions.size()});
    if (is_new) {
      questions.push_back(question_for(cell));
    }
    if (title != nullptr) {
      Question& question = questions[place->second.question];
      question.decides_verdict = true;
      add_title(question, *title);
    }
  }

  Question question_for(const CellView& cell) const {
    Question question;
    const bool is_blank = cell.missing == table::MissingReason::kBlank;
    question.text = fill(is_blank ? Word::kAskBlank : Word::kAskUnreadable, {{"label", cell.label}, {"raw", cell.raw}});
    const table::Vocabulary& vocabulary = report_.result->vocabulary();
    if (const auto field = vocabulary.find(cell.field)) {
      question.answer = answer_kind(vocabulary.field(*field).type);
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
      add_title(by_subject_[place.subject][place.question], finding.title);
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
  std::map<std::string, std::size_t> record_of_;                // code → subject
  std::map<std::pair<std::string, std::string>, Place> asked_;  // code and field → question
  std::vector<std::vector<Question>> by_subject_;
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
