#include "engine/survey/review.h"

#include "engine/survey/decided_value.h"
#include "engine/survey/decision_writer.h"

namespace kijun::survey {
namespace {

using table::FieldRole;

std::vector<table::FieldIndex> readings_of(const table::Vocabulary& vocabulary, const std::string& note_id) {
  std::vector<table::FieldIndex> readings;
  for (table::FieldIndex i = 0; i < vocabulary.fields().size(); ++i)
    if (vocabulary.field(i).role == FieldRole::kReading && vocabulary.field(i).reads == note_id) readings.push_back(i);
  return readings;
}

}  // namespace

std::vector<OpenNote> open_notes(const SurveyTable& survey) {
  std::vector<OpenNote> notes;
  const table::Vocabulary& vocabulary = survey.vocabulary();
  for (const std::uint32_t row : survey.rows_in_order()) {
    for (table::FieldIndex field = 0; field < vocabulary.fields().size(); ++field) {
      if (vocabulary.field(field).role != FieldRole::kNote) continue;
      const NoteStatus status = survey.note_status(row, field);
      if (status == NoteStatus::kEmpty || status == NoteStatus::kRead) continue;
      const Cell cell = survey.cell({table::kRecordSpace, row}, field);
      notes.push_back({row, field, cell.raw, cell.place, status == NoteStatus::kStale,
                       readings_of(vocabulary, vocabulary.field(field).id)});
    }
  }
  return notes;
}

std::optional<DecidedValue> parse_assignment(std::string_view text, table::FieldIndex note,
                                             const table::Vocabulary& vocabulary, diag::Sink& sink) {
  const std::size_t equals = text.find('=');
  const std::string_view id = text.substr(0, equals);
  const std::string_view value = equals == std::string_view::npos ? std::string_view() : text.substr(equals + 1);
  const auto field = find_reading_field(id, {}, note, vocabulary, sink);
  if (!field) return std::nullopt;
  return parse_decided_value(*field, value, vocabulary, sink);
}

}  // namespace kijun::survey
