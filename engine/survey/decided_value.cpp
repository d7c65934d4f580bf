#include "engine/survey/decided_value.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "engine/diag/suggestion.h"
#include "engine/survey/decision_diagnostics.h"

namespace kijun::survey {
namespace {

using table::FieldType;

/// What a value of the field looks like in decisions.toml.
LocalizedText expected_value(const table::Field& field, std::string_view value) {
  switch (field.type) {
    case FieldType::kEnum:
    case FieldType::kList: {
      std::vector<std::string> ids;
      for (const table::EnumValue& known : field.values) ids.push_back(known.id);
      const LocalizedText near = diag::did_you_mean_first(diag::suggest(value, ids));
      if (ids.empty()) return {"文字列の配列を書いてください", "write an array of strings"};
      return {near.ja + fmt::format("使える値：`{}`", fmt::join(ids, "`、`")),
              near.en + fmt::format("the values are `{}`", fmt::join(ids, "`, `"))};
    }
    case FieldType::kBool:
      return {"true又はfalseと書いてください", "write true or false"};
    case FieldType::kInt:
      return {"整数を書いてください", "write an integer"};
    case FieldType::kDouble:
    case FieldType::kDecimal:
      return {"数を書いてください", "write a number"};
    case FieldType::kDate:
      return {"引用符を付けずに2020-03-31の形で書いてください。年度で示された期限は、その年度の3月31日です",
              "write a date such as 2020-03-31 without quotes; a fiscal year is its 31 March"};
    case FieldType::kString:
      return {"引用符で囲んだ文字列を書いてください", "write a string in quotes"};
  }
  return {};
}

}  // namespace

std::optional<table::FieldIndex> find_decided_field(std::string_view id, diag::Span span,
                                                    const table::Vocabulary& vocabulary, diag::Sink& sink) {
  const std::optional<table::FieldIndex> field = vocabulary.find(id);
  if (field) return field;
  const LocalizedText hint = diag::did_you_mean_first(diag::suggest(id, vocabulary.ids()));
  sink.report(kDecisionField, span, id, hint.ja, hint.en);
  return std::nullopt;
}

std::optional<table::FieldIndex> find_reading_field(std::string_view id, diag::Span span, table::FieldIndex note,
                                                    const table::Vocabulary& vocabulary, diag::Sink& sink) {
  const std::optional<table::FieldIndex> field = find_decided_field(id, span, vocabulary, sink);
  if (!field) return std::nullopt;
  const std::string& note_id = vocabulary.field(note).id;
  const table::Field& named = vocabulary.field(*field);
  if (named.role == table::FieldRole::kReading && named.reads == note_id) return field;
  std::vector<std::string_view> readings;
  for (const table::Field& other : vocabulary.fields())
    if (other.role == table::FieldRole::kReading && other.reads == note_id) readings.push_back(other.id);
  sink.report(kNotAReading, span, id, note_id, fmt::format("`{}`", fmt::join(readings, "`, `")));
  return std::nullopt;
}

void report_wrong_value(const table::Field& field, std::string_view value, diag::Span span, diag::Sink& sink) {
  const LocalizedText expected = expected_value(field, value);
  sink.report(kDecisionValue, span, value, field.id, table::field_type_id(field.type), expected.ja, expected.en);
}

}  // namespace kijun::survey
