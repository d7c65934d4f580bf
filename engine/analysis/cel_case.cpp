#include "engine/analysis/cel_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "engine/analysis/json_value.h"
#include "engine/base/json_nesting.h"

namespace kijun::analysis {
namespace {

using Json = nlohmann::json;

// Thrown and caught in this file only, as the JSON library's own exceptions are.
[[noreturn]] void refuse(const std::string& what) { throw std::runtime_error(what); }

cel::Value read_value(const Json& json) {
  Result<cel::Value> value = read_typed_value(json);
  if (!value) refuse(value.error().message);
  return *std::move(value);
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

void read_binding(const std::string& name, const Json& json, CelCase& test) {
  test.bindings.emplace(name, read_value(json));
  auto& variables = test.environment.variables;
  if (std::ranges::none_of(variables, [&](const auto& variable) { return variable.first == name; }))
    variables.emplace_back(name, cel::Type::of(cel::TypeKind::kDyn));
}

CaseExpectation read_expectation(const Json& json) {
  CaseExpectation expect;
  if (json.contains("value")) expect.value = read_value(json.at("value"));
  if (json.contains("type")) expect.type = read_type(json.at("type"));
  expect.error = json.value("error", false);
  if (!expect.value && !expect.type && !expect.error) refuse("nothing expected: " + json.dump());
  return expect;
}

CelCase read_case(const Json& json) {
  CelCase test;
  const auto text = [&json](const char* key) { return json.at(key).get<std::string>(); };
  test.name = text("file") + "/" + text("section") + "/" + text("name");
  if (json.contains("repeat")) test.name += fmt::format("#{}", json.at("repeat").get<int>());
  test.expr = text("expr");
  test.environment.container = json.value("container", "");
  for (const Json& declaration : json.value("type_env", Json::array())) read_declaration(declaration, test.environment);
  const Json bindings = json.value("bindings", Json::object());
  for (const auto& [name, value] : bindings.items()) read_binding(name, value, test);
  test.disable_check = json.value("disable_check", false);
  test.check_only = json.value("check_only", false);
  test.skipped_elsewhere = json.contains("skipped_by");
  if (json.value("disable_macros", false)) refuse("a case without macros: " + test.name);
  test.expect = read_expectation(json.at("expect"));
  return test;
}

}  // namespace

Result<CelCase> read_cel_case(std::string_view line) {
  if (nests_deeper(line)) return fail("it is nested too deeply");
  try {
    return read_case(Json::parse(line));
  } catch (const std::exception& exception) {
    return fail(exception.what());
  }
}

}  // namespace kijun::analysis
