#include "engine/analysis/eval_bindings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/analysis/json_value.h"
#include "engine/base/json_nesting.h"
#include "engine/base/unicode.h"
#include "engine/cel/compare.h"

namespace kijun::analysis {
namespace {

using Json = nlohmann::json;

tl::unexpected<Error> refuse(std::string_view name, LocalizedView needed) {
  return fail_with(
      {fmt::format("`{}`には{}を書きます", name, needed.ja), fmt::format("`{}` takes {}", name, needed.en)});
}

/// The common type of values, `dyn` when they have none.
template <class Range, class GetValue>
cel::Type common_type(const Range& values, GetValue get) {
  std::optional<cel::Type> common;
  for (const auto& each : values) {
    cel::Type type = type_of_value(get(each));
    if (common && !(*common == type)) return cel::Type::of(cel::TypeKind::kDyn);
    common = std::move(type);
  }
  return common.value_or(cel::Type::of(cel::TypeKind::kDyn));
}

/// Types that answers may have, as `{"missing": …, "type": …}` writes them.
std::optional<cel::Type> answer_type(const std::string& name) {
  using cel::TypeKind;
  constexpr std::array<std::pair<std::string_view, TypeKind>, 6> kTypes{{{"bool", TypeKind::kBool},
                                                                         {"int", TypeKind::kInt},
                                                                         {"double", TypeKind::kDouble},
                                                                         {"string", TypeKind::kString},
                                                                         {"date", TypeKind::kDate},
                                                                         {"decimal", TypeKind::kDecimal}}};
  const auto* const found = std::ranges::find(kTypes, name, &std::pair<std::string_view, TypeKind>::first);
  if (found == kTypes.end()) return std::nullopt;
  return cel::Type::of(found->second);
}

bool is_missing_form(const Json& json) { return json.is_object() && json.contains("missing"); }

Result<Binding> read_missing(const std::string& name, const Json& json) {
  const auto text = [&json](const char* key) {
    return json.contains(key) && json.at(key).is_string() ? json.at(key).get<std::string>() : std::string();
  };
  const std::optional<table::MissingReason> reason = table::parse_reason(text("missing"));
  const std::optional<cel::Type> type = answer_type(text("type"));
  if (!reason || *reason == table::MissingReason::kNone || !type || json.size() != 2)
    return refuse(
        name, {R"(`{"missing": "blank", "type": "int"}`の形（typeはbool int double decimal string date）)",
               R"(the form `{"missing": "blank", "type": "int"}`, type being bool int double decimal string date)"});
  return Binding{name, *type, {}, *reason};
}

Result<Binding> read_binding(const std::string& name, const Json& json, bool plain) {
  if (!plain && is_missing_form(json)) return read_missing(name, json);
  if (!plain && json.is_null())
    return refuse(name, {R"(無回答ならば`{"missing": "blank", "type": "int"}`)",
                         R"(`{"missing": "blank", "type": "int"}` when there is no answer)"});
  Result<cel::Value> value = read_json_value(json);
  if (!value) return tl::unexpected<Error>(std::move(value.error()));
  cel::Type type = type_of_value(*value);
  return Binding{name, std::move(type), *std::move(value), table::MissingReason::kNone};
}

Status read_names(const Json& json, bool plain, std::vector<Binding>& names) {
  for (const auto& [key, each] : json.items()) {
    Result<Binding> binding = read_binding(nfc(key), each, plain);
    if (!binding) return tl::unexpected<Error>(std::move(binding.error()));
    names.push_back(*std::move(binding));
  }
  return {};
}

Status read_text(const std::string& name, const Json& json, std::optional<std::string>& text) {
  if (!json.is_string()) return refuse(name, {"文字列", "a string"});
  text = json.get<std::string>();
  return {};
}

/// Takes a member that means something of its own in the profile; false for any other.
Result<bool> read_special(const std::string& name, const Json& json, EvalBindings& bindings) {
  Status status;
  if (name == "code") {
    status = read_text(name, json, bindings.code);
  } else if (name == "name") {
    status = read_text(name, json, bindings.name);
  } else if (name == "kind") {
    status = read_text(name, json, bindings.kind);
  } else if (name == "fiscal_year") {
    if (!json.is_number_integer()) return refuse(name, {"西暦の年度", "a year"});
    bindings.fiscal_year = json.get<std::int64_t>();
  } else if (name == "as_of") {
    bindings.as_of = json.is_string() ? Date::parse_iso(json.get<std::string>()) : std::nullopt;
    if (!bindings.as_of) return refuse(name, {"`\"2019-03-31\"`の形の日付", "a date such as `\"2019-03-31\"`"});
  } else if (name == "params") {
    if (!json.is_object()) return refuse(name, {"オブジェクト", "an object"});
    status = read_names(json, true, bindings.params);
  } else {
    return false;
  }
  if (!status) return tl::unexpected<Error>(std::move(status.error()));
  return true;
}

Status read_member(const std::string& key, const Json& json, EvalBindings& bindings) {
  const std::string name = nfc(key);
  if (!bindings.plain) {
    Result<bool> special = read_special(name, json, bindings);
    if (!special) return tl::unexpected<Error>(std::move(special.error()));
    if (*special) return {};
  }
  Result<Binding> binding = read_binding(name, json, bindings.plain);
  if (!binding) return tl::unexpected<Error>(std::move(binding.error()));
  bindings.names.push_back(*std::move(binding));
  return {};
}

}  // namespace

Result<EvalBindings> read_eval_bindings(std::string_view json, bool plain) {
  EvalBindings bindings;
  bindings.plain = plain;
  if (nests_deeper(json)) return fail_with({"`--bindings`の入れ子が深すぎます", "`--bindings` is nested too deeply"});
  const Json object = Json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object())
    return fail_with({R"(`--bindings`には`{"name": value}`の形のJSONを書きます)",
                      R"(`--bindings` takes JSON of the form `{"name": value}`)"});
  for (const auto& [key, each] : object.items()) {
    if (Status status = read_member(key, each, bindings); !status)
      return tl::unexpected<Error>(std::move(status.error()));
  }
  return bindings;
}

cel::Type type_of_value(const cel::Value& value) {
  const auto itself = [](const cel::Value& element) -> const cel::Value& { return element; };
  if (const cel::List* list = value.as_list()) return cel::Type::list(common_type(*list, itself));
  if (const cel::Map* map = value.as_map()) {
    return cel::Type::map(common_type(*map, [](const auto& entry) -> const cel::Value& { return entry.first; }),
                          common_type(*map, [](const auto& entry) -> const cel::Value& { return entry.second; }));
  }
  return cel::runtime_type(value);
}

}  // namespace kijun::analysis
