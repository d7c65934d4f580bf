#include "reports/markdown/markdown_parts.h"
#include "reports/words/data_text.h"
#include "reports/words/decision_text.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

std::string decided_by(const MarkdownWriter& out, const audit::DecisionView& decision) {
  std::string text = out.cell(decided_by_text(decision));
  if (decision.when) text += " " + out.cell(date_text(*decision.when));
  if (needs_attention(decision)) text += " ［" + out.cell(decision_state_text(out.result().run(), decision)) + "］";
  return text;
}

void write_answers(MarkdownWriter& out, const RecordSheet& sheet) {
  out.table_head({word(Word::kItem), word(Word::kAsAnswered), word(Word::kMeaning), word(Word::kPlace)});
  for (const audit::CellView& cell : sheet.answers) {
    std::string value = out.cell(cell.value);
    if (cell.origin != audit::Origin::kAnswer) value += " ［" + out.cell(origin_word(cell.origin)) + "］";
    out.table_row({out.cell(cell.label), out.raw(cell.raw), value, out.cell(place_text(cell.at))});
  }
  out.end_table();
}

void write_note(MarkdownWriter& out, const NoteView& note) {
  out.paragraph(note.note.label);
  if (note.note.raw.empty()) {
    out.paragraph(Word::kEmptyCell);
  } else {
    out.quote(note.note.raw);
  }
  for (const audit::CellView& reading : note.readings) {
    out.item(out.cell(reading.label) + ": " + out.cell(reading.value) + " (" + out.cell(origin_word(reading.origin)) +
             ")");
  }
  for (const audit::DecisionView* decision : note.decisions) {
    out.item(out.cell(decision->reason) + " " + decided_by(out, *decision));
  }
  if (!note.readings.empty() || !note.decisions.empty()) {
    out.blank_line();
  }
}

void write_sheet(MarkdownWriter& out, const RecordSheet& sheet) {
  const SubjectView& subject = out.subject(sheet.subject);
  const std::string& code = subject.info.name.code;
  out.heading(3, {subject.name.ja + " " + code, subject.name.en + " " + code});
  LocalizedText belongs = subject.info.municipality_kind_label;
  if (!sheet.zone.empty()) {
    const LocalizedText zone = fill(Word::kInZone, {{"term", out.result().run().zone_term}, {"zone", sheet.zone}});
    belongs.ja += "、" + zone.ja;
    belongs.en += ", " + zone.en;
  }
  out.paragraph(belongs);
  write_answers(out, sheet);
  for (const NoteView& note : sheet.notes) {
    write_note(out, note);
  }
  for (const std::size_t at : sheet.findings) {
    write_finding_item(out, out.report().findings[at], 0);
  }
  out.blank_line();
}

void write_unread(MarkdownWriter& out) {
  out.heading(3, Word::kUnreadNotes);
  if (out.report().unread.empty()) {
    out.paragraph(Word::kNoUnreadNotes);
    return;
  }
  out.table_head({word(Word::kSubject), word(Word::kNoteText), word(Word::kToRead)});
  for (const UnreadNote& unread : out.report().unread) {
    std::string open;
    for (const LocalizedText& label : unread.open) {
      open += (open.empty() ? "" : out.cell(word(Word::kListSeparator))) + out.cell(label);
    }
    out.table_row({out.cell(out.subject(unread.subject).name), out.raw(unread.note.raw), open});
  }
  out.end_table();
}

}  // namespace

void write_sheets(MarkdownWriter& out) {
  out.heading(2, Word::kSheets);
  out.paragraph(Word::kSheetsNote);
  for (const RecordSheet& sheet : out.report().sheets) {
    write_sheet(out, sheet);
  }
}

void write_readings(MarkdownWriter& out) {
  out.heading(2, Word::kReadings);
  write_unread(out);
  out.heading(3, Word::kDecisions);
  out.paragraph(fill(Word::kVerdictsOnReadings, {{"n", out.result().summary().num_verdicts_on_readings}}));
  if (out.result().decisions().empty()) {
    out.paragraph(Word::kNoDecisions);
    return;
  }
  out.table_head({word(Word::kSubject), word(Word::kKind), word(Word::kQuote), word(Word::kReadAs), word(Word::kReason),
                  word(Word::kState)});
  for (const audit::DecisionView& decision : out.result().decisions()) {
    std::string values;
    for (const audit::CellView& cell : decision.values) {
      const LocalizedText content = decision.kind == "reading" ? cell.value : decision_content(decision);
      values += (values.empty() ? "" : "<br>") + out.cell(cell.label) + ": " + out.cell(content);
    }
    if (decision.values.empty()) values = out.cell(decision_content(decision));
    out.table_row({out.cell(decision.subject.name), out.cell(decision_kind_word(decision.kind)),
                   decision.quote.empty() ? std::string() : out.raw(decision.quote), values,
                   out.cell(decision.reason) + "<br>" + decided_by(out, decision),
                   out.cell(decision_state_text(out.result().run(), decision))});
  }
  out.end_table();
}

void write_resolved(MarkdownWriter& out) {
  const audit::BaselineComparison* baseline = out.result().baseline();
  if (baseline == nullptr) return;
  out.heading(3, Word::kResolved);
  out.paragraph(baseline->absent().empty() ? Word::kNoneResolved : Word::kResolvedNote);
  for (const audit::BaselineEntry* entry : baseline->absent())
    out.item(out.cell({entry->subject_name, entry->subject_name}) + " " + out.cell(rule_title(out.result(), *entry)));
  out.blank_line();
}

}  // namespace kijun::reports
