#include "engine/survey/survey.h"

#include <algorithm>
#include <numeric>

#include "engine/base/assert.h"
#include "engine/survey/answer_check.h"
#include "engine/survey/answer_findings.h"
#include "engine/survey/answer_parser.h"
#include "engine/survey/column_writer.h"
#include "engine/survey/whole_columns.h"

namespace kijun::survey {
namespace {

using table::GroupId;
using table::MissingReason;
using table::SubjectRef;

}  // namespace

table::MissingReason unread_reason(NoteStatus status) {
  const bool open = status == NoteStatus::kUnread || status == NoteStatus::kStale;
  return open ? MissingReason::kNotReviewed : MissingReason::kBlank;
}

std::string_view SurveyParts::record_kind(std::uint32_t row) const {
  if (is_listed()) return manifest.subject_kind.id;
  return municipality(row).is_municipality() ? "municipality" : "prefecture";
}

std::string_view SurveyParts::member_kind() const {
  return is_listed() ? std::string_view(manifest.subject_kind.id) : "municipality";
}

std::optional<std::size_t> SurveyParts::column_of(table::FieldIndex field) const {
  const auto found = std::find_if(manifest.columns.begin(), manifest.columns.end(),
                                  [&](const ColumnMapping& mapping) { return mapping.field == field; });
  if (found == manifest.columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - manifest.columns.begin());
}

AnswerFile::PlacedText SurveyParts::answer(std::uint32_t row, table::FieldIndex field) const {
  const std::optional<std::size_t> column = column_of(field);
  KIJUN_ASSERT(column.has_value());
  return answers->cell(row, layout.fields[*column]);
}

NoteStatus SurveyParts::note_status(std::uint32_t row, table::FieldIndex note) const {
  if (const auto known = notes.find({note, row}); known != notes.end()) return known->second;
  if (!column_of(note) || !vocabulary->field(note).applies_to(record_kind(row))) return NoteStatus::kEmpty;
  return is_blank(answer(row, note).text) ? NoteStatus::kEmpty : NoteStatus::kUnread;
}

SurveyTable::SurveyTable(SurveyParts parts)
    : parts_(std::move(parts)),
      group_kinds_(table::standard_group_kinds()),
      whole_columns_(std::make_unique<WholeColumns>(*this)) {
  if (!is_listed())
    for (std::uint32_t row = 0; row < num_rows(); ++row) row_by_code_.emplace(municipality(row).code, row);
  name_groups();
  if (!is_listed()) group_registered_rows();
}

SurveyTable::~SurveyTable() = default;

bool SurveyTable::confirm_answers(const AnswerFindings& findings, diag::Sink& sink) {
  const bool all_were_read = findings.given_up() || findings.num_rows() == num_rows();
  parts_.are_answers_checked =
      all_were_read ? confirm_plain_answers(findings, parts_, sink) : check_plain_answers(parts_, sink);
  return parts_.are_answers_checked;
}

std::string_view SurveyTable::input_name(const diag::Source& source) const {
  for (const InputFile& input : parts_.inputs)
    if (input.source == &source) return input.name;
  return source.path();
}

std::optional<std::uint32_t> SurveyTable::row_of(std::string_view code) const {
  if (is_listed()) return parts_.listed->find(code);
  const auto found = row_by_code_.find(code);
  if (found == row_by_code_.end()) return std::nullopt;
  return found->second;
}

std::vector<std::uint32_t> SurveyTable::rows_in_order() const {
  std::vector<std::uint32_t> rows(num_rows());
  std::iota(rows.begin(), rows.end(), 0U);
  if (is_listed()) return rows;
  std::stable_sort(rows.begin(), rows.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return municipality(a).order < municipality(b).order; });
  return rows;
}

LocalizedText SurveyTable::kind_label(std::uint32_t row) const {
  if (is_listed()) return manifest().subject_kind.label;
  const LocalizedView& label = municipality(row).kind->label;
  return to_text(label);
}

std::string SurveyTable::zone_id(std::uint32_t row) const {
  if (!is_listed()) return municipality(row).zone;
  const std::uint32_t zone = parts_.listed->zone(row);
  return zone == table::kNoGroup ? std::string() : reg().zones()[zone].id;
}

std::int64_t SurveyTable::order(std::uint32_t row) const {
  return is_listed() ? std::int64_t{row} + 1 : municipality(row).order;
}

table::RecordHeader SurveyTable::record(std::uint32_t row) const {
  if (is_listed()) return {parts_.listed->code(row), parts_.listed->name(row), manifest().subject_kind.id, true};
  const Municipality& m = municipality(row);
  return {m.code, m.name, m.kind->id, m.is_municipality()};
}

diag::Span SurveyTable::subject_place(std::uint32_t row) const {
  return parts_.answers->cell(row, parts_.layout.subject.code).place;
}

table::SubjectName SurveyTable::subject(SubjectRef subject) const {
  if (subject.space != table::kRecordSpace) return group_names_[subject.space - 1U][subject.index];
  std::string kind(record_kind(subject.index));
  if (is_listed()) {
    const std::string name(parts_.listed->name(subject.index));
    return {std::move(kind), std::string(parts_.listed->code(subject.index)), {name, name}};
  }
  const Municipality& m = municipality(subject.index);
  return {std::move(kind), m.code, {m.name, m.name_en}};
}

Cell SurveyTable::cell(SubjectRef subject, table::FieldIndex field) const {
  return subject.space == table::kRecordSpace ? record_cell(subject.index, field) : group_cell(subject, field);
}

Cell SurveyTable::record_cell(std::uint32_t row, table::FieldIndex index) const {
  const table::Field& field = vocabulary().field(index);
  Cell cell;
  const bool applies = field.applies_to(record_kind(row));
  cell.missing = applies ? MissingReason::kAbsent : MissingReason::kNotApplicable;
  if (const std::optional<std::size_t> column = parts_.column_of(index)) {
    const AnswerFile::PlacedText answer = parts_.answers->cell(row, parts_.layout.fields[*column]);
    cell.raw = answer.text;
    cell.place = answer.place;
    if (applies) {
      ParsedAnswer parsed = parse_answer(field, parts_.legends[*column], cell.raw);
      cell.value = std::move(parsed.value);
      cell.missing = parsed.missing;
    }
  } else if (field.role == table::FieldRole::kReading) {
    if (const auto note = vocabulary().find(field.reads); note && asks(*note)) {
      cell.place = parts_.answer(row, *note).place;
      const MissingReason missing = unread_reason(note_status(row, *note));
      if (applies) cell.missing = missing;
      if (applies && missing == MissingReason::kBlank && field.unless_reviewed) {
        cell.value = field.unless_reviewed;
        cell.missing = MissingReason::kNone;
        cell.origin = CellOrigin::kDefault;
      }
    }
  }
  const auto overlay = parts_.overlays.find({{table::kRecordSpace, row}, index});
  if (overlay == parts_.overlays.end()) return cell;
  cell.value = overlay->second.value;
  cell.missing = MissingReason::kNone;
  cell.origin = overlay->second.origin;
  cell.decision = overlay->second.decision;
  if (!cell.place.valid()) cell.place = parts_.decisions[overlay->second.decision].decision.span;
  return cell;
}

Cell SurveyTable::group_cell(SubjectRef subject, table::FieldIndex index) const {
  const std::string& kind = group_kinds_[subject.space - 1U].id;
  Cell cell;
  cell.missing = vocabulary().field(index).applies_to(kind) ? MissingReason::kAbsent : MissingReason::kNotApplicable;
  const auto overlay = parts_.overlays.find({subject, index});
  if (overlay == parts_.overlays.end()) return cell;
  cell.value = overlay->second.value;
  cell.missing = MissingReason::kNone;
  cell.origin = overlay->second.origin;
  cell.decision = overlay->second.decision;
  cell.place = parts_.decisions[overlay->second.decision].decision.span;
  return cell;
}

table::Column SurveyTable::group_field(GroupId group, table::FieldIndex index) const {
  const table::Field& field = vocabulary().field(index);
  const bool asked = field.applies_to(group_kinds_[group].id);
  table::Column column;
  column.reset(field.type, group_names_[group].size());
  for (std::uint32_t i = 0; i < group_names_[group].size(); ++i) {
    column.push_missing(asked ? MissingReason::kAbsent : MissingReason::kNotApplicable);
    const auto overlay = parts_.overlays.find({{table::group_space(group), i}, index});
    if (overlay != parts_.overlays.end()) set_value(column, i, field, overlay->second.value);
  }
  return column;
}

table::Column SurveyTable::group_attribute(GroupId group, std::uint32_t attribute) const {
  KIJUN_ASSERT(attribute < group_kinds_[group].attributes.size());
  table::Column column;
  column.reset(group_kinds_[group].attributes[attribute].type, group_names_[group].size());
  if (group != table::kBodyGroup) return column;
  for (const Body& body : bodies()) {
    switch (attribute) {
      case table::kBodyConfirmed:
        column.push_int(body.confirmed ? 1 : 0);
        break;
      case table::kBodyPrefectureInvolved:
        body.prefecture_involved ? column.push_int(*body.prefecture_involved ? 1 : 0)
                                 : column.push_missing(MissingReason::kAbsent);
        break;
      case table::kBodyAgreementDate:
        body.agreement_date ? column.push_int(body.agreement_date->days())
                            : column.push_missing(MissingReason::kAbsent);
        break;
      case table::kBodySecretariat:
        body.secretariat ? column.push_string(*body.secretariat) : column.push_missing(MissingReason::kAbsent);
        break;
      default:
        column.push_missing(MissingReason::kAbsent);
    }
  }
  return column;
}

}  // namespace kijun::survey
