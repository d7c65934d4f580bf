#include "tests/unit/exec/memory_survey.h"

#include <algorithm>

namespace kijun::exec {
namespace {

using cel::Value;
using table::FieldType;
using table::MissingReason;

void push(table::Column& column, const MemoryCell& cell, const table::Field* field) {
  if (cell.missing != MissingReason::kNone) return column.push_missing(cell.missing);
  switch (column.type) {
    case FieldType::kEnum:
      return column.push_code(*field->value_index(*cell.value.as<std::string>()));
    case FieldType::kBool:
      return column.push_int(*cell.value.as<bool>() ? 1 : 0);
    case FieldType::kInt:
      return column.push_int(*cell.value.as<std::int64_t>());
    case FieldType::kDate:
      return column.push_int(cell.value.as<Date>()->days());
    case FieldType::kDouble:
      return column.push_double(*cell.value.as<double>());
    case FieldType::kDecimal:
    case FieldType::kString:
      return column.push_string(*cell.value.as<std::string>());
    case FieldType::kList:
      break;
  }
  std::vector<std::string_view> texts;
  for (const Value& element : *cell.value.as_list()) texts.push_back(*element.as<std::string>());
  column.push_list(std::move(texts));
}

const MemoryCell& absent_cell() {
  static const MemoryCell cell = no_answer(MissingReason::kAbsent);
  return cell;
}

const MemoryCell& cell_at(const std::vector<MemoryCell>& cells, std::size_t index) {
  return index < cells.size() ? cells[index] : absent_cell();
}

}  // namespace

MemoryCell answer(Value value, std::string raw) { return {MissingReason::kNone, std::move(value), std::move(raw)}; }

MemoryCell no_answer(MissingReason reason) { return {reason, {}, {}}; }

void MemorySurvey::finish() {
  groups_by_kind.resize(kinds.size());
  groupings_.assign(kinds.size(), {});
  names_.assign(kinds.size(), {});
  for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
    table::Grouping& grouping = groupings_[kind];
    grouping.groups_of.resize(rows.size());
    for (const MemoryGroup& group : groups_by_kind[kind]) {
      const auto index = static_cast<std::uint32_t>(grouping.members.size());
      grouping.members.push_back(group.members);
      names_[kind].push_back(group.name);
      for (const std::uint32_t row : group.members) grouping.groups_of[row].push_back(index);
      for (const std::uint32_t row : group.associates) grouping.groups_of[row].push_back(index);
    }
  }
}

const MemoryCell& MemorySurvey::cell_of(const cel::CellRef& cell) const {
  const table::SubjectRef& subject = cell.record.subject;
  if (subject.space != table::kRecordSpace) {
    const bool has_own = cell.record.survey > 0 && !earlier_years[cell.record.survey - 1U].groups_by_kind.empty();
    const auto& groups = has_own ? earlier_years[cell.record.survey - 1U].groups_by_kind : groups_by_kind;
    const MemoryGroup& group = groups[subject.space - 1U][subject.index];
    return cell_at(cell.is_attribute ? group.attributes : group.cells, cell.index);
  }
  const auto& records = cell.record.survey == 0 ? rows : earlier_years[cell.record.survey - 1U].rows;
  return cell_at(records[subject.index].cells, cell.index);
}

Value MemorySurvey::cell(const cel::CellRef& cell) const {
  const MemoryCell& found = cell_of(cell);
  return found.missing == MissingReason::kNone ? found.value : Value::missing({cell, found.missing});
}

MissingReason MemorySurvey::missing_reason(const cel::CellRef& cell) const { return cell_of(cell).missing; }

std::string MemorySurvey::raw(const cel::CellRef& cell) const { return cell_of(cell).raw; }

table::SubjectName MemorySurvey::describe(const cel::RecordRef& record) const {
  const table::SubjectRef& subject = record.subject;
  if (subject.space == table::kRecordSpace) return rows[subject.index].name;
  return names_[subject.space - 1U][subject.index];
}

std::vector<cel::RecordRef> MemorySurvey::members(const cel::RecordRef& group) const {
  std::vector<cel::RecordRef> result;
  for (const std::uint32_t row : groupings_[group.subject.space - 1U].members[group.subject.index]) {
    result.push_back({group.survey, {table::kRecordSpace, row}});
  }
  return result;
}

std::vector<cel::RecordRef> MemorySurvey::groups_of(const cel::RecordRef& record, table::GroupId group) const {
  std::vector<cel::RecordRef> result;
  for (const std::uint32_t index : groupings_[group].groups_of[record.subject.index]) {
    result.push_back({record.survey, {table::group_space(group), index}});
  }
  return result;
}

Value MemorySurvey::record_in(const cel::RecordRef& record, std::size_t survey) const {
  const MissingReason absent = absent_in(record.subject, survey);
  if (absent != MissingReason::kNone) return Value::missing({{record, false, cel::kWholeRecord}, absent});
  return Value(cel::RecordRef{static_cast<cel::SurveyIndex>(survey), record.subject});
}

MissingReason MemorySurvey::absent_in(const table::SubjectRef& subject, std::size_t survey) const {
  if (survey == 0) return MissingReason::kNone;
  if (survey > earlier_years.size()) return MissingReason::kNoSurvey;
  const MemoryYear& year = earlier_years[survey - 1];
  if (subject.space == table::kRecordSpace) return year.rows[subject.index].absent;
  if (year.groups_by_kind.empty()) return MissingReason::kNoSurvey;
  return year.groups_by_kind[subject.space - 1U][subject.index].absent;
}

Value MemorySurvey::earlier(const cel::RecordRef& record, std::uint32_t steps) const {
  return record_in(record, record.survey + steps);
}

Value MemorySurvey::at_year(const cel::RecordRef& record, std::int64_t year) const {
  return record_in(record, place_of({true, year}));
}

std::size_t MemorySurvey::place_of(const table::EarlierSurvey& survey) const {
  if (!survey.by_year) return static_cast<std::size_t>(survey.number);
  if (survey.number == fiscal_year) return 0;
  const auto found = std::ranges::find(earlier_years, survey.number, &MemoryYear::fiscal_year);
  return static_cast<std::size_t>(found - earlier_years.begin()) + 1;
}

table::Column MemorySurvey::group_field(table::GroupId group, table::FieldIndex field) const {
  table::Column column;
  column.reset(vocabulary.field(field).type, groups_by_kind[group].size());
  for (const MemoryGroup& one : groups_by_kind[group])
    push(column, cell_at(one.cells, field), &vocabulary.field(field));
  return column;
}

table::Column MemorySurvey::group_attribute(table::GroupId group, std::uint32_t attribute) const {
  table::Column column;
  column.reset(kinds[group].attributes[attribute].type, groups_by_kind[group].size());
  for (const MemoryGroup& one : groups_by_kind[group]) push(column, cell_at(one.attributes, attribute), nullptr);
  return column;
}

std::vector<MissingReason> MemorySurvey::missing_earlier(const table::EarlierSurvey& survey,
                                                         const table::SubjectRange& subjects) const {
  std::vector<MissingReason> missing;
  for (std::uint32_t i = 0; i < subjects.size; ++i)
    missing.push_back(absent_in({subjects.space, subjects.first + i}, place_of(survey)));
  return missing;
}

table::Column MemorySurvey::earlier_field(const table::EarlierSurvey& survey, table::FieldIndex field,
                                          const table::SubjectRange& subjects) const {
  table::Column column;
  column.reset(vocabulary.field(field).type, subjects.size);
  const std::size_t place = place_of(survey);
  for (std::uint32_t i = 0; i < subjects.size; ++i) {
    const table::SubjectRef subject{subjects.space, subjects.first + i};
    const MissingReason absent = absent_in(subject, place);
    if (absent != MissingReason::kNone) {
      column.push_missing(absent);
    } else {
      push(column, cell_of({{static_cast<cel::SurveyIndex>(place), subject}, false, field}), &vocabulary.field(field));
    }
  }
  return column;
}

Result<bool> MemorySource::next(const table::BlockRequest& request, std::uint32_t max_rows, table::Block& block) {
  block = {};
  if (next_ == end_) return false;
  const std::uint32_t last = std::min(end_, next_ + max_rows);
  block.first_row = next_;
  block.num_rows = last - next_;
  for (std::uint32_t row = next_; row < last; ++row) {
    const table::SubjectName& name = survey_.rows[row].name;
    const bool is_municipality = name.kind != "prefecture";
    block.is_municipality.push_back(is_municipality ? 1 : 0);
    if (request.records) block.records.push_back({name.code, name.name.ja, name.kind, is_municipality});
  }
  for (const table::FieldIndex index : request.fields) {
    const table::Field& field = survey_.vocabulary.field(index);
    table::Column& column = block.columns.emplace_back();
    column.reset(field.type, block.num_rows);
    for (std::uint32_t row = next_; row < last; ++row) push(column, cell_at(survey_.rows[row].cells, index), &field);
  }
  for (const table::FieldIndex index : request.raw_fields) {
    auto& texts = block.raw_columns.emplace_back();
    for (std::uint32_t row = next_; row < last; ++row) texts.push_back(cell_at(survey_.rows[row].cells, index).raw);
  }
  for (const table::GroupId group : request.groups) {
    auto& groups = block.group_columns.emplace_back();
    for (std::uint32_t row = next_; row < last; ++row) {
      const std::vector<std::uint32_t>& of_row = survey_.grouping(group).groups_of[row];
      groups.push_back(of_row.empty() ? table::kNoGroup : of_row.front());
    }
  }
  next_ = last;
  return true;
}

SourceFactory sources_of(const MemorySurvey& survey) {
  return [&survey](std::uint32_t first_row, std::uint32_t num_rows) {
    return std::make_unique<MemorySource>(survey, first_row, first_row + num_rows);
  };
}

}  // namespace kijun::exec
