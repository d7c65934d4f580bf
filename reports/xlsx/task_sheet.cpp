#include <algorithm>

#include "engine/audit/fingerprint.h"
#include "reports/words/decision_text.h"
#include "reports/words/requirement_text.h"
#include "reports/words/verdict_words.h"
#include "reports/xlsx/book_sheets.h"

namespace kijun::reports {
namespace {

constexpr BookColumn kTaskColumns[] = {{{"主体", "actor"}, 9},
                                       {{}, 8},
                                       {{"対象", "subject"}, 11},
                                       {{"圏域", "zone"}, 10},
                                       {{"ルール", "rule"}, 16},
                                       {{"判定", "verdict"}, 9},
                                       {{"重要度", "severity"}, 7},
                                       {{"案・根拠・了承等", "draft, basis, acceptance"}, 9},
                                       {{"内容", "what it says"}, 24},
                                       {{"求める内容と実績", "required and found"}, 24},
                                       {{"回答の備考", "note as answered"}, 22},
                                       {{"助言", "advice"}, 22},
                                       {{"目標期限", "target date"}, 11},
                                       {{"対応方針", "plan"}, 13},
                                       {{"担当", "in charge"}, 9},
                                       {{"期限", "due"}, 11},
                                       {{"備考", "remarks"}, 14},
                                       {{"結果の識別子", "finding id"}, 13}};

constexpr std::size_t kPlan = 13;
constexpr std::size_t kInCharge = 14;
constexpr std::size_t kDue = 15;
constexpr std::size_t kNumFixedTaskColumns = 3;

/// The notes of this year that a finding rests on or shows, unaltered.
std::string notes_of(const Book& book, const Finding& finding) {
  std::vector<std::string> notes;
  for (const audit::CellView& cell : finding.detail.evidence) {
    const bool is_note = cell.field_role == table::FieldRole::kNote && cell.survey == book.result().run().survey_id;
    if (is_note && !cell.raw.empty() && std::find(notes.begin(), notes.end(), cell.raw) == notes.end())
      notes.push_back(cell.raw);
  }
  std::string all;
  for (const std::string& note : notes) all += (all.empty() ? "" : "\n") + note;
  return all;
}

/// What to know before relying on it: a rule on trial, an unconfirmed basis, a waiver, how it stands to the baseline.
LocalizedText marks_of(const Book& book, const Finding& finding) {
  LocalizedText marks = rule_mark(finding.draft, finding.basis_unconfirmed);
  for (const LocalizedText& tag : set_aside_tags(book.result(), finding.column, finding.position))
    append_line(marks, tag);
  return marks;
}

std::vector<SheetCell> task_row(const Book& book, const ActorTasks& actor, const Finding& finding) {
  const SubjectView& subject = book.subject(finding.subject);
  const bool is_record = subject.ref.space == table::kRecordSpace;
  std::vector<SheetCell> cells{book.text(actor.title),
                               book.text(is_record ? subject.info.name.code : std::string()),
                               book.text(subject.name),
                               book.text(book.zone_name(subject.info.zone)),
                               book.text(finding.title),
                               book.text(verdict_word(finding.verdict)),
                               book.text(severity_word(finding.code.severity)),
                               book.text(marks_of(book, finding)),
                               book.text(finding.statement()),
                               book.text(requirement_lines(finding.requirement)),
                               book.text(notes_of(book, finding)),
                               book.text(finding.detail.remedy),
                               Book::day(finding.code.deadline)};
  for (std::size_t entry = kPlan; entry < std::size(kTaskColumns) - 1; ++entry)
    cells.push_back({"", entry == kDue ? CellStyle::kEntryDay : CellStyle::kEntry});
  cells.push_back(book.text(audit::fingerprint(book.result(), finding.column, finding.position)));
  return cells;
}

}  // namespace

std::vector<LocalizedText> task_plans() {
  return {word(Word::kPlanAdvise),  word(Word::kPlanHearing), word(Word::kPlanAsk),   word(Word::kPlanZone),
          word(Word::kPlanCorrect), word(Word::kPlanWatch),   word(Word::kPlanWaive), word(Word::kPlanDone)};
}

Sheet task_sheet(const Book& book) {
  Sheet sheet = book.table(BookSheet::kTasks, kTaskColumns);
  sheet.num_fixed_columns = kNumFixedTaskColumns;
  for (const LocalizedText& plan : task_plans()) sheet.columns[kPlan].words.push_back(book.say(plan));
  for (const policy::Heading& actor : book.result().ruleset().actors)
    sheet.columns[kInCharge].words.push_back(book.say(actor.title));
  sheet.columns[kInCharge].takes_others = true;
  sheet.columns[kDue].takes_days = true;
  for (const ActorTasks& actor : book.report().actors)
    for (const SubjectTasks& tasks : actor.subjects)
      for (const std::size_t at : tasks.findings)
        sheet.rows.push_back(task_row(book, actor, book.report().findings[at]));
  return sheet;
}

}  // namespace kijun::reports
