#include "reports/html/sections.h"
#include "reports/words/data_text.h"

namespace kijun::reports {
namespace {

// As a question of that type would be answered; a list by what its elements are.
LocalizedText type_word(table::FieldType type, table::FieldType element, const LocalizedText& unit) {
  using table::FieldType;
  switch (type) {
    case FieldType::kDate:
      return answer_kind_word("date");
    case FieldType::kBool:
      return answer_kind_word("yes_no");
    case FieldType::kInt:
    case FieldType::kDouble:
    case FieldType::kDecimal:
      return answer_kind_word("number", unit);
    case FieldType::kList:
      return type_word(element, FieldType::kString, unit);
    case FieldType::kEnum:
    case FieldType::kString:
      break;
  }
  return answer_kind_word("text");
}

void write_values(const Page& page, const table::Field& field) {
  const auto cell = page.html.element("td");
  if (field.values.empty()) {
    page.html.text(type_word(field.type, field.element, field.unit));
    return;
  }
  const auto list = page.html.element("ul", {{"class", "cells"}});
  for (const table::EnumValue& value : field.values) {
    const auto item = page.html.element("li");
    page.html.text(value.label);
    for (const std::string& mark : value.marks) {
      page.html.text(" ");
      page.html.leaf("q", {{"class", "raw"}, {"lang", "ja"}}, std::string_view(mark));
    }
  }
}

void write_field(const Page& page, const table::Field& field) {
  const auto row = page.html.element("tr");
  page.html.leaf("th", {{"scope", "row"}}, field.label);
  {
    const auto id = page.html.element("td");
    page.html.leaf("code", {}, std::string_view(field.id));
  }
  write_values(page, field);
  page.html.leaf("td", {}, field.description.empty() ? field.question : field.description);
}

}  // namespace

void write_definition_section(const Page& page) {
  const Section section(page, "definitions", Word::kDefinitions, "block", "data");
  const auto wrapper = page.html.element("div", {{"class", "scroll"}});
  const auto table = page.html.element("table", {{"class", "definitions"}});
  write_caption(page, word(Word::kDefinitionsCaption));
  write_head(page, {word(Word::kItem), word(Word::kItemId), word(Word::kPossibleValues), word(Word::kDescription)});
  const auto body = page.html.element("tbody");
  for (const table::Field& field : page.result().vocabulary().fields()) write_field(page, field);
}

}  // namespace kijun::reports
