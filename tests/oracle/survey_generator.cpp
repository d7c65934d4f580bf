#include "tests/oracle/survey_generator.h"

#include <fmt/format.h>

#include <limits>

namespace kijun::oracle {
namespace {

using cel::Value;
using exec::MemoryCell;
using exec::MemoryGroup;
using exec::MemoryRow;
using exec::MemorySurvey;
using table::Field;
using table::FieldType;
using table::MissingReason;

const std::vector<MissingReason> kReasons{MissingReason::kBlank,         MissingReason::kUnreadable,
                                          MissingReason::kAbsent,        MissingReason::kWithheld,
                                          MissingReason::kNotApplicable, MissingReason::kNotReviewed};

Field make_field(std::string id, FieldType type, std::vector<std::string> kinds) {
  Field field;
  field.id = std::move(id);
  field.type = type;
  field.kinds = std::move(kinds);
  return field;
}

/// Fields of every type for one kind of subject; ids are a letter for the type behind `prefix`.
void add_fields(std::vector<Field>& fields, Choices& choices, const std::string& prefix,
                const std::vector<std::string>& kinds) {
  const auto add = [&](const char* id, FieldType type) { fields.push_back(make_field(prefix + id, type, kinds)); };
  add("b0", FieldType::kBool);
  add("b1", FieldType::kBool);
  add("i0", FieldType::kInt);
  add("i1", FieldType::kInt);
  add("x0", FieldType::kDouble);
  add("x1", FieldType::kDouble);
  add("d0", FieldType::kDate);
  add("c0", FieldType::kDecimal);
  add("s0", FieldType::kString);
  add("l0", FieldType::kList);
  add("l1", FieldType::kList);
  fields.back().element = FieldType::kEnum;
  fields.back().values = {{"a", {}, {}}, {"p", {}, {}}, {"設置予定", {}, {}}};
  for (const char* id : {"e0", "e1"}) {
    add(id, FieldType::kEnum);
    const std::size_t num_values = 2 + choices.below(3);
    for (std::size_t i = 0; i < num_values; ++i)
      fields.back().values.push_back({std::string(1, static_cast<char>('p' + i)), {}, {}});
    fields.back().ordered = choices.one_in(2);
  }
}

Value make_value(Choices& choices, const Field& field) {
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  switch (field.type) {
    case FieldType::kBool:
      return Value(choices.one_in(2));
    case FieldType::kInt:
      return Value(choices.of(std::vector<std::int64_t>{
          0, 1, 2, 3, -1, 7, 100, std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()}));
    case FieldType::kDouble:
      return Value(
          choices.of(std::vector<double>{0.0, 1.0, 0.5, 0.1, -2.5, 3.0, 1e16, 1e300, -1e300, -0.0, kNan, kInfinity}));
    case FieldType::kDate:
      return Value(*Date::parse_iso(
          choices.of({"2019-03-31", "2018-04-01", "2019-01-31", "2020-02-29", "0001-01-01", "9999-12-31"})));
    case FieldType::kEnum:
      return Value(choices.of(field.values).id);
    case FieldType::kDecimal:
      return Value(choices.of({"0", "0.1", "0.10", "-2.5", "3", "1e300", "1234567890123456789012345678901234",
                               "12345678901234567890123456789012345"}));
    case FieldType::kString:
      return Value(choices.of(
          {"", "a", "ab", "設置予定", "平成31年度", "ｶﾅ a", "p", "12", "2019-03-31", "平成31年4月30日", "(", "true"}));
    case FieldType::kList:
      break;
  }
  cel::List elements;
  for (std::size_t i = choices.below(3); i > 0; --i) elements.push_back(Value(choices.of({"a", "p", "設置予定"})));
  return Value::list(std::move(elements));
}

MemoryCell make_cell(Choices& choices, const Field& field, std::size_t missing_one_in) {
  if (choices.one_in(missing_one_in)) return {choices.of(kReasons), {}, choices.of({"", "？", "a"})};
  Value value = make_value(choices, field);
  return exec::answer(std::move(value), choices.of({"○", "", "a", "平成31年度"}));
}

std::vector<MemoryCell> make_cells(Choices& choices, const MemorySurvey& survey, const char* kind,
                                   std::size_t missing_one_in) {
  std::vector<MemoryCell> cells;
  for (const Field& field : survey.vocabulary.fields()) {
    cells.push_back(field.applies_to(kind) ? make_cell(choices, field, missing_one_in)
                                           : exec::no_answer(MissingReason::kAbsent));
  }
  return cells;
}

void add_rows(Choices& choices, MemorySurvey& survey, std::size_t missing_one_in) {
  const std::size_t num_rows = choices.of(std::vector<std::size_t>{5, 1, 0, 2, 3, 9, 20, 63, 64, 65, 70, 130});
  const std::size_t prefecture = choices.below(num_rows + 3);  // often none
  for (std::size_t row = 0; row < num_rows; ++row) {
    MemoryRow made;
    made.name = {choices.of({"town", "city", "village"}),
                 fmt::format("{:06}", 140000 + row),
                 {fmt::format("第{}町", row), "Town"}};
    if (row == prefecture) made.name.kind = "prefecture";
    made.cells = make_cells(choices, survey, row == prefecture ? "prefecture" : "municipality", missing_one_in);
    survey.rows.push_back(std::move(made));
  }
}

MemoryGroup make_group(Choices& choices, const MemorySurvey& survey, std::size_t kind, std::size_t index) {
  MemoryGroup group;
  group.name = {
      survey.kinds[kind].id, fmt::format("{}-{}", survey.kinds[kind].id, index), {fmt::format("群{}", index), "Group"}};
  if (!choices.one_in(3)) group.cells = make_cells(choices, survey, survey.kinds[kind].id.c_str(), 4);
  for (const table::GroupAttribute& attribute : survey.kinds[kind].attributes) {
    group.attributes.push_back(make_cell(choices, make_field(attribute.id, attribute.type, {}), 3));
  }
  return group;
}

/// Zones hold a row at most once, bodies any number; the prefecture is a member of none but may belong to a body.
void add_groups(Choices& choices, MemorySurvey& survey) {
  survey.groups_by_kind.resize(survey.kinds.size());
  for (std::size_t kind = 0; kind < survey.kinds.size(); ++kind) {
    const std::size_t count = kind == table::kSurveyGroup ? 1 : choices.below(5);
    for (std::size_t i = 0; i < count; ++i) survey.groups_by_kind[kind].push_back(make_group(choices, survey, kind, i));
    auto& groups = survey.groups_by_kind[kind];
    for (std::uint32_t row = 0; row < survey.rows.size() && !groups.empty(); ++row) {
      const bool is_prefecture = survey.rows[row].name.kind == "prefecture";
      for (MemoryGroup& group : groups) {
        if (kind == table::kBodyGroup && is_prefecture && choices.one_in(2)) group.associates.push_back(row);
        if (kind == table::kBodyGroup && !is_prefecture && choices.one_in(3)) group.members.push_back(row);
      }
      if (is_prefecture || kind == table::kBodyGroup) continue;
      if (kind == table::kSurveyGroup || !choices.one_in(5)) choices.of_mutable(groups).members.push_back(row);
    }
  }
}

std::vector<std::vector<MemoryGroup>> earlier_groups(Choices& choices, const MemorySurvey& survey) {
  std::vector<std::vector<MemoryGroup>> earlier = survey.groups_by_kind;
  for (std::size_t kind = 0; kind < earlier.size(); ++kind) {
    for (MemoryGroup& group : earlier[kind]) {
      group.cells = make_cells(choices, survey, survey.kinds[kind].id.c_str(), 4);
      if (choices.one_in(5)) group.absent = choices.of(std::vector{MissingReason::kNewSubject, MissingReason::kMerged});
    }
  }
  return earlier;
}

void add_earlier_years(Choices& choices, MemorySurvey& survey) {
  const std::size_t num_years = choices.below(3);
  for (std::size_t year = 0; year < num_years; ++year) {
    exec::MemoryYear made{2017 - static_cast<std::int64_t>(year), {}};
    for (const MemoryRow& row : survey.rows) {
      MemoryRow then = row;
      const char* kind = row.name.kind == "prefecture" ? "prefecture" : "municipality";
      then.cells = make_cells(choices, survey, kind, 4);
      if (choices.one_in(5)) then.absent = choices.of(std::vector{MissingReason::kNewSubject, MissingReason::kMerged});
      made.rows.push_back(std::move(then));
    }
    if (choices.one_in(2)) made.groups_by_kind = earlier_groups(choices, survey);
    survey.earlier_years.push_back(std::move(made));
  }
}

}  // namespace

std::unique_ptr<MemorySurvey> generate_survey(Choices& choices) {
  auto survey = std::make_unique<MemorySurvey>();
  std::vector<Field> fields;
  add_fields(fields, choices, "", {"municipality", "prefecture"});
  add_fields(fields, choices, "z", {"zone"});
  add_fields(fields, choices, "y", {"body"});
  add_fields(fields, choices, "v", {"survey"});
  survey->vocabulary = table::Vocabulary("generated", {}, std::move(fields));
  add_rows(choices, *survey, choices.of(std::vector<std::size_t>{4, 2, 20}));
  add_groups(choices, *survey);
  add_earlier_years(choices, *survey);
  survey->finish();
  return survey;
}

}  // namespace kijun::oracle
