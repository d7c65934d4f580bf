#include "engine/table/vocabulary.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace kijun::table {

std::optional<std::uint32_t> Field::value_index(std::string_view value_id) const {
  const auto found = std::ranges::find(values, value_id, &EnumValue::id);
  if (found == values.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - values.begin());
}

bool Field::applies_to(std::string_view kind) const { return std::ranges::find(kinds, kind) != kinds.end(); }

Vocabulary::Vocabulary(std::string id, LocalizedText title, std::vector<Field> fields)
    : id_(std::move(id)), title_(std::move(title)), fields_(std::move(fields)) {
  for (std::size_t index = 0; index < fields_.size(); ++index) {
    by_id_.emplace(fields_[index].id, static_cast<FieldIndex>(index));
  }
}

std::optional<FieldIndex> Vocabulary::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return std::nullopt;
  return found->second;
}

std::vector<std::string> Vocabulary::ids() const {
  std::vector<std::string> result;
  result.reserve(fields_.size());
  for (const Field& field : fields_) result.push_back(field.id);
  return result;
}

std::vector<std::string> Vocabulary::record_kinds() const {
  std::set<std::string> kinds;
  for (const Field& field : fields_)
    for (const std::string& kind : field.kinds)
      if (is_record_kind(kind)) kinds.insert(kind);
  return {kinds.begin(), kinds.end()};
}

std::string Vocabulary::member_kind() const {
  std::vector<std::string> kinds = record_kinds();
  std::erase(kinds, "prefecture");
  if (kinds.empty()) return "municipality";
  return kinds.size() == 1 ? kinds.front() : "record";
}

bool is_record_kind(std::string_view id) {
  constexpr std::array<std::string_view, 4> kOthers{"zone", "body", "survey", "record"};
  if (id.empty() || id.front() < 'a' || id.front() > 'z') return false;
  if (std::ranges::find(kOthers, id) != kOthers.end()) return false;
  return std::ranges::all_of(id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

LocalizedText with_unit(const LocalizedText& number, const LocalizedText& unit) {
  const bool is_bare = unit.en.empty() || number.en == "1";
  return {number.ja + unit.ja, is_bare ? number.en : number.en + " " + unit.en};
}

std::string_view field_type_id(FieldType type) {
  switch (type) {
    case FieldType::kEnum:
      return "enum";
    case FieldType::kBool:
      return "bool";
    case FieldType::kInt:
      return "int";
    case FieldType::kDouble:
      return "double";
    case FieldType::kDecimal:
      return "decimal";
    case FieldType::kDate:
      return "date";
    case FieldType::kString:
      return "string";
    case FieldType::kList:
      return "list";
  }
  return {};
}

std::string_view field_role_id(FieldRole role) {
  switch (role) {
    case FieldRole::kDeclared:
      return "declared";
    case FieldRole::kPlan:
      return "plan";
    case FieldRole::kFact:
      return "fact";
    case FieldRole::kReading:
      return "reading";
    case FieldRole::kNote:
      return "note";
  }
  return {};
}

}  // namespace kijun::table
