#include "engine/analysis/domain/scene_survey.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/assert.h"
#include "engine/table/group.h"

// A survey index says how a record was reached: 0 is the scene's own year, 1 its `previous`, and from kFirstYear on its
// `at YEAR`, the years counted from kBaseYear. Scenes reach no further than that, and groups exist in their own year
// only.

namespace kijun::analysis {
namespace {

using cel::CellRef;
using cel::RecordRef;
using cel::Value;
using table::FieldType;
using table::MissingReason;

constexpr const char* kPrefecture = "prefecture";
constexpr const char* kMunicipality = "municipality";

constexpr std::int64_t kBaseYear = 1990;
constexpr std::int64_t kFirstYear = 2;
constexpr std::int64_t kNumYears = 200;

void push(table::Column& column, const Answer& answer, const table::Field* field) {
  if (answer.missing != MissingReason::kNone) return column.push_missing(answer.missing);
  switch (column.type) {
    case FieldType::kEnum:
      return column.push_code(*field->value_index(*answer.value.as<std::string>()));
    case FieldType::kBool:
      return column.push_int(*answer.value.as<bool>() ? 1 : 0);
    case FieldType::kInt:
      return column.push_int(*answer.value.as<std::int64_t>());
    case FieldType::kDate:
      return column.push_int(answer.value.as<Date>()->days());
    case FieldType::kDouble:
      return column.push_double(*answer.value.as<double>());
    case FieldType::kDecimal:
    case FieldType::kString:
      return column.push_string(*answer.value.as<std::string>());
    case FieldType::kList:
      break;
  }
  std::vector<std::string_view> texts;
  for (const Value& element : *answer.value.as_list()) texts.push_back(*element.as<std::string>());
  column.push_list(std::move(texts));
}

/// The kind of all records but the prefecture.
std::string member_kind_of(const audit::Audience& audience) {
  const bool listed = audience.space == table::kRecordSpace && audience.kind != "record" &&
                      audience.kind != kPrefecture && audience.kind != kMunicipality;
  return listed ? audience.kind : kMunicipality;
}

std::string link_name(cel::SurveyIndex survey) {
  return survey == 1 ? "previous" : fmt::format("at {}", survey - kFirstYear + kBaseYear);
}

/// Why there is no record; kNone for one.
MissingReason absence(const Value& found) {
  if (const auto* unknown = found.as<cel::Unknown>()) return unknown->causes.front().reason;
  const auto* outside = found.as<cel::NotApplicable>();
  return outside == nullptr ? MissingReason::kNone : outside->causes.front().reason;
}

}  // namespace

/// A cursor over rows.
class SceneSurvey::Rows : public table::BlockSource {
 public:
  Rows(const SceneSurvey& survey, std::uint32_t begin, std::uint32_t end) : survey_(survey), next_(begin), end_(end) {}

  [[nodiscard]] Result<bool> next(const table::BlockRequest& request, std::uint32_t max_rows,
                                  table::Block& block) override {
    block = {};
    if (next_ == end_) return false;
    const std::uint32_t last = std::min(end_, next_ + max_rows);
    block.first_row = next_;
    block.num_rows = last - next_;
    for (std::uint32_t row = next_; row < last; ++row) {
      const table::SubjectName& name = survey_.row_names_[row];
      const bool is_municipality = name.kind != kPrefecture;
      block.is_municipality.push_back(is_municipality ? 1 : 0);
      if (request.records) block.records.push_back({name.code, name.name.ja, name.kind, is_municipality});
    }
    for (const table::FieldIndex field : request.fields) block.columns.push_back(column(field, last));
    for (std::size_t i = 0; i < request.raw_fields.size(); ++i)
      block.raw_columns.emplace_back(block.num_rows, std::string_view());
    for (const table::GroupId group : request.groups) add_groups(group, last, block.group_columns.emplace_back());
    next_ = last;
    return true;
  }

 private:
  [[nodiscard]] table::Column column(table::FieldIndex field, std::uint32_t last) const {
    const table::Field& declared = survey_.plan_.vocabulary->field(field);
    table::Column made;
    made.reset(declared.type, last - next_);
    for (std::uint32_t row = next_; row < last; ++row)
      push(made, survey_.answer({{0, {table::kRecordSpace, row}}, false, field}), &declared);
    return made;
  }
  void add_groups(table::GroupId group, std::uint32_t last, std::vector<std::uint32_t>& groups) const {
    for (std::uint32_t row = next_; row < last; ++row) {
      const std::vector<std::uint32_t>& of_row = survey_.groupings_[group].groups_of[row];
      groups.push_back(of_row.empty() ? table::kNoGroup : of_row.front());
    }
  }

  const SceneSurvey& survey_;
  std::uint32_t next_;
  std::uint32_t end_;
};

SceneSurvey::SceneSurvey(std::span<const Scene> scenes, const audit::Audience& audience, const audit::Plan& plan)
    : plan_(plan),
      member_kind_(member_kind_of(audience)),
      groups_(plan.profile.groups.size()),
      groupings_(plan.profile.groups.size()),
      group_names_(plan.profile.groups.size()) {
  const bool prefecture = audience.space == table::kRecordSpace && audience.kind == kPrefecture;
  for (const Scene& scene : scenes)
    subjects_.push_back(place(scene, audience.space, prefecture ? kPrefecture : record_kind()));
  for (table::Grouping& grouping : groupings_) {
    grouping.groups_of.resize(rows_.size());
    for (std::uint32_t group = 0; group < grouping.members.size(); ++group)
      for (const std::uint32_t row : grouping.members[group]) grouping.groups_of[row].push_back(group);
    for (std::vector<std::uint32_t>& members : grouping.members)
      std::erase_if(members, [&](std::uint32_t row) { return row_names_[row].kind == kPrefecture; });
  }
}

std::string SceneSurvey::record_kind() const { return member_kind_ == kMunicipality ? "town" : member_kind_; }

RecordRef SceneSurvey::place(const Scene& scene, table::SpaceId space, const std::string& kind) {
  RecordRef self{0, {space, 0}};
  if (space == table::kRecordSpace) {
    self.subject.index = static_cast<std::uint32_t>(rows_.size());
    rows_.push_back(&scene);
    const std::string name = scene.text.empty() ? fmt::format("架空{}", rows_.size()) : scene.text;
    row_names_.push_back({scene.kind.empty() ? kind : scene.kind, name, {name, name}});
  } else {
    const std::size_t group = space - 1U;
    self.subject.index = static_cast<std::uint32_t>(groups_[group].size());
    groups_[group].push_back(&scene);
    groupings_[group].members.emplace_back();
    const std::string name = scene.text.empty() ? fmt::format("架空{}", groups_[group].size()) : scene.text;
    group_names_[group].push_back({plan_.profile.groups[group].id, name, {name, name}});
  }
  place_links(scene, self);
  return self;
}

void SceneSurvey::place_links(const Scene& scene, RecordRef self) {
  const auto join = [&](std::uint32_t row, const RecordRef& group) {
    std::vector<std::uint32_t>& members = groupings_[group.subject.space - 1U].members[group.subject.index];
    members.insert(std::lower_bound(members.begin(), members.end(), row), row);
  };
  if (const auto members = scene.links.find("members");
      members != scene.links.end() && self.subject.space != table::kRecordSpace)
    for (const Scene& member : members->second)
      join(place(member, table::kRecordSpace, record_kind()).subject.index, self);
  if (self.subject.space != table::kRecordSpace) return;
  const std::vector<table::GroupKind>& kinds = plan_.profile.groups;
  for (std::size_t group = 0; group < kinds.size(); ++group) {
    const auto found = scene.links.find(kinds[group].id);
    if (found == scene.links.end()) continue;
    for (const Scene& one : found->second)
      join(self.subject.index, place(one, table::group_space(static_cast<table::GroupId>(group)), {}));
  }
}

const Scene& SceneSurvey::scene_of(const RecordRef& record) const {
  const Scene& own = record.subject.space == table::kRecordSpace
                         ? *rows_[record.subject.index]
                         : *groups_[record.subject.space - 1U][record.subject.index];
  return record.survey == 0 ? own : own.links.at(link_name(record.survey)).front();
}

const Answer& SceneSurvey::answer(const CellRef& cell) const {
  static const Answer kAbsent{{}, MissingReason::kAbsent};
  static const Answer kUnreadable{{}, MissingReason::kUnreadable};
  const Scene& scene = scene_of(cell.record);
  if (cell.is_attribute) {
    const table::GroupKind& kind = plan_.profile.groups[cell.record.subject.space - 1U];
    const auto found = scene.attributes.find(kind.attributes[cell.index].id);
    return found == scene.attributes.end() ? kAbsent : found->second;
  }
  const table::Field& field = plan_.vocabulary->field(cell.index);
  const auto found = scene.fields.find(field.id);
  if (found == scene.fields.end()) return kAbsent;
  const auto* id = found->second.value.as<std::string>();
  // A value that only the other ruleset's vocabulary has.
  const bool foreign = field.type == FieldType::kEnum && id != nullptr && !field.value_index(*id);
  return foreign ? kUnreadable : found->second;
}

Value SceneSurvey::cell(const CellRef& cell) const {
  const Answer& found = answer(cell);
  return found.missing == MissingReason::kNone ? found.value : Value::missing({cell, found.missing});
}

MissingReason SceneSurvey::missing_reason(const CellRef& cell) const { return answer(cell).missing; }

std::string SceneSurvey::raw(const CellRef& /*cell*/) const { return {}; }

table::SubjectName SceneSurvey::describe(const RecordRef& record) const {
  return record.subject.space == table::kRecordSpace ? row_names_[record.subject.index]
                                                     : group_names_[record.subject.space - 1U][record.subject.index];
}

std::vector<RecordRef> SceneSurvey::members(const RecordRef& group) const {
  std::vector<RecordRef> result;
  if (group.survey != 0) return result;
  for (const std::uint32_t row : groupings_[group.subject.space - 1U].members[group.subject.index])
    result.push_back({0, {table::kRecordSpace, row}});
  return result;
}

std::vector<RecordRef> SceneSurvey::groups_of(const RecordRef& record, table::GroupId group) const {
  std::vector<RecordRef> result;
  if (record.survey != 0) return result;
  for (const std::uint32_t index : groupings_[group].groups_of[record.subject.index])
    result.push_back({0, {table::group_space(group), index}});
  return result;
}

Value SceneSurvey::linked(const RecordRef& record, const std::string& link, cel::SurveyIndex survey) const {
  const Scene& scene = scene_of(record);
  const auto gap = scene.gaps.find(link);
  const auto found = scene.links.find(link);
  if (record.survey == 0 && gap == scene.gaps.end() && found != scene.links.end() && !found->second.empty())
    return Value(RecordRef{survey, record.subject});
  const MissingReason reason = gap == scene.gaps.end() ? MissingReason::kNoSurvey : gap->second;
  return Value::missing({{record, false, cel::kWholeRecord}, reason});
}

Value SceneSurvey::earlier(const RecordRef& record, std::uint32_t steps) const {
  if (steps == 1) return linked(record, "previous", 1);
  return Value::missing({{record, false, cel::kWholeRecord}, MissingReason::kNoSurvey});
}

Value SceneSurvey::at_year(const RecordRef& record, std::int64_t fiscal_year) const {
  const std::int64_t number = fiscal_year - kBaseYear;
  if (number < 0 || number >= kNumYears)
    return Value::missing({{record, false, cel::kWholeRecord}, MissingReason::kNoSurvey});
  return linked(record, fmt::format("at {}", fiscal_year), static_cast<cel::SurveyIndex>(kFirstYear + number));
}

table::Column SceneSurvey::group_field(table::GroupId group, table::FieldIndex field) const {
  const table::Field& declared = plan_.vocabulary->field(field);
  table::Column column;
  column.reset(declared.type, groups_[group].size());
  for (std::uint32_t index = 0; index < groups_[group].size(); ++index)
    push(column, answer({{0, {table::group_space(group), index}}, false, field}), &declared);
  return column;
}

table::Column SceneSurvey::group_attribute(table::GroupId group, std::uint32_t attribute) const {
  table::Column column;
  column.reset(plan_.profile.groups[group].attributes[attribute].type, groups_[group].size());
  for (std::uint32_t index = 0; index < groups_[group].size(); ++index)
    push(column, answer({{0, {table::group_space(group), index}}, true, attribute}), nullptr);
  return column;
}

Value SceneSurvey::find_earlier(const table::EarlierSurvey& survey, table::SubjectRef subject) const {
  const RecordRef record{0, subject};
  return survey.by_year ? at_year(record, survey.number) : earlier(record, static_cast<std::uint32_t>(survey.number));
}

std::vector<MissingReason> SceneSurvey::missing_earlier(const table::EarlierSurvey& survey,
                                                        const table::SubjectRange& subjects) const {
  std::vector<MissingReason> missing;
  for (std::uint32_t i = 0; i < subjects.size; ++i)
    missing.push_back(absence(find_earlier(survey, {subjects.space, subjects.first + i})));
  return missing;
}

table::Column SceneSurvey::earlier_field(const table::EarlierSurvey& survey, table::FieldIndex field,
                                         const table::SubjectRange& subjects) const {
  const table::Field& declared = plan_.vocabulary->field(field);
  table::Column column;
  column.reset(declared.type, subjects.size);
  for (std::uint32_t i = 0; i < subjects.size; ++i) {
    const Value found = find_earlier(survey, {subjects.space, subjects.first + i});
    if (const auto* then = found.as<RecordRef>())
      push(column, answer({*then, false, field}), &declared);
    else
      column.push_missing(absence(found));
  }
  return column;
}

exec::SourceFactory SceneSurvey::sources() const {
  return [this](std::uint32_t first_row, std::uint32_t num_rows) {
    return std::make_unique<Rows>(*this, first_row, first_row + num_rows);
  };
}

}  // namespace kijun::analysis
