#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/language.h"
#include "engine/diag/source.h"

namespace kijun::table {

/// Position of a field in its vocabulary.
using FieldIndex = std::uint32_t;

/// What a field's answers are.
enum class FieldType : std::uint8_t { kEnum, kBool, kInt, kDouble, kDecimal, kDate, kString, kList };

/// What an answer stands for: a declared state, an intention, an accomplished fact, a person's reading of a note, or
/// the note itself.
enum class FieldRole : std::uint8_t { kDeclared, kPlan, kFact, kReading, kNote };

/// Which published outputs may carry the answers.
enum class PublishClass : std::uint8_t { kAlways, kNever, kSuppressBelow };

/// One value of an enum field.
struct EnumValue {
  std::string id;                  ///< As rules write it: "established".
  LocalizedText label;             ///< As reports show it: 設置済み.
  std::vector<std::string> marks;  ///< As survey forms write it: ○.
};

/// A typed value written in a vocabulary or decision file (an enum value by its id).
using FieldValue = std::variant<bool, std::int64_t, double, Date, std::string, std::vector<std::string>>;

/// One field of the vocabulary, the same for all years.
struct Field {
  std::string id;
  FieldType type = FieldType::kString;
  FieldType element = FieldType::kString;  ///< Of a list.
  FieldRole role = FieldRole::kDeclared;
  std::vector<std::string> kinds;  ///< Whom it is asked of: municipality prefecture zone body survey, or a
                                   ///< kind of subjects that a survey lists itself.
  LocalizedText label;
  LocalizedText description;
  LocalizedText unit;             ///< Of a number: 人, people (in English the plural); empty where its label tells.
  std::vector<EnumValue> values;  ///< Of an enum (or of a list of enum), best first when `ordered`.
  bool ordered = false;
  PublishClass publish = PublishClass::kAlways;
  std::int64_t suppress_below = 0;
  std::string reads;  ///< Of a reading: the note field it interprets.
  std::optional<FieldValue> unless_reviewed;
  LocalizedText question;  ///< Of a reading: what the reader has to decide.
  diag::Span span;         ///< Of the id in fields.toml.

  /// Index of the enum value with this id, or nothing.
  [[nodiscard]] std::optional<std::uint32_t> value_index(std::string_view value_id) const;
  /// True when subjects of this kind have the field.
  [[nodiscard]] bool applies_to(std::string_view kind) const;
};

/// Every field a pack's rules and surveys may name. Immutable once loaded.
class Vocabulary {
 public:
  Vocabulary() = default;
  Vocabulary(std::string id, LocalizedText title, std::vector<Field> fields);

  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] const LocalizedText& title() const { return title_; }
  [[nodiscard]] const std::vector<Field>& fields() const { return fields_; }
  [[nodiscard]] const Field& field(FieldIndex index) const { return fields_[index]; }
  /// Position of a field id, or nothing.
  [[nodiscard]] std::optional<FieldIndex> find(std::string_view id) const;
  /// The kinds of records that fields are asked of, in byte order; never zone, body or survey.
  [[nodiscard]] std::vector<std::string> record_kinds() const;
  /// The kind of the members of groups as far as the vocabulary tells: its only kind of records beside the prefecture,
  /// "record" where it has several, "municipality" where it has none.
  [[nodiscard]] std::string member_kind() const;
  /// All ids in the order of the file, for suggestions.
  [[nodiscard]] std::vector<std::string> ids() const;

 private:
  std::string id_;
  LocalizedText title_;
  std::vector<Field> fields_;
  std::map<std::string, FieldIndex, std::less<>> by_id_;
};

/// True for an id that can name a kind of records: a lower-case letter followed by letters, digits and `_`, and neither
/// a kind of groups (zone, body, survey) nor "record", which means any kind.
[[nodiscard]] bool is_record_kind(std::string_view id);

/// A number as it is written with what it counts: 2人, "2 people". English has it bare where it is 1.
[[nodiscard]] LocalizedText with_unit(const LocalizedText& number, const LocalizedText& unit);

/// "enum", "bool", "date" … as fields.toml writes it.
[[nodiscard]] std::string_view field_type_id(FieldType type);
/// "declared", "reading" …
[[nodiscard]] std::string_view field_role_id(FieldRole role);

}  // namespace kijun::table
