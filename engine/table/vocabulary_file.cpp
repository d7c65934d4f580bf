#include "engine/table/vocabulary_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "engine/base/decimal.h"
#include "engine/table/table_diagnostics.h"
#include "engine/toml/table_reader.h"

namespace kijun::table {
namespace {

using toml_doc::TableReader;
using toml_doc::Value;

constexpr std::array<std::string_view, 15> kReservedNames{"self",    "code",   "name",        "kind",     "zone",
                                                          "bodies",  "body",   "survey",      "previous", "at",
                                                          "history", "params", "fiscal_year", "as_of",    "answer"};

constexpr std::array<std::string_view, 8> kTypeIds{"enum",    "bool", "int",    "double",
                                                   "decimal", "date", "string", "list"};
constexpr std::array<std::string_view, 5> kRoleIds{"declared", "plan", "fact", "reading", "note"};

FieldType type_of(std::string_view id) {
  return static_cast<FieldType>(std::find(kTypeIds.begin(), kTypeIds.end(), id) - kTypeIds.begin());
}

FieldRole role_of(std::string_view id) {
  return static_cast<FieldRole>(std::find(kRoleIds.begin(), kRoleIds.end(), id) - kRoleIds.begin());
}

bool is_valid_id(std::string_view id) {
  if (id.empty() || id[0] < 'a' || id[0] > 'z') return false;
  if (std::find(kReservedNames.begin(), kReservedNames.end(), id) != kReservedNames.end()) return false;
  return std::all_of(id.begin(), id.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

/// Reads one `[[field]]`; keeps what is needed to check it against the others afterwards.
class FieldReader {
 public:
  FieldReader(const Value& value, diag::Sink& sink)
      : sink_(sink), reader_(*value.as_table(), value.span, "[[field]]", sink) {}

  Field read() {
    if (auto id = reader_.require_text("id")) {
      field_.id = id->text();
      field_.span = id->span();
      if (!is_valid_id(field_.id))
        sink_.report(kInvalidFieldId, field_.span, field_.id, fmt::format("{}", fmt::join(kReservedNames, ", ")));
    }
    if (auto label = reader_.require_localized("label")) field_.label = *label;
    if (auto text = reader_.localized("description")) field_.description = *text;
    if (auto unit = reader_.localized("unit")) field_.unit = *unit;
    read_type();
    read_kinds();
    read_publish();
    read_values();
    read_reading();
    reader_.finish();
    return std::move(field_);
  }

 private:
  void read_type() {
    if (auto id = reader_.one_of("type", {"enum", "bool", "int", "double", "decimal", "date", "string", "list"}))
      field_.type = type_of(*id);
    reader_.report_absent("type");
    if (auto id = reader_.one_of("element", {"enum", "bool", "int", "double", "date", "string"}))
      field_.element = type_of(*id);
    if (auto id = reader_.one_of("role", {"declared", "plan", "fact", "reading", "note"})) field_.role = role_of(*id);
    reader_.report_absent("role");
    if (auto ordered = reader_.boolean("ordered")) field_.ordered = *ordered;
    const bool is_number =
        field_.type == FieldType::kInt || field_.type == FieldType::kDouble || field_.type == FieldType::kDecimal;
    if (!field_.unit.empty() && !is_number)
      sink_.report(kUnitOfNoNumber, reader_.span_of("unit"), field_.id, field_type_id(field_.type));
  }

  void read_kinds() {
    for (const diag::EmbeddedText& kind : reader_.strings("kinds")) field_.kinds.push_back(kind.text());
    if (!reader_.has("kinds")) (void)reader_.require_text("kinds");
  }

  void read_publish() {
    if (const Value* value = reader_.value("publish"); value != nullptr && value->as_table() != nullptr) {
      TableReader inner(*value->as_table(), value->span, "publish", sink_);
      if (auto limit = inner.require_integer("suppress_below")) {
        field_.publish = PublishClass::kSuppressBelow;
        field_.suppress_below = *limit;
      }
      inner.finish();
    } else if (auto word = reader_.one_of("publish", {"always", "never"})) {
      field_.publish = *word == "never" ? PublishClass::kNever : PublishClass::kAlways;
    }
  }

  void read_values() {
    std::set<std::string> ids;
    std::set<std::string> marks;
    for (const Value* value : reader_.tables("value")) {
      TableReader inner(*value->as_table(), value->span, "[[field.value]]", sink_);
      EnumValue entry;
      if (auto id = inner.require_text("id")) {
        entry.id = id->text();
        if (!ids.insert(entry.id).second) sink_.report(kDuplicateValue, id->span(), field_.id, entry.id);
      }
      if (auto label = inner.require_localized("label")) entry.label = *label;
      for (const diag::EmbeddedText& mark : inner.strings("marks")) {
        if (!marks.insert(mark.text()).second) sink_.report(kDuplicateValue, mark.span(), field_.id, mark.text());
        entry.marks.push_back(mark.text());
      }
      inner.finish();
      field_.values.push_back(std::move(entry));
    }
    const bool is_enum =
        field_.type == FieldType::kEnum || (field_.type == FieldType::kList && field_.element == FieldType::kEnum);
    if (is_enum == field_.values.empty())
      sink_.report(kValuesAndType, field_.span, field_.id, field_type_id(field_.type));
  }

  void read_reading() {
    if (auto note = reader_.string("reads")) field_.reads = *note;
    if (auto question = reader_.localized("question")) field_.question = *question;
    const Value* value = reader_.value("unless_reviewed");
    if (value == nullptr) return;
    if (const diag::EmbeddedText* text = value->as_string(); text != nullptr && text->text() == "unknown") return;
    field_.unless_reviewed = read_field_value(field_, *value);
    if (!field_.unless_reviewed) sink_.report(kWrongDefault, value->span, field_.id, field_type_id(field_.type));
  }

  Field field_;
  diag::Sink& sink_;
  TableReader reader_;
};

void check_readings(const std::vector<Field>& fields, diag::Sink& sink) {
  for (const Field& field : fields) {
    if (field.role != FieldRole::kReading) continue;
    const auto note =
        std::find_if(fields.begin(), fields.end(), [&](const Field& other) { return other.id == field.reads; });
    if (note == fields.end() || note->role != FieldRole::kNote)
      sink.report(kWrongReads, field.span, field.id, field.reads);
  }
}

/// The digits of a decimal, written as a string or as a number (which TOML has as a double: what it prints as counts).
std::optional<FieldValue> read_digits(const Value& value) {
  std::optional<Decimal> decimal;
  if (const auto* text = value.as_string()) decimal = Decimal::parse(text->text());
  if (const std::int64_t* number = value.as_int()) decimal = Decimal::from_int(*number);
  if (const double* number = value.as_double()) decimal = Decimal::from_double(*number);
  return decimal ? std::optional<FieldValue>(decimal->text()) : std::nullopt;
}

}  // namespace

std::optional<FieldValue> read_field_value(const Field& field, const Value& value) {
  switch (field.type) {
    case FieldType::kEnum:
      if (const auto* text = value.as_string(); text != nullptr && field.value_index(text->text())) return text->text();
      return std::nullopt;
    case FieldType::kString:
      if (const auto* text = value.as_string()) return text->text();
      return std::nullopt;
    case FieldType::kDecimal:
      return read_digits(value);
    case FieldType::kBool:
      if (const bool* flag = value.as_bool()) return *flag;
      return std::nullopt;
    case FieldType::kInt:
      if (const std::int64_t* number = value.as_int()) return *number;
      return std::nullopt;
    case FieldType::kDouble:
      if (const double* number = value.as_double()) return *number;
      if (const std::int64_t* number = value.as_int()) return static_cast<double>(*number);
      return std::nullopt;
    case FieldType::kDate:
      if (const Date* date = value.as_date()) return *date;
      return std::nullopt;
    case FieldType::kList: {
      const toml_doc::Array* array = value.as_array();
      if (array == nullptr) return std::nullopt;
      std::vector<std::string> elements;
      for (const Value& element : array->elements) {
        const auto* text = element.as_string();
        if (text == nullptr || (field.element == FieldType::kEnum && !field.value_index(text->text())))
          return std::nullopt;
        elements.push_back(text->text());
      }
      return elements;
    }
  }
  return std::nullopt;
}

namespace {

std::optional<Vocabulary> read_vocabulary(const toml_doc::Table& document, diag::Span place, const std::string& path,
                                          diag::Sink& sink) {
  const std::size_t errors_before = sink.num_errors();
  TableReader reader(document, place, path, sink);
  std::string id;
  LocalizedText title;
  if (const toml_doc::Table* head = reader.table("vocabulary")) {
    TableReader inner(*head, reader.span_of("vocabulary"), "[vocabulary]", sink);
    id = inner.require_string("id").value_or("");
    title = inner.require_localized("title").value_or(LocalizedText{});
    inner.finish();
  } else {
    (void)reader.require_text("vocabulary");
  }
  std::vector<Field> fields;
  for (const Value* value : reader.tables("field")) {
    Field field = FieldReader(*value, sink).read();
    const auto first =
        std::find_if(fields.begin(), fields.end(), [&](const Field& other) { return other.id == field.id; });
    if (first != fields.end()) {
      sink.report(kDuplicateField, field.span, field.id)
          .notes.push_back({first->span, {"最初の定義はここです", "first defined here"}});
      continue;
    }
    fields.push_back(std::move(field));
  }
  reader.finish();
  check_readings(fields, sink);
  if (sink.num_errors() > errors_before) return std::nullopt;
  return Vocabulary(std::move(id), std::move(title), std::move(fields));
}

}  // namespace

std::optional<Vocabulary> load_vocabulary(const diag::Source& source, diag::Sink& sink) {
  const std::optional<toml_doc::Table> document = toml_doc::parse_document(source, sink);
  if (!document) return std::nullopt;
  return read_vocabulary(*document, {&source, 0, 0}, source.path(), sink);
}

void describe_vocabulary(toml_doc::Shape& shape) {
  diag::Sink ignored;
  (void)read_vocabulary(shape.table(), {}, {}, ignored);
}

}  // namespace kijun::table
