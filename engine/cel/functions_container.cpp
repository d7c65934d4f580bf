#include <array>
#include <cmath>

#include "engine/base/utf8.h"
#include "engine/cel/compare.h"
#include "engine/cel/container.h"
#include "engine/cel/function_table.h"

namespace kijun::cel {
namespace {

using Result = std::optional<Value>;

/// `a[b]` on an optional gives an optional (langdef extension optionals): none stays none.
Result index_optional(const Optional& operand, const Value& key) {
  if (operand.value == nullptr) return Value(Optional{});
  return select_optional(*operand.value, key);
}

Result index(Args args) {
  if (args.size() != 2) return std::nullopt;
  if (const auto* operand = args[0].as<Optional>()) return index_optional(*operand, args[1]);
  return element_at(args[0], args[1]);
}

Result optional_index(Args args) {
  if (args.size() != 2) return std::nullopt;
  if (const auto* operand = args[0].as<Optional>()) return index_optional(*operand, args[1]);
  return select_optional(args[0], args[1]);
}

Result in(Args args) {
  if (args.size() != 2) return std::nullopt;
  if (const Map* map = args[1].as_map()) return Value(find_entry(*map, args[0]) != nullptr);
  const List* list = args[1].as_list();
  if (list == nullptr) return std::nullopt;
  for (const Value& element : *list) {
    if (equals(args[0], element)) return Value(true);
  }
  return Value(false);
}

Result size(Args args) {
  if (args.size() != 1) return std::nullopt;
  const auto number = [](std::size_t count) { return Value(static_cast<std::int64_t>(count)); };
  if (const auto* text = args[0].as<std::string>()) return number(count_code_points(*text));
  if (const auto* bytes = args[0].as<Bytes>()) return number(bytes->data.size());
  if (const List* list = args[0].as_list()) return number(list->size());
  if (const Map* map = args[0].as_map()) return number(map->size());
  return std::nullopt;
}

/// A list position written as any number: int, uint, or a double without a fraction.
std::optional<std::int64_t> position(const Value& key) {
  if (const auto* number = key.as<std::int64_t>()) return *number;
  constexpr double kLimit = 4503599627370496.0;  // 2^52: far beyond any list, exact as a double
  if (const auto* number = key.as<std::uint64_t>()) {
    return *number > static_cast<std::uint64_t>(kLimit) ? std::int64_t{-1} : static_cast<std::int64_t>(*number);
  }
  const auto* number = key.as<double>();
  if (number == nullptr || std::trunc(*number) != *number || std::abs(*number) > kLimit) return std::nullopt;
  return static_cast<std::int64_t>(*number);
}

bool is_key(const Value& key) {
  return key.as<bool>() != nullptr || key.as<std::int64_t>() != nullptr || key.as<std::uint64_t>() != nullptr ||
         key.as<double>() != nullptr || key.as<std::string>() != nullptr;
}

constexpr std::array kContainerFunctions{
    FunctionEntry{FunctionId::kIndex, index},
    FunctionEntry{FunctionId::kOptionalIndex, optional_index},
    FunctionEntry{FunctionId::kIn, in},
    FunctionEntry{FunctionId::kSize, size},
};

}  // namespace

std::optional<Value> element_at(const Value& container, const Value& key) {
  if (const Map* map = container.as_map()) {
    if (!is_key(key)) return std::nullopt;
    if (const Value* found = find_entry(*map, key)) return *found;
    return Value::error("no_such_key", "no such key: " + debug_text(key));
  }
  const List* list = container.as_list();
  if (list == nullptr) return std::nullopt;
  const auto index = position(key);
  if (!index.has_value()) {
    if (key.as<double>() == nullptr) return std::nullopt;
    return Value::error("invalid_argument", "the list index is not a whole number: " + debug_text(key));
  }
  if (*index < 0 || *index >= static_cast<std::int64_t>(list->size())) {
    return Value::error("index_out_of_range", "index out of range: " + debug_text(key));
  }
  return (*list)[static_cast<std::size_t>(*index)];
}

std::optional<Value> select_optional(const Value& container, const Value& key) {
  std::optional<Value> element = element_at(container, key);
  if (!element.has_value()) return std::nullopt;
  if (const auto* error = element->as<EvalError>()) {
    const bool absent = error->code == "no_such_key" || error->code == "index_out_of_range";
    return absent ? Value(Optional{}) : *element;
  }
  return Value(Optional{std::make_shared<const Value>(*std::move(element))});
}

std::span<const FunctionEntry> container_functions() { return kContainerFunctions; }

}  // namespace kijun::cel
