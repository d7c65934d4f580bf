#include "engine/analysis/example_world.h"

#include <fmt/format.h>

#include "engine/analysis/analysis_diagnostics.h"
#include "engine/diag/suggestion.h"
#include "engine/table/group.h"
#include "engine/table/vocabulary_file.h"

namespace kijun::analysis {
namespace {

using cel::CellRef;
using cel::RecordRef;
using cel::Value;
using table::MissingReason;
using toml_doc::Entry;
using toml_doc::Table;

Value to_value(const table::FieldValue& value) {
  struct Visitor {
    Value operator()(bool flag) const { return Value(flag); }
    Value operator()(std::int64_t number) const { return Value(number); }
    Value operator()(double number) const { return Value(number); }
    Value operator()(Date date) const { return Value(date); }
    Value operator()(const std::string& text) const { return Value(text); }
    Value operator()(const std::vector<std::string>& list) const {
      cel::List elements;
      for (const std::string& element : list) elements.emplace_back(element);
      return Value::list(std::move(elements));
    }
  };
  return std::visit(Visitor{}, value);
}

/// `{ missing = "absent" }`.
std::optional<MissingReason> written_reason(const toml_doc::Value& value) {
  const Table* table = value.as_table();
  const toml_doc::Value* reason = table == nullptr ? nullptr : table->find("missing");
  if (reason == nullptr || reason->as_string() == nullptr) return std::nullopt;
  return table::parse_reason(reason->as_string()->text());
}

/// A field that stands for a group attribute, so that both are read alike.
table::Field attribute_field(const table::GroupAttribute& attribute) {
  table::Field field;
  field.id = attribute.id;
  field.type = attribute.type;
  return field;
}

}  // namespace

ExampleWorld::ExampleWorld(const Table& given, const audit::Plan& plan, const audit::Audience& audience,
                           diag::Sink& sink)
    : plan_(plan), sink_(sink) {
  const bool any_record = audience.space == table::kRecordSpace && audience.kind == "record";
  subject_ = read_subject(given, audience.space, 0, any_record ? "municipality" : audience.kind);
}

RecordRef ExampleWorld::add_subject(table::SpaceId space, cel::SurveyIndex survey, std::string kind) {
  std::uint32_t index = 0;
  while (subjects_.contains({survey, {space, index}})) ++index;
  const RecordRef record{survey, {space, index}};
  Subject subject;
  subject.kind = std::move(kind);
  subject.rest = space == table::kRecordSpace ? MissingReason::kBlank : MissingReason::kAbsent;
  subject.name = fmt::format("架空{}", index + 1);
  subjects_.emplace(record, std::move(subject));
  return record;
}

RecordRef ExampleWorld::read_subject(const Table& given, table::SpaceId space, cel::SurveyIndex survey,
                                     const std::string& kind) {
  const RecordRef self = add_subject(space, survey, kind);
  if (const toml_doc::Value* written = given.find("kind"); written != nullptr && written->as_string() != nullptr)
    at(self).kind = written->as_string()->text() == "prefecture" ? "prefecture" : kind;
  for (const Entry& entry : given.entries)
    if (!read_structure(entry, self) && !read_earlier(entry, self) && !(survey == 0 && read_setting(entry)))
      read_cell(entry, self);
  return self;
}

bool ExampleWorld::read_structure(const Entry& entry, RecordRef self) {
  const toml_doc::Value& value = entry.value.front();
  if (entry.key == "kind") return true;
  const bool group_id = entry.key == "id" && self.subject.space != table::kRecordSpace;
  if ((entry.key == "name" || group_id) && value.as_string() != nullptr) {
    at(self).name = value.as_string()->text();
    return true;
  }
  if (entry.key == "rest" && value.as_string() != nullptr) {
    at(self).rest = table::parse_reason(value.as_string()->text()).value_or(MissingReason::kBlank);
    return true;
  }
  if (entry.key == "members" && self.subject.space != table::kRecordSpace) {
    read_members(value, self, static_cast<table::GroupId>(self.subject.space - 1));
    return true;
  }
  const bool zone = entry.key == "zone" && value.as_table() != nullptr;
  const bool bodies = entry.key == "bodies" && value.as_array() != nullptr;
  if (self.subject.space != table::kRecordSpace || (!zone && !bodies)) return false;
  const table::GroupId group = zone ? table::kZoneGroup : table::kBodyGroup;
  const auto add = [&](const Table& table) {
    const RecordRef record = read_subject(table, table::group_space(group), self.survey, zone ? "zone" : "body");
    at(record).members.push_back(self);
    at(self).groups[group].push_back(record);
  };
  if (zone)
    add(*value.as_table());
  else
    for (const toml_doc::Value& body : value.as_array()->elements)
      if (body.as_table() != nullptr) add(*body.as_table());
  return true;
}

bool ExampleWorld::read_earlier(const Entry& entry, RecordRef self) {
  const toml_doc::Value& value = entry.value.front();
  if (entry.key == "previous" && value.as_table() != nullptr) {
    const RecordRef previous = read_subject(*value.as_table(), self.subject.space,
                                            static_cast<cel::SurveyIndex>(self.survey + 1), at(self).kind);
    at(self).previous = previous;
    at(previous).later = self;
    return true;
  }
  if (entry.key != "fiscal_year" || self.survey == 0 || value.as_int() == nullptr) return false;
  at(self).fiscal_year = *value.as_int();
  return true;
}

bool ExampleWorld::read_setting(const Entry& entry) {
  const toml_doc::Value& value = entry.value.front();
  if (entry.key == "as_of" && value.as_date() != nullptr) {
    settings_.as_of = *value.as_date();
    return true;
  }
  if (entry.key == "fiscal_year" && value.as_int() != nullptr) {
    settings_.fiscal_year = static_cast<int>(*value.as_int());
    return true;
  }
  if (entry.key == "params" && value.as_table() != nullptr) {
    for (const Entry& param : value.as_table()->entries) settings_.params[param.key] = &param.value.front();
    return true;
  }
  return false;
}

void ExampleWorld::read_members(const toml_doc::Value& list, RecordRef group, table::GroupId kind) {
  if (list.as_array() == nullptr) return;
  for (const toml_doc::Value& member : list.as_array()->elements) {
    if (member.as_table() == nullptr) continue;
    const RecordRef record = read_subject(*member.as_table(), table::kRecordSpace, group.survey, "municipality");
    at(group).members.push_back(record);
    at(record).groups[kind].push_back(group);
  }
}

std::optional<ExampleWorld::Answer> ExampleWorld::read_answer(const table::Field& field,
                                                              const toml_doc::Value& value) const {
  if (const auto reason = written_reason(value)) return Answer{Value(), *reason};
  if (const auto read = table::read_field_value(field, value)) return Answer{to_value(*read), MissingReason::kNone};
  return std::nullopt;
}

void ExampleWorld::read_cell(const Entry& entry, RecordRef self) {
  const toml_doc::Value& value = entry.value.front();
  const auto wrong_value = [&](const table::Field& field) {
    sink_.report(kExampleValue, value.span, field.id, table::field_type_id(field.type));
  };
  if (self.subject.space != table::kRecordSpace) {
    const std::vector<table::GroupAttribute>& attributes = plan_.profile.groups[self.subject.space - 1u].attributes;
    for (std::uint32_t index = 0; index < attributes.size(); ++index) {
      if (attributes[index].id != entry.key) continue;
      const table::Field field = attribute_field(attributes[index]);
      if (const auto read = read_answer(field, value))
        at(self).attributes[index] = *read;
      else
        wrong_value(field);
      return;
    }
  }
  const std::optional<table::FieldIndex> index = plan_.vocabulary->find(entry.key);
  if (!index) {
    diag::Diagnostic& report = sink_.report(kExampleKey, entry.key_span, entry.key);
    report.hint = diag::did_you_mean(diag::suggest(entry.key, plan_.vocabulary->ids()), report.hint);
    return;
  }
  const table::Field& field = plan_.vocabulary->field(*index);
  if (const auto read = read_answer(field, value))
    at(self).fields[*index] = *read;
  else
    wrong_value(field);
}

ExampleWorld::Answer ExampleWorld::answer(const CellRef& cell) const {
  const Subject& subject = at(cell.record);
  if (cell.is_attribute) {
    const auto found = subject.attributes.find(cell.index);
    return found == subject.attributes.end() ? Answer{Value(), MissingReason::kAbsent} : found->second;
  }
  if (const auto found = subject.fields.find(cell.index); found != subject.fields.end()) return found->second;
  const table::Field& field = plan_.vocabulary->field(cell.index);
  if (!field.applies_to(subject.kind)) return {Value(), MissingReason::kNotApplicable};
  if (field.role == table::FieldRole::kReading && field.unless_reviewed)
    return {to_value(*field.unless_reviewed), MissingReason::kNone};
  return {Value(), subject.rest};
}

Value ExampleWorld::cell(const CellRef& cell) const {
  const Answer found = answer(cell);
  return found.missing == MissingReason::kNone ? found.value : Value::missing({cell, found.missing});
}

MissingReason ExampleWorld::missing_reason(const CellRef& cell) const { return answer(cell).missing; }

/// An enum's first mark stands for the text a form would hold; other values are their own text.
std::string ExampleWorld::raw(const CellRef& cell) const {
  const Answer found = answer(cell);
  const std::string* text = found.missing == MissingReason::kNone ? found.value.as<std::string>() : nullptr;
  if (text == nullptr) return {};
  const table::Field& field = plan_.vocabulary->field(cell.index);
  const auto value = field.value_index(*text);
  return value && !field.values[*value].marks.empty() ? field.values[*value].marks.front() : *text;
}

table::SubjectName ExampleWorld::describe(const RecordRef& record) const {
  const Subject& subject = at(record);
  const bool is_record = record.subject.space == table::kRecordSpace;
  return {is_record && subject.kind == "municipality" ? "town" : subject.kind,
          fmt::format("{:06}", record.subject.index),
          {subject.name, subject.name}};
}

std::vector<RecordRef> ExampleWorld::members(const RecordRef& group) const { return at(group).members; }

std::vector<RecordRef> ExampleWorld::groups_of(const RecordRef& record, table::GroupId group) const {
  const auto found = at(record).groups.find(group);
  return found == at(record).groups.end() ? std::vector<RecordRef>{} : found->second;
}

Value ExampleWorld::earlier(const RecordRef& record, std::uint32_t steps) const {
  const std::optional<RecordRef>& previous = at(record).previous;
  if (!previous) return Value::missing({{record, false, cel::kWholeRecord}, MissingReason::kNoSurvey});
  return steps <= 1 ? Value(*previous) : earlier(*previous, steps - 1);
}

/// An earlier record says its year, or is one year older than the later one.
std::int64_t ExampleWorld::year_of(const RecordRef& record) const {
  const Subject& subject = at(record);
  if (subject.fiscal_year) return *subject.fiscal_year;
  return subject.later ? year_of(*subject.later) - 1 : settings_.fiscal_year.value_or(plan_.ruleset.from_year);
}

Value ExampleWorld::at_year(const RecordRef& record, std::int64_t fiscal_year) const {
  for (std::optional<RecordRef> one = record; one && year_of(*one) >= fiscal_year; one = at(*one).previous)
    if (year_of(*one) == fiscal_year) return Value(*one);
  return Value::missing({{record, false, cel::kWholeRecord}, MissingReason::kNoSurvey});
}

}  // namespace kijun::analysis
