#include "engine/cel/function_table.h"

#include <array>

#include "engine/cel/compare.h"
#include "engine/cel/value_limits.h"

namespace kijun::cel {
namespace {

constexpr std::size_t kNumFunctions = static_cast<std::size_t>(FunctionId::kUnknown) + 1;
using Table = std::array<Function, kNumFunctions>;

Table make_table() {
  Table table{};
  const std::array groups{operator_functions(), container_functions(), conversion_functions(), string_functions(),
                          list_functions(),     encoding_functions(),  math_functions(),       time_functions(),
                          date_functions(),     decimal_functions(),   optional_functions()};
  for (const auto& group : groups) {
    for (const FunctionEntry& entry : group) table[static_cast<std::size_t>(entry.id)] = entry.call;
  }
  return table;
}

}  // namespace

Function find_implementation(FunctionId id) {
  static const Table kTable = make_table();
  return kTable[static_cast<std::size_t>(id)];
}

Value call_function(FunctionId id, Args args) {
  const Function function = find_implementation(id);
  if (function != nullptr) {
    if (std::optional<Value> result = function(args)) return within_limits(*std::move(result));
  }
  return no_such_overload(function_name(id), args);
}

Value no_such_overload(std::string_view name, Args args) {
  std::string message = "no such overload: " + std::string(name) + "(";
  for (std::size_t index = 0; index < args.size(); ++index) {
    if (index > 0) message += ", ";
    message += type_value_name(runtime_type(args[index]));
  }
  return Value::error("no_such_overload", message + ")");
}

}  // namespace kijun::cel
