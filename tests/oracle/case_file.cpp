#include "tests/oracle/case_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>

namespace kijun::oracle {
namespace {

using cel::Value;
using exec::MemoryCell;
using exec::MemorySurvey;
using Json = nlohmann::ordered_json;
using table::Field;
using table::FieldType;
using table::MissingReason;

constexpr std::array kSpaces{"record", "zone", "body", "survey"};
constexpr std::array kFieldTypes{FieldType::kEnum, FieldType::kBool,    FieldType::kInt,    FieldType::kDouble,
                                 FieldType::kDate, FieldType::kDecimal, FieldType::kString, FieldType::kList};

FieldType parse_field_type(const std::string& id) {
  return *std::ranges::find_if(kFieldTypes, [&](FieldType type) { return table::field_type_id(type) == id; });
}

table::SpaceId parse_space(const std::string& name) {
  return static_cast<table::SpaceId>(std::ranges::find(kSpaces, name) - kSpaces.begin());
}

// --- cells ---

Json value_json(const Value& value) {
  if (const auto* truth = value.as<bool>()) return *truth;
  if (const auto* number = value.as<std::int64_t>()) return *number;
  if (const auto* real = value.as<double>()) return std::isfinite(*real) ? Json(*real) : Json(fmt::format("{}", *real));
  if (const auto* date = value.as<Date>()) return date->iso();
  if (const auto* text = value.as<std::string>()) return *text;
  Json list = Json::array();
  for (const Value& element : *value.as_list()) list.push_back(*element.as<std::string>());
  return list;
}

Value parse_value(const Json& json, FieldType type) {
  switch (type) {
    case FieldType::kBool:
      return Value(json.get<bool>());
    case FieldType::kInt:
      return Value(json.get<std::int64_t>());
    case FieldType::kDouble:
      return Value(json.is_string() ? std::strtod(json.get<std::string>().c_str(), nullptr) : json.get<double>());
    case FieldType::kDate:
      return Value(*Date::parse_iso(json.get<std::string>()));
    case FieldType::kEnum:
    case FieldType::kDecimal:
    case FieldType::kString:
      return Value(json.get<std::string>());
    case FieldType::kList:
      break;
  }
  cel::List elements;
  for (const Json& element : json) elements.push_back(Value(element.get<std::string>()));
  return Value::list(std::move(elements));
}

Json cell_json(const MemoryCell& cell) {
  const bool missing = cell.missing != MissingReason::kNone;
  if (!missing && cell.raw.empty()) return value_json(cell.value);
  Json json = Json::object();
  if (missing) json["missing"] = table::reason_id(cell.missing);
  if (!missing) json["value"] = value_json(cell.value);
  if (!cell.raw.empty()) json["raw"] = cell.raw;
  return json;
}

MemoryCell parse_cell(const Json& json, FieldType type) {
  if (!json.is_object()) return exec::answer(parse_value(json, type));
  MemoryCell cell;
  cell.raw = json.value("raw", "");
  cell.missing = MissingReason::kNone;
  if (json.contains("missing")) cell.missing = *table::parse_reason(json.at("missing").get<std::string>());
  if (json.contains("value")) cell.value = parse_value(json.at("value"), type);
  return cell;
}

Json cells_json(const MemorySurvey& survey, const std::vector<MemoryCell>& cells) {
  Json json = Json::object();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].missing == MissingReason::kAbsent && cells[i].raw.empty()) continue;
    json[survey.vocabulary.field(static_cast<table::FieldIndex>(i)).id] = cell_json(cells[i]);
  }
  return json;
}

std::vector<MemoryCell> parse_cells(const MemorySurvey& survey, const Json& json) {
  std::vector<MemoryCell> cells;
  for (const Field& field : survey.vocabulary.fields()) {
    const auto found = json.find(field.id);
    cells.push_back(found == json.end() ? exec::no_answer(MissingReason::kAbsent) : parse_cell(*found, field.type));
  }
  return cells;
}

// --- writing ---

Json field_json(const Field& field) {
  Json json{{"field", field.id}, {"type", table::field_type_id(field.type)}, {"kinds", field.kinds}};
  if (field.type == FieldType::kList) json["element"] = table::field_type_id(field.element);
  if (field.values.empty()) return json;
  for (const table::EnumValue& value : field.values) json["values"].push_back(value.id);
  json["ordered"] = field.ordered;
  return json;
}

Json group_json(const MemorySurvey& survey, std::size_t kind, const exec::MemoryGroup& group) {
  Json json{{"group", group.name.code}, {"kind", survey.kinds[kind].id}, {"name", group.name.name.ja}};
  json["members"] = group.members;
  if (!group.associates.empty()) json["associates"] = group.associates;
  json["cells"] = cells_json(survey, group.cells);
  for (const MemoryCell& attribute : group.attributes) json["attributes"].push_back(cell_json(attribute));
  return json;
}

Json then_json(const MemorySurvey& survey, std::size_t row, const exec::MemoryRow& then) {
  if (then.absent != MissingReason::kNone) return {{"then", row}, {"absent", table::reason_id(then.absent)}};
  return {{"then", row}, {"cells", cells_json(survey, then.cells)}};
}

Json text_json(const char* key, const std::string& id, const OracleText& text) {
  Json json{{key, id}, {"space", kSpaces.at(text.space)}};
  if (text.kind != "record") json["kind"] = text.kind;
  json["text"] = text.text;
  return json;
}

// --- reading ---

Field parse_field(const Json& json) {
  Field field;
  field.id = json.at("field");
  field.type = parse_field_type(json.at("type"));
  field.kinds = json.at("kinds").get<std::vector<std::string>>();
  if (json.contains("element")) field.element = parse_field_type(json.at("element"));
  for (const Json& value : json.value("values", Json::array())) field.values.push_back({value, {}, {}});
  field.ordered = json.value("ordered", false);
  return field;
}

/// Reads lines in their order: fields come first, rows before groups and years.
class CaseReader {
 public:
  CaseReader() { made_.survey = std::make_unique<MemorySurvey>(); }

  void add_line(const Json& json) {
    if (json.contains("oracle")) {
      made_.property = json.at("oracle");
      survey().fiscal_year = json.at("fiscal_year");
      survey().groups_by_kind.resize(survey().kinds.size());
    }
    if (json.contains("field")) {
      fields_.push_back(parse_field(json));
      survey().vocabulary = table::Vocabulary("generated", {}, fields_);
    }
    if (json.contains("row")) add_row(json);
    if (json.contains("group")) add_group(json);
    if (json.contains("year")) survey().earlier_years.push_back({json.at("year"), {}});
    if (json.contains("then")) add_then(json);
    if (json.contains("group_then")) add_group_then(json);
    if (json.contains("condition")) made_.conditions.push_back(parse_text(json, "condition"));
    if (json.contains("rule")) made_.rules.push_back(parse_text(json, "rule"));
  }

  OracleCase take() {
    survey().finish();
    return std::move(made_);
  }

 private:
  MemorySurvey& survey() { return *made_.survey; }

  static OracleText parse_text(const Json& json, const char* key) {
    return {json.at(key), parse_space(json.at("space")), json.value("kind", "record"), json.at("text")};
  }

  void add_row(const Json& json) {
    exec::MemoryRow row;
    const std::string name = json.at("name");
    row.name = {json.at("kind"), json.at("row"), {name, name}};
    row.cells = parse_cells(survey(), json.at("cells"));
    survey().rows.push_back(std::move(row));
  }

  void add_group(const Json& json) {
    const table::SpaceId space = parse_space(json.at("kind"));
    const table::GroupKind& kind = survey().kinds[space - 1U];
    exec::MemoryGroup group;
    const std::string name = json.at("name");
    group.name = {kind.id, json.at("group"), {name, name}};
    group.members = json.at("members").get<std::vector<std::uint32_t>>();
    group.associates = json.value("associates", std::vector<std::uint32_t>{});
    group.cells = parse_cells(survey(), json.at("cells"));
    const Json attributes = json.value("attributes", Json::array());
    for (std::size_t i = 0; i < attributes.size(); ++i)
      group.attributes.push_back(parse_cell(attributes[i], kind.attributes[i].type));
    survey().groups_by_kind[space - 1U].push_back(std::move(group));
  }

  void add_then(const Json& json) {
    exec::MemoryYear& year = survey().earlier_years.back();
    exec::MemoryRow then = survey().rows.at(year.rows.size());
    if (json.contains("absent")) then.absent = *table::parse_reason(json.at("absent").get<std::string>());
    if (json.contains("cells")) then.cells = parse_cells(survey(), json.at("cells"));
    year.rows.push_back(std::move(then));
  }

  void add_group_then(const Json& json) {
    auto& by_kind = survey().earlier_years.back().groups_by_kind;
    by_kind.resize(survey().kinds.size());
    const std::size_t kind = parse_space(json.at("kind")) - 1U;
    exec::MemoryGroup then = survey().groups_by_kind[kind].at(by_kind[kind].size());
    const std::string absent = json.at("absent");
    if (!absent.empty()) then.absent = *table::parse_reason(absent);
    then.cells = parse_cells(survey(), json.at("cells"));
    by_kind[kind].push_back(std::move(then));
  }

  OracleCase made_;
  std::vector<Field> fields_;
};

}  // namespace

std::string case_text(const OracleCase& made) {
  const MemorySurvey& survey = *made.survey;
  std::string text;
  const auto add = [&](const Json& json) { text += json.dump() + "\n"; };
  add({{"oracle", made.property}, {"fiscal_year", survey.fiscal_year}});
  for (const Field& field : survey.vocabulary.fields()) add(field_json(field));
  for (const exec::MemoryRow& row : survey.rows) {
    add({{"row", row.name.code},
         {"kind", row.name.kind},
         {"name", row.name.name.ja},
         {"cells", cells_json(survey, row.cells)}});
  }
  for (std::size_t kind = 0; kind < survey.groups_by_kind.size(); ++kind)
    for (const exec::MemoryGroup& group : survey.groups_by_kind[kind]) add(group_json(survey, kind, group));
  for (const exec::MemoryYear& year : survey.earlier_years) {
    add({{"year", year.fiscal_year}});
    for (std::size_t row = 0; row < year.rows.size(); ++row) add(then_json(survey, row, year.rows[row]));
    for (std::size_t kind = 0; kind < year.groups_by_kind.size(); ++kind)
      for (const exec::MemoryGroup& group : year.groups_by_kind[kind])
        add({{"group_then", group.name.code},
             {"kind", survey.kinds[kind].id},
             {"absent", table::reason_id(group.absent)},
             {"cells", cells_json(survey, group.cells)}});
  }
  for (const OracleText& condition : made.conditions) add(text_json("condition", condition.id, condition));
  for (const OracleText& rule : made.rules) add(text_json("rule", rule.id, rule));
  return text;
}

Result<OracleCase> parse_case(std::string_view text) {
  CaseReader reader;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::string_view written = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), written.size() + 1));
    if (written.empty()) continue;
    try {
      reader.add_line(Json::parse(written));
    } catch (const Json::exception& error) {
      return fail(fmt::format("line {}: {}", line, error.what()));
    }
  }
  return reader.take();
}

}  // namespace kijun::oracle
