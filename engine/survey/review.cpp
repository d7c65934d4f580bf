#include "engine/survey/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/base/utf8.h"
#include "engine/survey/answer_parser.h"
#include "engine/survey/decided_value.h"

namespace kijun::survey {
namespace {

using table::FieldRole;
using table::FieldType;

std::vector<table::FieldIndex> readings_of(const table::Vocabulary& vocabulary, const std::string& note_id) {
  std::vector<table::FieldIndex> readings;
  for (table::FieldIndex i = 0; i < vocabulary.fields().size(); ++i)
    if (vocabulary.field(i).role == FieldRole::kReading && vocabulary.field(i).reads == note_id) readings.push_back(i);
  return readings;
}

/// A TOML basic string (TOML 1.0 "String"): quotes, backslashes and controls escaped.
std::string toml_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\r') {
      out += "\\r";
    } else if (c == '\t') {
      out += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string toml_localized(const LocalizedText& text) {
  return fmt::format("{{ ja = {}, en = {} }}", toml_string(text.ja), toml_string(text.en));
}

std::string toml_value(const table::FieldValue& value) {
  if (const bool* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const std::int64_t* number = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *number);
  if (const Date* date = std::get_if<Date>(&value)) return date->iso();
  if (const std::string* text = std::get_if<std::string>(&value)) return toml_string(*text);
  if (const double* number = std::get_if<double>(&value)) {
    const std::string digits = fmt::format("{}", *number);
    return digits.find_first_of(".einf") == std::string::npos ? digits + ".0" : digits;
  }
  std::string list = "[";
  for (const std::string& element : std::get<std::vector<std::string>>(value))
    list += (list.size() > 1 ? ", " : "") + toml_string(element);
  return list + "]";
}

std::optional<table::FieldValue> parse_typed(const table::Field& field, std::string_view text) {
  switch (field.type) {
    case FieldType::kEnum:
      if (!field.value_index(text)) return std::nullopt;
      return std::string(text);
    case FieldType::kBool:
      if (text != "true" && text != "false") return std::nullopt;
      return text == "true";
    case FieldType::kString:
      return std::string(text);
    case FieldType::kInt:
    case FieldType::kDouble:
    case FieldType::kDecimal:
    case FieldType::kDate:
      return parse_answer(field, {}, text).value;
    case FieldType::kList:
      break;
  }
  std::vector<std::string> elements;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    elements.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (field.element == FieldType::kEnum && !field.value_index(elements.back())) return std::nullopt;
  }
  return elements;
}

}  // namespace

std::vector<OpenNote> open_notes(const SurveyTable& survey) {
  std::vector<OpenNote> notes;
  const table::Vocabulary& vocabulary = survey.vocabulary();
  for (const std::uint32_t row : survey.rows_in_order()) {
    for (table::FieldIndex field = 0; field < vocabulary.fields().size(); ++field) {
      if (vocabulary.field(field).role != FieldRole::kNote) continue;
      const NoteStatus status = survey.note_status(row, field);
      if (status == NoteStatus::kEmpty || status == NoteStatus::kRead) continue;
      const Cell cell = survey.cell({table::kRecordSpace, row}, field);
      notes.push_back({row, field, cell.raw, cell.place, status == NoteStatus::kStale,
                       readings_of(vocabulary, vocabulary.field(field).id)});
    }
  }
  return notes;
}

std::optional<DecidedValue> parse_assignment(std::string_view text, table::FieldIndex note,
                                             const table::Vocabulary& vocabulary, diag::Sink& sink) {
  const std::size_t equals = text.find('=');
  const std::string_view id = text.substr(0, equals);
  const std::string_view value = equals == std::string_view::npos ? std::string_view() : text.substr(equals + 1);
  const auto field = find_reading_field(id, {}, note, vocabulary, sink);
  if (!field) return std::nullopt;
  const std::optional<table::FieldValue> parsed = parse_typed(vocabulary.field(*field), value);
  if (parsed) return DecidedValue{*field, *parsed, {}};
  report_wrong_value(vocabulary.field(*field), value, {}, sink);
  return std::nullopt;
}

std::string add_reading(std::string_view decisions_toml, const NewReading& reading,
                        const table::Vocabulary& vocabulary) {
  std::string values;
  for (const DecidedValue& value : reading.values)
    values += fmt::format("{}{} = {}", values.empty() ? " " : ", ", vocabulary.field(value.field).id,
                          toml_value(value.value));
  if (!values.empty()) values += ' ';
  const std::string quote(reading.text);
  std::string entry = "[[decision]]\n";
  entry += "kind = \"reading\"\n";
  entry += fmt::format("subject = {}\n", toml_string(reading.code));
  entry += fmt::format("note = {}\n", toml_string(vocabulary.field(reading.note).id));
  entry += fmt::format("quote = {}\n", toml_string(quote));
  entry += fmt::format("hash = {}\n", toml_string(note_hash(reading.text)));
  entry += fmt::format("values = {{{}}}\n", values);
  entry += fmt::format("reason = {}\n", toml_localized(reading.reason));
  entry += fmt::format("source = {}\n", toml_string(reading.source));
  entry += fmt::format("by = {}\n", toml_string(reading.by));
  entry += fmt::format("when = {}\n", reading.when.iso());

  std::string text(decisions_toml);
  const bool crlf = text.find("\r\n") != std::string::npos;
  if (!text.empty() && text.back() != '\n') entry.insert(0, "\n");
  if (!text.empty()) entry.insert(0, "\n");
  for (const char c : entry) {
    if (c == '\n' && crlf) text += '\r';
    text += c;
  }
  return text;
}

}  // namespace kijun::survey
