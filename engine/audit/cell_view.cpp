#include "engine/audit/cell_view.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "engine/base/era.h"
#include "engine/base/glossary_scope.h"

namespace kijun::audit {
namespace {

Origin origin_of(survey::CellOrigin origin) {
  switch (origin) {
    case survey::CellOrigin::kAnswer:
      return Origin::kAnswer;
    case survey::CellOrigin::kCorrection:
      return Origin::kCorrection;
    case survey::CellOrigin::kAttestation:
      return Origin::kAttestation;
    case survey::CellOrigin::kReading:
      return Origin::kReading;
    case survey::CellOrigin::kDefault:
      return Origin::kDefault;
  }
  return Origin::kAnswer;
}

LocalizedText enum_label(const table::Field& field, const std::string& id) {
  const auto index = field.value_index(id);
  return index ? field.values[*index].label : in_both(id);
}

LocalizedText list_text(const table::Field& field, const std::vector<std::string>& elements) {
  LocalizedText text;
  for (const std::string& element : elements) {
    const LocalizedText label =
        field.element == table::FieldType::kEnum ? enum_label(field, element) : in_both(element);
    append(text, label, {"、", ", "});
  }
  return text;
}

/// The value in words and its language-free id.
struct Shown {
  LocalizedText text;
  std::string id;
};

Shown show(const table::Field& field, const table::FieldValue& value) {
  if (const bool* flag = std::get_if<bool>(&value))
    return {*flag ? LocalizedText{"はい", "yes"} : LocalizedText{"いいえ", "no"}, *flag ? "true" : "false"};
  if (const auto* number = std::get_if<std::int64_t>(&value))
    return {in_both(fmt::format("{}", *number)), fmt::format("{}", *number)};
  if (const auto* number = std::get_if<double>(&value))
    return {in_both(fmt::format("{}", *number)), fmt::format("{}", *number)};
  if (const Date* date = std::get_if<Date>(&value))
    return {{format_date(*date, Language::kJapanese), format_date(*date, Language::kEnglish)}, date->iso()};
  if (const auto* list = std::get_if<std::vector<std::string>>(&value))
    return {list_text(field, *list), fmt::format("{}", fmt::join(*list, ";"))};
  const std::string& text = std::get<std::string>(value);
  return {field.type == table::FieldType::kEnum ? enum_label(field, text) : in_both(text), text};
}

void set_missing(CellView& view, table::MissingReason reason) {
  view.missing = reason;
  view.value = in_terms(table::reason_label(reason));
}

void fill_field(CellView& view, const table::Field& field, const survey::Cell& cell,
                const survey::SurveyTable& survey) {
  view.field = field.id;
  view.label = field.label;
  view.field_role = field.role;
  view.raw = cell.raw;
  view.origin = origin_of(cell.origin);
  view.at = place_of(cell.place, survey);
  view.span = cell.place;
  if (!cell.value) {
    set_missing(view, cell.missing);
    return;
  }
  Shown shown = show(field, *cell.value);
  view.value = std::move(shown.text);
  view.value_id = std::move(shown.id);
}

void fill_attribute(CellView& view, const cel::CellRef& cell, const Plan& plan, const survey::SurveyTable& survey) {
  const auto group = static_cast<table::GroupId>(cell.record.subject.space - 1);
  const table::GroupAttribute& attribute = plan.profile.groups[group].attributes[cell.index];
  view.field = attribute.id;
  view.label = in_terms(attribute_label(attribute.id));
  view.field_role = table::FieldRole::kFact;
  view.origin = Origin::kRegister;
  const table::Column column = survey.group_attribute(group, cell.index);
  const std::size_t index = cell.record.subject.index;
  if (column.missing[index] != table::MissingReason::kNone) {
    set_missing(view, column.missing[index]);
    return;
  }
  table::Field field;
  field.type = attribute.type;
  table::FieldValue value;
  if (attribute.type == table::FieldType::kBool)
    value = column.ints[index] != 0;
  else if (attribute.type == table::FieldType::kDate)
    value = Date::from_days(column.ints[index]).value_or(Date{});
  else if (attribute.type == table::FieldType::kInt)
    value = column.ints[index];
  else
    value = std::string(column.strings[index]);
  Shown shown = show(field, value);
  view.value = std::move(shown.text);
  view.value_id = std::move(shown.id);
}

}  // namespace

LocalizedText attribute_label(std::string_view attribute) {
  static constexpr std::array<std::pair<std::string_view, LocalizedView>, 4> kLabels{{
      {"confirmed", {"同一の会議体であることの確認", "confirmed as one body"}},
      {"prefecture_involved", {"県の関与", "prefecture involved"}},
      {"agreement_date", {"要綱等の日付", "date of the agreement"}},
      {"secretariat", {"事務局", "secretariat"}},
  }};
  for (const auto& [id, label] : kLabels)
    if (id == attribute) return to_text(label);
  return in_both(std::string(attribute));
}

Place place_of(diag::Span span, const survey::SurveyTable& survey) {
  if (!span.valid()) return {};
  const diag::LineColumn at = span.source->line_column(span.begin);
  return {std::string(survey.input_name(*span.source)), at.line, at.column, "", ""};
}

CellView view_cell(const cel::CellRef& cell, const Plan& plan, const survey::SurveySeries& series) {
  const survey::SurveyTable& survey = *series.surveys[cell.record.survey];
  CellView view;
  view.subject = survey.subject(cell.record.subject);
  view.survey = survey.manifest().id;
  if (cell.index == cel::kWholeRecord) {
    view.label = {"以前の調査の記録", "record in an earlier survey"};
    return view;
  }
  if (cell.is_attribute) {
    fill_attribute(view, cell, plan, survey);
  } else {
    fill_field(view, plan.vocabulary->field(cell.index), survey.cell(cell.record.subject, cell.index), survey);
  }
  return view;
}

}  // namespace kijun::audit
