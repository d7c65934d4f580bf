#include "reports/words/data_text.h"
#include "reports/words/decision_text.h"
#include "reports/words/verdict_words.h"
#include "reports/xlsx/book_sheets.h"

namespace kijun::reports {
namespace {

constexpr BookColumn kNoteColumns[] = {{{}, 10},
                                       {{"団体", "record"}, 12},
                                       {{"備考欄", "field"}, 14},
                                       {{"備考（原文）", "note as answered"}, 40},
                                       {{"状態", "state"}, 10},
                                       {{"読取り", "read as"}, 34},
                                       {{"引用", "quoted"}, 20},
                                       {{"理由", "reason"}, 34},
                                       {{"読んだ人", "read by"}, 12},
                                       {{"読んだ日", "read on"}, 11},
                                       {{"箇所", "place"}, 14}};

constexpr std::size_t kNumFixedNoteColumns = 2;

/// A field that a note says nothing of, which is not worth a line.
bool is_silent(const audit::CellView& reading) {
  return reading.origin == audit::Origin::kDefault || reading.missing == table::MissingReason::kBlank;
}

bool is_unread(const audit::CellView& reading) { return reading.missing == table::MissingReason::kNotReviewed; }

LocalizedText readings_of(const NoteView& note) {
  LocalizedText all;
  for (const audit::CellView& reading : note.readings)
    if (!is_silent(reading))
      append_line(all, fill(Word::kBookReading, {{"label", reading.label}, {"value", reading.value}}));
  return all;
}

LocalizedText state_of(const audit::RunInfo& run, const NoteView& note) {
  for (const audit::CellView& reading : note.readings)
    if (is_unread(reading)) return word(Word::kBookUnread);
  for (const audit::DecisionView* decision : note.decisions)
    if (needs_attention(*decision)) return decision_state_text(run, *decision);
  if (!note.decisions.empty()) return word(Word::kBookRead);
  return word(Word::kBookNothingToRead);
}

/// What every decision on a note says, a line each.
template <class Part>
LocalizedText of_each(const NoteView& note, const Part& part) {
  LocalizedText all;
  for (const audit::DecisionView* decision : note.decisions) append_line(all, part(*decision));
  return all;
}

std::vector<SheetCell> note_row(const Book& book, const RecordSheet& sheet, const NoteView& note) {
  using audit::DecisionView;
  const SubjectView& subject = book.subject(sheet.subject);
  const auto quote = [](const DecisionView& decision) { return in_both(decision.quote); };
  const auto reason = [](const DecisionView& decision) { return decision.reason; };
  const auto by = [](const DecisionView& decision) { return in_both(decision.by); };
  const std::optional<Date> when = note.decisions.empty() ? std::nullopt : note.decisions.back()->when;
  return {book.text(subject.info.name.code),
          book.text(subject.name),
          book.text(note.note.label),
          book.text(note.note.raw),
          book.text(state_of(book.result().run(), note)),
          book.text(readings_of(note)),
          book.text(of_each(note, quote)),
          book.text(of_each(note, reason)),
          book.text(of_each(note, by)),
          Book::day(when),
          book.text(place_text(note.note.at))};
}

}  // namespace

Sheet note_sheet(const Book& book) {
  Sheet sheet = book.table(BookSheet::kNotes, kNoteColumns);
  sheet.num_fixed_columns = kNumFixedNoteColumns;
  for (const RecordSheet& record : book.report().sheets)
    for (const NoteView& note : record.notes)
      if (!note.note.raw.empty() || !note.decisions.empty()) sheet.rows.push_back(note_row(book, record, note));
  return sheet;
}

}  // namespace kijun::reports
