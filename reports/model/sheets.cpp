#include <algorithm>

#include "reports/model/build_parts.h"

namespace kijun::reports {
namespace {

using table::FieldRole;

std::string note_read_by(const table::Vocabulary& vocabulary, const std::string& reading) {
  const auto field = vocabulary.find(reading);
  return field ? vocabulary.field(*field).reads : std::string();
}

std::vector<const audit::DecisionView*> decisions_on(const audit::ResultModel& result, const SubjectView& subject,
                                                     const std::string& note) {
  std::vector<const audit::DecisionView*> found;
  for (const audit::DecisionView& decision : result.decisions()) {
    if (decision.subject.code == subject.info.name.code && decision.field_or_rule == note &&
        decision.kind == "reading") {
      found.push_back(&decision);
    }
  }
  return found;
}

// Sorts a record's cells into answers, notes and the readings of each note.
void add_cells(const audit::ResultModel& result, const SubjectView& subject, RecordSheet& sheet) {
  const std::vector<audit::CellView> cells = result.answers(subject.ref);
  for (const audit::CellView& cell : cells) {
    if (cell.field_role == FieldRole::kNote) {
      sheet.notes.push_back({cell, {}, decisions_on(result, subject, cell.field)});
    } else if (cell.field_role != FieldRole::kReading) {
      sheet.answers.push_back(cell);
    }
  }
  for (const audit::CellView& cell : cells) {
    if (cell.field_role != FieldRole::kReading) {
      continue;
    }
    const std::string note = note_read_by(result.vocabulary(), cell.field);
    for (NoteView& view : sheet.notes) {
      if (view.note.field == note) {
        view.readings.push_back(cell);
      }
    }
  }
}

void add_unread(GapReport& report, const RecordSheet& sheet) {
  for (const NoteView& note : sheet.notes) {
    UnreadNote unread{sheet.subject, note.note, {}};
    for (const audit::CellView& reading : note.readings) {
      if (reading.missing == table::MissingReason::kNotReviewed) {
        unread.open.push_back(reading.label);
      }
    }
    if (!unread.open.empty()) {
      report.unread.push_back(std::move(unread));
    }
  }
}

LocalizedText zone_name(const GapReport& report, const std::string& zone) {
  for (const std::size_t at : report.zones) {
    if (report.subjects[at].info.name.code == zone) {
      return report.subjects[at].name;
    }
  }
  return {};
}

}  // namespace

void add_sheets(GapReport& report, const BuildIndex& index) {
  const audit::ResultModel& result = *report.result;
  std::vector<RecordSheet> by_subject(report.subjects.size());
  for (std::size_t column = 0; column < result.columns().size(); ++column) {
    const audit::RuleColumn& source = result.columns()[column];
    if (source.subjects().space() != table::kRecordSpace) {
      continue;
    }
    for (std::size_t position = 0; position < source.size(); ++position) {
      RecordSheet& sheet = by_subject[index.subject_of.at(source.subject(position))];
      ++sheet.by_verdict[static_cast<std::size_t>(audit::verdict_of(source, source.code(position)))];
    }
  }
  for (std::size_t at = 0; at < report.findings.size(); ++at) {
    by_subject[report.findings[at].subject].findings.push_back(at);
  }
  for (const table::SubjectRef record : result.records()) {
    const std::size_t at = index.subject_of.at(record);
    RecordSheet& sheet = by_subject[at];
    sheet.subject = at;
    sheet.zone = zone_name(report, report.subjects[at].info.zone);
    sort_worst_first(report, sheet.findings);
    add_cells(result, report.subjects[at], sheet);
    add_unread(report, sheet);
    report.sheets.push_back(std::move(sheet));
  }
}

}  // namespace kijun::reports
