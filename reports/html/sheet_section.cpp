#include "reports/escape/html_text.h"
#include "reports/html/folded_part.h"
#include "reports/html/sections.h"
#include "reports/words/data_text.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

void write_sheet_head(const Page& page, const RecordSheet& sheet) {
  const SubjectView& subject = page.subject(sheet.subject);
  {
    const auto heading = page.html.element("h3");
    page.html.text(subject.name);
    page.html.text(" ");
    page.html.leaf("span", {{"class", "code"}}, std::string_view(subject.info.name.code));
  }
  const auto line = page.html.element("p", {{"class", "belongs"}});
  page.html.text(subject.info.municipality_kind_label);
  if (!sheet.zone.empty()) {
    page.html.text(word(Word::kListSeparator));
    page.html.text(fill(Word::kInZone, {{"term", page.result().run().zone_term}, {"zone", sheet.zone}}));
  }
}

void write_answer_row(const Page& page, const audit::CellView& cell) {
  const auto row = page.html.element("tr");
  page.html.leaf("th", {{"scope", "row"}}, cell.label);
  {
    const auto raw = page.html.element("td");
    write_raw(page, cell.raw);
  }
  {
    const auto value = page.html.element("td");
    page.html.text(cell.value);
    if (cell.origin != audit::Origin::kAnswer) {
      page.html.text(" ");
      page.html.leaf("span", {{"class", "tag"}}, origin_word(cell.origin));
    }
  }
  page.html.leaf("td", {{"class", "place"}}, place_text(cell.at));
}

void write_answers(const Page& page, const RecordSheet& sheet) {
  const auto table = page.html.element("table", {{"class", "answers"}});
  write_caption(page, fill(Word::kAnswersCaption, {{"name", page.subject(sheet.subject).name}}));
  write_head(page, {word(Word::kItem), word(Word::kAsAnswered), word(Word::kMeaning), word(Word::kPlace)});
  const auto body = page.html.element("tbody");
  for (const audit::CellView& cell : sheet.answers) {
    write_answer_row(page, cell);
  }
}

// What somebody read or still has to read; fields the note says nothing of are counted.
void write_readings_of(const Page& page, const NoteView& note) {
  if (note.note.raw.empty() && note.decisions.empty()) {
    write_paragraph(page, Word::kNothingToRead, "empty");
    return;
  }
  std::size_t num_defaults = 0;
  {
    const auto list = page.html.element("dl", {{"class", "facts"}});
    for (const audit::CellView& reading : note.readings) {
      const bool is_silent = reading.missing == table::MissingReason::kBlank;
      if (reading.origin == audit::Origin::kDefault || is_silent) {
        ++num_defaults;
        continue;
      }
      const auto item = page.html.element("div");
      page.html.leaf("dt", {}, reading.label);
      page.html.leaf("dd", {}, reading.value);
    }
  }
  if (num_defaults != 0) {
    page.html.leaf("p", {{"class", "by"}}, fill(Word::kOtherReadings, {{"n", num_defaults}}));
  }
}

void write_note_of(const Page& page, const NoteView& note) {
  const auto box = page.html.element("div", {{"class", "note-pair"}, {"data-field", note.note.field}});
  {
    const auto left = page.html.element("div", {{"class", "quoted"}});
    {
      const auto heading = page.html.element("p", {{"class", "key"}});
      page.html.text(note.note.label);
      page.html.text(" ");
      page.html.leaf("span", {{"class", "place"}}, place_text(note.note.at));
    }
    write_note(page, note.note.raw);
  }
  const auto right = page.html.element("div", {{"class", "reading"}});
  page.html.leaf("p", {{"class", "key"}}, word(Word::kReadAs));
  write_readings_of(page, note);
  for (const audit::DecisionView* decision : note.decisions) {
    write_decision_reason(page, *decision);
  }
}

void write_sheet_findings(const Page& page, const RecordSheet& sheet) {
  const auto box = page.html.element("div", {{"class", "findings"}});
  write_counts(page, sheet.by_verdict);
  for (const std::size_t at : sheet.findings) {
    write_finding(page, page.report.findings[at], true);
  }
}

void write_sheet(const Page& page, const RecordSheet& sheet) {
  const auto article =
      page.html.element("article", {{"class", "sheet"}, {"id", html_id(page.subject(sheet.subject).anchor)}});
  write_sheet_head(page, sheet);
  write_answers(page, sheet);
  for (const NoteView& note : sheet.notes) {
    write_note_of(page, note);
  }
  write_sheet_findings(page, sheet);
}

void write_index(const Page& page) {
  const auto list = page.html.element("ul", {{"class", "index"}});
  for (const RecordSheet& sheet : page.report.sheets) {
    const auto item = page.html.element("li");
    write_link(page, page.subject(sheet.subject).anchor, page.subject(sheet.subject).name);
  }
}

void write_sheets(const Page& page) {
  if (!page.is_sheet) write_index(page);
  for (const RecordSheet& sheet : page.report.sheets) {
    write_sheet(page, sheet);
  }
}

}  // namespace

void write_sheet_section(const Page& page) {
  const Section section(page, "sheets", Word::kSheets, "block", "m");
  if (!page.report.has_details) return write_paragraph(page, Word::kCanvasPlain, "hint plain");
  if (!page.is_sheet) write_paragraph(page, Word::kSheetsNote, "hint");
  write_foldable(page, write_sheets, [](const Page& to) { write_paragraph(to, Word::kFoldedSheets, "hint"); });
}

}  // namespace kijun::reports
