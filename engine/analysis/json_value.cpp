#include "engine/analysis/json_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/cel/functions_time.h"

namespace kijun::analysis {
namespace {

using Json = nlohmann::json;
/// How elements of lists and maps are read: plain JSON may hold typed values, typed ones hold nothing else.
using ReadValue = Result<cel::Value> (*)(const Json&);

tl::unexpected<Error> refuse(std::string_view kind, const Json& json) {
  const std::string written = json.dump();
  return fail_with({fmt::format("`{}`は{}の値として読めません", written, kind),
                    fmt::format("`{}` is no value of type {}", written, kind)});
}

std::string_view text_of(const Json& json) {
  const auto* text = json.get_ptr<const std::string*>();
  return text == nullptr ? std::string_view{} : std::string_view(*text);
}

std::optional<cel::Bytes> bytes_of(std::string_view text) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  cel::Bytes bytes;
  std::uint32_t bits = 0;
  unsigned num_bits = 0;
  for (const char digit : text.substr(0, text.find('='))) {
    const std::size_t value = kDigits.find(digit);
    if (value == std::string_view::npos) return std::nullopt;
    bits = (bits << 6U | static_cast<std::uint32_t>(value)) & 0xFFFFU;
    num_bits += 6;
    if (num_bits < 8) continue;
    num_bits -= 8;
    bytes.data += static_cast<char>(bits >> num_bits & 0xFFU);
  }
  return bytes;
}

std::optional<cel::Type> type_of(std::string_view name) {
  using cel::TypeKind;
  constexpr std::array<std::pair<std::string_view, TypeKind>, 13> kNames{
      {{"bool", TypeKind::kBool},
       {"int", TypeKind::kInt},
       {"uint", TypeKind::kUint},
       {"double", TypeKind::kDouble},
       {"string", TypeKind::kString},
       {"bytes", TypeKind::kBytes},
       {"list", TypeKind::kList},
       {"map", TypeKind::kMap},
       {"null_type", TypeKind::kNull},
       {"type", TypeKind::kType},
       {"optional_type", TypeKind::kOptional},
       {"google.protobuf.Timestamp", TypeKind::kTimestamp},
       {"google.protobuf.Duration", TypeKind::kDuration}}};
  const auto* const found = std::ranges::find(kNames, name, &std::pair<std::string_view, TypeKind>::first);
  if (found == kNames.end()) return std::nullopt;
  return cel::Type::of(found->second);
}

template <class T>
Result<cel::Value> value_or_refuse(const std::optional<T>& value, std::string_view kind, const Json& json) {
  if (!value) return refuse(kind, json);
  return cel::Value(*value);
}

Result<cel::Value> read_list(const Json& json, ReadValue read) {
  if (!json.is_array()) return refuse("list", json);
  cel::List list;
  for (const Json& each : json) {
    Result<cel::Value> element = read(each);
    if (!element) return element;
    list.push_back(*std::move(element));
  }
  return cel::Value::list(std::move(list));
}

Result<cel::Value> read_map(const Json& json, ReadValue read) {
  if (!json.is_array()) return refuse("map", json);
  cel::Map map;
  for (const Json& each : json) {
    if (!each.is_array() || each.size() != 2) return refuse("map", json);
    Result<cel::Value> key = read(each[0]);
    if (!key) return key;
    Result<cel::Value> value = read(each[1]);
    if (!value) return value;
    map.emplace_back(*std::move(key), *std::move(value));
  }
  return cel::Value::map(std::move(map));
}

Result<cel::Value> read_null(const Json& json, ReadValue /*read*/) {
  if (json != Json(true)) return refuse("null", json);
  return cel::Value();
}
Result<cel::Value> read_bool(const Json& json, ReadValue /*read*/) {
  if (!json.is_boolean()) return refuse("bool", json);
  return cel::Value(json.get<bool>());
}
Result<cel::Value> read_int(const Json& json, ReadValue /*read*/) {
  return value_or_refuse(to_number<std::int64_t>(text_of(json)), "int", json);
}
Result<cel::Value> read_uint(const Json& json, ReadValue /*read*/) {
  return value_or_refuse(to_number<std::uint64_t>(text_of(json)), "uint", json);
}
Result<cel::Value> read_double(const Json& json, ReadValue /*read*/) {
  return value_or_refuse(to_number<double>(text_of(json)), "double", json);
}
Result<cel::Value> read_string(const Json& json, ReadValue /*read*/) {
  if (!json.is_string()) return refuse("string", json);
  return cel::Value(json.get<std::string>());
}
Result<cel::Value> read_bytes(const Json& json, ReadValue /*read*/) {
  if (!json.is_string()) return refuse("bytes", json);
  return value_or_refuse(bytes_of(text_of(json)), "bytes", json);
}
Result<cel::Value> read_timestamp(const Json& json, ReadValue /*read*/) {
  return value_or_refuse(cel::parse_timestamp(text_of(json)), "timestamp", json);
}
Result<cel::Value> read_duration(const Json& json, ReadValue /*read*/) {
  return value_or_refuse(cel::parse_duration(text_of(json)), "duration", json);
}
Result<cel::Value> read_date(const Json& json, ReadValue /*read*/) {
  return value_or_refuse(Date::parse_iso(text_of(json)), "date", json);
}
Result<cel::Value> read_decimal(const Json& json, ReadValue /*read*/) {
  return value_or_refuse(Decimal::parse(text_of(json)), "decimal", json);
}
Result<cel::Value> read_type(const Json& json, ReadValue /*read*/) {
  return value_or_refuse(type_of(text_of(json)), "type", json);
}

struct TypedForm {
  std::string_view kind;
  Result<cel::Value> (*read)(const Json&, ReadValue);
};

constexpr std::array kForms{
    TypedForm{"null", read_null},   TypedForm{"bool", read_bool},           TypedForm{"int", read_int},
    TypedForm{"uint", read_uint},   TypedForm{"double", read_double},       TypedForm{"string", read_string},
    TypedForm{"bytes", read_bytes}, TypedForm{"list", read_list},           TypedForm{"map", read_map},
    TypedForm{"type", read_type},   TypedForm{"timestamp", read_timestamp}, TypedForm{"duration", read_duration},
    TypedForm{"date", read_date},   TypedForm{"decimal", read_decimal},
};

const TypedForm* find_form(const Json& json) {
  if (!json.is_object() || json.size() != 1) return nullptr;
  const auto* const found = std::ranges::find(kForms, std::string_view(json.begin().key()), &TypedForm::kind);
  return found == kForms.end() ? nullptr : found;
}

cel::Value read_number(const Json& json) {
  if (json.is_number_float()) return cel::Value(json.get<double>());
  constexpr auto kMaxInt = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (json.is_number_unsigned() && json.get<std::uint64_t>() > kMaxInt) return cel::Value(json.get<std::uint64_t>());
  return cel::Value(json.get<std::int64_t>());
}

Result<cel::Value> read_object(const Json& json) {
  cel::Map map;
  for (const auto& [key, each] : json.items()) {
    Result<cel::Value> value = read_json_value(each);
    if (!value) return value;
    map.emplace_back(cel::Value(std::string(key)), *std::move(value));
  }
  return cel::Value::map(std::move(map));
}

}  // namespace

Result<cel::Value> read_typed_value(const Json& json) {
  if (const TypedForm* form = find_form(json)) return form->read(json.begin().value(), read_typed_value);
  const std::string written = json.dump();
  return fail_with(
      {fmt::format("`{}`は型の付いた値ではありません", written), fmt::format("`{}` is no typed value", written)});
}

Result<cel::Value> read_json_value(const Json& json) {
  if (const TypedForm* form = find_form(json)) return form->read(json.begin().value(), read_json_value);
  if (json.is_null()) return cel::Value();
  if (json.is_boolean()) return cel::Value(json.get<bool>());
  if (json.is_string()) return cel::Value(json.get<std::string>());
  if (json.is_number()) return read_number(json);
  return json.is_array() ? read_list(json, read_json_value) : read_object(json);
}

}  // namespace kijun::analysis
