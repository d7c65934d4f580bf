#include "tests/conformance/case_reader.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "engine/cel/functions_time.h"

namespace kijun::conformance {
namespace {

using Json = nlohmann::json;

// Thrown and caught in this file only, as the JSON library's own exceptions are.
[[noreturn]] void refuse(const std::string& what) { throw std::runtime_error(what); }

cel::Bytes decode_base64(const std::string& text) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  cel::Bytes bytes;
  std::uint32_t bits = 0;
  int num_bits = 0;
  for (const char digit : text.substr(0, text.find('='))) {
    const std::size_t value = kDigits.find(digit);
    if (value == std::string_view::npos) refuse("no base64: " + text);
    bits = (bits << 6U | static_cast<std::uint32_t>(value)) & 0xFFFFU;
    num_bits += 6;
    if (num_bits >= 8) {
      num_bits -= 8;
      bytes.data += static_cast<char>(bits >> static_cast<unsigned>(num_bits) & 0xFFU);
    }
  }
  return bytes;
}

double read_double(const std::string& text) {
  if (text == "NaN") return std::numeric_limits<double>::quiet_NaN();
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);  // also knows "Infinity"
  if (text.empty() || *end != '\0') refuse("no double: " + text);
  return value;
}

cel::Type read_type_value(const std::string& name) {
  using cel::TypeKind;
  // The names at run time that differ from the notation of declarations, or take parameters there.
  constexpr std::array<std::pair<std::string_view, TypeKind>, 5> kNames{
      {{"list", TypeKind::kList},
       {"map", TypeKind::kMap},
       {"optional_type", TypeKind::kOptional},
       {"google.protobuf.Timestamp", TypeKind::kTimestamp},
       {"google.protobuf.Duration", TypeKind::kDuration}}};
  const auto* const found = std::find_if(kNames.begin(), kNames.end(), [&](const auto& n) { return n.first == name; });
  return found == kNames.end() ? cel::parse_type(name) : cel::Type::of(found->second);
}

template <class Time>
cel::Value time_value(std::optional<Time> time, const Json& json) {
  if (!time) refuse("no time: " + json.dump());
  return cel::Value(*time);
}

cel::Value read_value(const Json& json);

cel::Value read_list(const Json& json) {
  cel::List elements;
  for (const Json& element : json) elements.push_back(read_value(element));
  return cel::Value::list(std::move(elements));
}

cel::Value read_map(const Json& json) {
  cel::Map entries;
  for (const Json& entry : json) entries.emplace_back(read_value(entry.at(0)), read_value(entry.at(1)));
  return cel::Value::map(std::move(entries));
}

cel::Value read_value(const Json& json) {
  if (!json.is_object() || json.size() != 1) refuse("no typed value: " + json.dump());
  const std::string& kind = json.begin().key();
  const Json& data = json.begin().value();
  if (kind == "null") return cel::Value();
  if (kind == "bool") return cel::Value(data.get<bool>());
  if (kind == "list") return read_list(data);
  if (kind == "map") return read_map(data);
  const auto text = data.get<std::string>();
  if (kind == "int") return cel::Value(std::int64_t{std::stoll(text)});
  if (kind == "uint") return cel::Value(std::uint64_t{std::stoull(text)});
  if (kind == "double") return cel::Value(read_double(text));
  if (kind == "string") return cel::Value(text);
  if (kind == "bytes") return cel::Value(decode_base64(text));
  if (kind == "timestamp") return time_value(cel::parse_timestamp(text), data);
  if (kind == "duration") return time_value(cel::parse_duration(text), data);
  if (kind == "type") return cel::Value(read_type_value(text));
  refuse("no kind of value: " + kind);
}

cel::Type read_type(const Json& json) { return cel::parse_type(json.get<std::string>()); }

void read_declaration(const Json& json, cel::Environment& environment) {
  const auto name = json.at("name").get<std::string>();
  if (json.contains("type")) {
    environment.variables.emplace_back(name, read_type(json.at("type")));
    return;
  }
  for (const Json& overload : json.at("overloads")) {
    cel::FunctionDecl function;
    function.name = name;
    function.receiver = overload.at("receiver").get<bool>();
    for (const Json& param : overload.at("params")) function.params.push_back(read_type(param));
    function.result = read_type(overload.at("result"));
    environment.functions.push_back(std::move(function));
  }
}

void read_binding(const std::string& name, const Json& json, Case& test) {
  test.bindings.emplace(name, read_value(json));
  auto& variables = test.environment.variables;
  if (std::none_of(variables.begin(), variables.end(), [&](const auto& variable) { return variable.first == name; }))
    variables.emplace_back(name, cel::Type::of(cel::TypeKind::kDyn));
}

Expectation read_expectation(const Json& json) {
  Expectation expect;
  if (json.contains("value")) expect.value = read_value(json.at("value"));
  if (json.contains("type")) expect.type = read_type(json.at("type"));
  expect.error = json.value("error", false);
  if (!expect.value && !expect.type && !expect.error) refuse("nothing expected: " + json.dump());
  return expect;
}

Case read_object(const Json& json) {
  Case test;
  const auto text = [&json](const char* key) { return json.at(key).get<std::string>(); };
  test.name = text("file") + "/" + text("section") + "/" + text("name");
  if (json.contains("repeat")) test.name += "#" + std::to_string(json.at("repeat").get<int>());
  test.expr = text("expr");
  test.environment.container = json.value("container", "");
  for (const Json& declaration : json.value("type_env", Json::array())) read_declaration(declaration, test.environment);
  const Json bindings = json.value("bindings", Json::object());
  for (const auto& [name, value] : bindings.items()) read_binding(name, value, test);
  test.disable_check = json.value("disable_check", false);
  test.check_only = json.value("check_only", false);
  if (json.value("disable_macros", false)) refuse("a case without macros: " + test.name);
  test.expect = read_expectation(json.at("expect"));
  return test;
}

}  // namespace

Result<Case> read_case(std::string_view line) {
  try {
    return read_object(Json::parse(line));
  } catch (const std::exception& exception) {
    return fail(exception.what());
  }
}

}  // namespace kijun::conformance
