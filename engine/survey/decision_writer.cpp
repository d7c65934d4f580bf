#include "engine/survey/decision_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/survey/answer_parser.h"
#include "engine/survey/decided_value.h"
#include "engine/toml/literal.h"

namespace kijun::survey {
namespace {

using table::FieldType;
using toml_doc::string_literal;

std::string toml_localized(const LocalizedText& text) {
  return fmt::format("{{ ja = {}, en = {} }}", string_literal(text.ja), string_literal(text.en));
}

std::string toml_value(const table::FieldValue& value) {
  if (const bool* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  if (const std::int64_t* number = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *number);
  if (const Date* date = std::get_if<Date>(&value)) return date->iso();
  if (const std::string* text = std::get_if<std::string>(&value)) return string_literal(*text);
  if (const double* number = std::get_if<double>(&value)) return toml_doc::float_literal(*number);
  std::string list = "[";
  for (const std::string& element : std::get<std::vector<std::string>>(value))
    list += (list.size() > 1 ? ", " : "") + string_literal(element);
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

/// Writes the keys of one entry, in the order in which people read them.
class EntryWriter {
 public:
  explicit EntryWriter(const table::Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  std::string write(const Decision& decision) {
    entry_ = "[[decision]]\n";
    put("kind", string_literal(decision_kind_id(decision.kind)));
    put("subject", string_literal(decision.subject));
    switch (decision.kind) {
      case DecisionKind::kReading:
        put("note", string_literal(vocabulary_.field(*decision.note).id));
        put("quote", string_literal(decision.quote));
        put("hash", string_literal(decision.hash));
        put("values", readings(decision));
        break;
      case DecisionKind::kCorrection:
        put("field", string_literal(vocabulary_.field(decision.values.front().field).id));
        put("answer", string_literal(decision.answer));
        put("value", toml_value(decision.values.front().value));
        break;
      case DecisionKind::kAttestation:
        put("field", string_literal(vocabulary_.field(decision.values.front().field).id));
        put("value", toml_value(decision.values.front().value));
        break;
      case DecisionKind::kWaiver:
        put_waiver(decision);
        break;
      case DecisionKind::kRemark:
        put("rule", string_literal(decision.rule));
        break;
    }
    put("reason", toml_localized(decision.reason));
    put("source", string_literal(decision.source));
    put("by", string_literal(decision.by));
    put("when", decision.when.iso());
    return std::move(entry_);
  }

 private:
  void put(std::string_view key, const std::string& value) { entry_ += fmt::format("{} = {}\n", key, value); }

  void put_waiver(const Decision& decision) {
    put("rule", string_literal(decision.rule));
    if (decision.field) put("field", string_literal(vocabulary_.field(*decision.field).id));
    put("answers", toml_value(decision.granted_on.answers));
    put("meaning", string_literal(decision.granted_on.meaning));
    put("approver", string_literal(decision.approver));
    put("until", decision.until->iso());
  }

  [[nodiscard]] std::string readings(const Decision& decision) const {
    std::string values;
    for (const DecidedValue& value : decision.values)
      values += fmt::format("{}{} = {}", values.empty() ? " " : ", ", vocabulary_.field(value.field).id,
                            toml_value(value.value));
    return values.empty() ? "{}" : "{" + values + " }";
  }

  const table::Vocabulary& vocabulary_;
  std::string entry_;
};

}  // namespace

std::optional<DecidedValue> parse_decided_value(table::FieldIndex field, std::string_view text,
                                                const table::Vocabulary& vocabulary, diag::Sink& sink) {
  const std::optional<table::FieldValue> parsed = parse_typed(vocabulary.field(field), text);
  if (parsed) return DecidedValue{field, *parsed, {}};
  report_wrong_value(vocabulary.field(field), text, {}, sink);
  return std::nullopt;
}

std::string append_decision(std::string_view decisions_toml, const Decision& decision,
                            const table::Vocabulary& vocabulary) {
  std::string entry = EntryWriter(vocabulary).write(decision);
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
