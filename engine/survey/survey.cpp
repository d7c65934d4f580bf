#include "engine/survey/survey.h"

#include <algorithm>
#include <numeric>

#include "engine/base/assert.h"
#include "engine/survey/column_writer.h"

namespace kijun::survey {
namespace {

using table::GroupId;
using table::MissingReason;
using table::SubjectRef;

}  // namespace

std::string_view SurveyParts::record_kind(std::uint32_t row) const {
  if (is_listed()) return manifest.subject_kind.id;
  return loaded_register->reg->at(rows[row]).is_municipality() ? "municipality" : "prefecture";
}

SurveyTable::SurveyTable(SurveyParts parts) : parts_(std::move(parts)), group_kinds_(table::standard_group_kinds()) {
  for (std::uint32_t row = 0; row < num_rows(); ++row) row_by_code_.emplace(record(row).code, row);
  build_groups();
}

std::string_view SurveyTable::input_name(const diag::Source& source) const {
  for (const InputFile& input : parts_.inputs)
    if (input.source == &source) return input.name;
  return source.path();
}

std::optional<std::uint32_t> SurveyTable::row_of(std::string_view code) const {
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

std::string_view SurveyTable::member_kind() const {
  return is_listed() ? std::string_view(manifest().subject_kind.id) : "municipality";
}

LocalizedText SurveyTable::kind_label(std::uint32_t row) const {
  if (is_listed()) return manifest().subject_kind.label;
  const LocalizedView& label = municipality(row).kind->label;
  return {std::string(label.ja), std::string(label.en)};
}

std::string SurveyTable::zone_id(std::uint32_t row) const {
  if (!is_listed()) return municipality(row).zone;
  const std::uint32_t zone = parts_.listed[row].zone;
  return zone == table::kNoGroup ? std::string() : reg().zones()[zone].id;
}

std::int64_t SurveyTable::order(std::uint32_t row) const {
  return is_listed() ? std::int64_t{row} + 1 : municipality(row).order;
}

table::RecordHeader SurveyTable::record(std::uint32_t row) const {
  if (is_listed()) return {parts_.listed[row].code, parts_.listed[row].name, manifest().subject_kind.id, true};
  const Municipality& m = municipality(row);
  return {m.code, m.name, m.kind->id, m.is_municipality()};
}

table::SubjectName SurveyTable::subject(SubjectRef subject) const {
  if (subject.space != table::kRecordSpace) return group_names_[subject.space - 1U][subject.index];
  std::string kind(record_kind(subject.index));
  if (is_listed()) {
    const auto& [code, name, zone] = parts_.listed[subject.index];
    return {std::move(kind), std::string(code), {std::string(name), std::string(name)}};
  }
  const Municipality& m = municipality(subject.index);
  return {std::move(kind), m.code, {m.name, m.name_en}};
}

void SurveyTable::build_groups() {
  const std::size_t num_groups = group_kinds_.size();
  groupings_.resize(num_groups);
  group_names_.resize(num_groups);
  for (table::Grouping& grouping : groupings_) grouping.groups_of.resize(num_rows());

  for (const Zone& zone : reg().zones()) group_names_[table::kZoneGroup].push_back({"zone", zone.id, zone.name});
  for (const Body& body : bodies()) group_names_[table::kBodyGroup].push_back({"body", body.id, body.name});
  group_names_[table::kSurveyGroup].push_back({"survey", manifest().series, manifest().title});
  for (GroupId group = 0; group < num_groups; ++group) groupings_[group].members.resize(group_names_[group].size());

  join_rows();
  for (std::uint32_t body = 0; body < bodies().size(); ++body) {
    std::vector<std::uint32_t> rows;
    for (const RegisterIndex member : bodies()[body].members)
      if (const auto row = row_of(reg().at(member).code)) rows.push_back(*row);
    std::sort(rows.begin(), rows.end());
    for (const std::uint32_t row : rows) join(table::kBodyGroup, body, row);
  }
}

void SurveyTable::join_rows() {
  for (std::uint32_t row = 0; is_listed() && row < num_rows(); ++row) {
    if (parts_.listed[row].zone != table::kNoGroup) join(table::kZoneGroup, parts_.listed[row].zone, row);
    join(table::kSurveyGroup, 0, row);
  }
  if (is_listed()) return;
  std::map<std::string_view, std::uint32_t> zones;
  for (std::uint32_t zone = 0; zone < reg().zones().size(); ++zone) zones.emplace(reg().zones()[zone].id, zone);
  for (std::uint32_t row = 0; row < num_rows(); ++row) {
    if (!municipality(row).is_municipality()) continue;
    if (const auto zone = zones.find(municipality(row).zone); zone != zones.end())
      join(table::kZoneGroup, zone->second, row);
    join(table::kSurveyGroup, 0, row);
  }
}

void SurveyTable::join(GroupId group, std::uint32_t index, std::uint32_t row) {
  groupings_[group].members[index].push_back(row);
  groupings_[group].groups_of[row].push_back(index);
}

GroupId SurveyTable::add_group(table::GroupKind kind, table::Grouping grouping, std::vector<table::SubjectName> names) {
  KIJUN_ASSERT(grouping.members.size() == names.size() && grouping.groups_of.size() == num_rows());
  group_kinds_.push_back(std::move(kind));
  groupings_.push_back(std::move(grouping));
  group_names_.push_back(std::move(names));
  return static_cast<GroupId>(group_kinds_.size() - 1);
}

NoteStatus SurveyTable::note_status(std::uint32_t row, table::FieldIndex note) const {
  const auto statuses = parts_.notes.find(note);
  return statuses == parts_.notes.end() ? NoteStatus::kEmpty : statuses->second[row];
}

Cell SurveyTable::cell(SubjectRef subject, table::FieldIndex field) const {
  return subject.space == table::kRecordSpace ? record_cell(subject.index, field) : group_cell(subject, field);
}

Cell SurveyTable::record_cell(std::uint32_t row, table::FieldIndex index) const {
  const table::Field& field = vocabulary().field(index);
  Cell cell;
  const bool asked_of_kind = field.applies_to(record_kind(row));
  cell.missing = asked_of_kind ? MissingReason::kAbsent : MissingReason::kNotApplicable;
  if (const std::optional<table::Column>& column = parts_.columns[index]) {
    cell.missing = column->missing[row];
    if (cell.missing == MissingReason::kNone) cell.value = value_at(*column, row, field);
  }
  if (!parts_.raw[index].empty()) {
    cell.raw = parts_.raw[index][row].text;
    cell.place = parts_.raw[index][row].place;
  }
  if (field.role == table::FieldRole::kReading) {
    cell.origin = cell.value ? CellOrigin::kDefault : CellOrigin::kAnswer;
    if (const auto note = vocabulary().find(field.reads); note && asks(*note))
      cell.place = parts_.raw[*note][row].place;
  }
  const auto overlay = parts_.overlays.find({{table::kRecordSpace, row}, index});
  if (overlay == parts_.overlays.end()) return cell;
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

void SurveyTable::append_field(table::FieldIndex index, std::uint32_t first, std::uint32_t count,
                               table::Column& column) const {
  const table::Field& field = vocabulary().field(index);
  if (const std::optional<table::Column>& whole = parts_.columns[index]) {
    append_rows(*whole, first, count, column);
    return;
  }
  for (std::uint32_t row = first; row < first + count; ++row)
    column.push_missing(field.applies_to(record_kind(row)) ? MissingReason::kAbsent : MissingReason::kNotApplicable);
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
