#include "engine/survey/world.h"

#include <utility>

#include "engine/survey/column_writer.h"

namespace kijun::survey {
namespace {

using cel::Value;
using table::MissingReason;

/// A group attribute's value; attributes are never enums.
table::FieldValue attribute_value(const table::Column& column, std::uint32_t index) {
  return value_at(column, index, table::Field{});
}

Value missing_record(const cel::RecordRef& asked, MissingReason reason) {
  return Value::missing({{asked, false, cel::kWholeRecord}, reason});
}

}  // namespace

Value to_value(const table::FieldValue& value) {
  if (const auto* elements = std::get_if<std::vector<std::string>>(&value)) {
    cel::List list;
    for (const std::string& element : *elements) list.emplace_back(element);
    return Value::list(std::move(list));
  }
  return std::visit(
      [](const auto& v) -> Value {
        if constexpr (std::is_same_v<std::decay_t<decltype(v)>, std::vector<std::string>>)
          return Value();
        else
          return Value(v);
      },
      value);
}

Value SurveyWorld::cell(const cel::CellRef& ref) const {
  const SurveyTable& table = survey(ref.record.survey);
  const table::SubjectRef subject = ref.record.subject;
  if (ref.is_attribute) {
    const table::Column column = table.group_attribute(static_cast<table::GroupId>(subject.space - 1), ref.index);
    const MissingReason missing = column.missing[subject.index];
    if (missing != MissingReason::kNone) return Value::missing({ref, missing});
    return to_value(attribute_value(column, subject.index));
  }
  const Cell cell = table.cell(subject, ref.index);
  if (!cell.value) return Value::missing({ref, cell.missing});
  return to_value(*cell.value);
}

MissingReason SurveyWorld::missing_reason(const cel::CellRef& ref) const {
  const SurveyTable& table = survey(ref.record.survey);
  const table::SubjectRef subject = ref.record.subject;
  if (!ref.is_attribute) return table.cell(subject, ref.index).missing;
  return table.group_attribute(static_cast<table::GroupId>(subject.space - 1), ref.index).missing[subject.index];
}

std::string SurveyWorld::raw(const cel::CellRef& ref) const {
  if (ref.is_attribute) return {};
  return std::string(survey(ref.record.survey).cell(ref.record.subject, ref.index).raw);
}

table::SubjectName SurveyWorld::describe(const cel::RecordRef& record) const {
  const SurveyTable& table = survey(record.survey);
  table::SubjectName name = table.subject(record.subject);
  if (record.subject.space == table::kRecordSpace) name.kind = table.record(record.subject.index).kind;
  return name;
}

std::vector<cel::RecordRef> SurveyWorld::members(const cel::RecordRef& group) const {
  const auto id = static_cast<table::GroupId>(group.subject.space - 1);
  const std::vector<std::uint32_t>& rows = survey(group.survey).grouping(id).members[group.subject.index];
  std::vector<cel::RecordRef> members;
  members.reserve(rows.size());
  for (const std::uint32_t row : rows) members.push_back({group.survey, {table::kRecordSpace, row}});
  return members;
}

std::vector<cel::RecordRef> SurveyWorld::groups_of(const cel::RecordRef& record, table::GroupId group) const {
  std::vector<cel::RecordRef> groups;
  if (record.subject.space != table::kRecordSpace) return groups;
  for (const std::uint32_t index : survey(record.survey).groups_of(record.subject.index, group))
    groups.push_back({record.survey, {table::group_space(group), index}});
  return groups;
}

Value SurveyWorld::in_survey(const cel::RecordRef& record, std::size_t index) const {
  const auto to = static_cast<cel::SurveyIndex>(index);
  const JoinedRow joined = join_subject(survey(record.survey), record.subject, survey(to));
  if (!joined.row) return missing_record(record, joined.missing);
  return Value(cel::RecordRef{to, {record.subject.space, *joined.row}});
}

Value SurveyWorld::earlier(const cel::RecordRef& record, std::uint32_t steps) const {
  const std::size_t index = std::size_t{record.survey} + steps;
  if (index >= series_.surveys.size()) return missing_record(record, MissingReason::kNoSurvey);
  return in_survey(record, index);
}

Value SurveyWorld::at_year(const cel::RecordRef& record, std::int64_t fiscal_year) const {
  for (std::size_t index = 0; index < series_.surveys.size(); ++index) {
    if (series_.surveys[index]->manifest().fiscal_year != fiscal_year) continue;
    if (index == record.survey) return Value(record);
    if (index < record.survey) break;
    return in_survey(record, index);
  }
  return missing_record(record, MissingReason::kNoSurvey);
}

}  // namespace kijun::survey
