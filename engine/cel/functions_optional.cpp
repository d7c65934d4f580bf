#include <array>

#include "engine/cel/function_table.h"

namespace kijun::cel {
namespace {

using Result = std::optional<Value>;

Value some(const Value& value) { return Value(Optional{std::make_shared<const Value>(value)}); }

/// The zero of each type: false, 0, "", b"", empty containers, null, none, the zero duration and the epoch.
bool is_zero(const Value& value) {
  if (value.as<std::monostate>() != nullptr) return true;
  if (const auto* truth = value.as<bool>()) return !*truth;
  if (const auto* number = value.as<std::int64_t>()) return *number == 0;
  if (const auto* number = value.as<std::uint64_t>()) return *number == 0;
  if (const auto* number = value.as<double>()) return *number == 0.0;
  if (const auto* text = value.as<std::string>()) return text->empty();
  if (const auto* bytes = value.as<Bytes>()) return bytes->data.empty();
  if (const auto* duration = value.as<Duration>()) return duration->nanos == 0;
  if (const auto* timestamp = value.as<Timestamp>()) return *timestamp == Timestamp{};
  if (const List* list = value.as_list()) return list->empty();
  if (const Map* map = value.as_map()) return map->empty();
  if (const auto* optional = value.as<Optional>()) return optional->value == nullptr;
  return false;
}

Result of(Args args) {
  if (args.size() != 1) return std::nullopt;
  return some(args[0]);
}

Result of_non_zero(Args args) {
  if (args.size() != 1) return std::nullopt;
  return is_zero(args[0]) ? Value(Optional{}) : some(args[0]);
}

Result none(Args args) {
  if (!args.empty()) return std::nullopt;
  return Value(Optional{});
}

Result has_value(Args args) {
  const auto* optional = args.size() == 1 ? args[0].as<Optional>() : nullptr;
  if (optional == nullptr) return std::nullopt;
  return Value(optional->value != nullptr);
}

Result value(Args args) {
  const auto* optional = args.size() == 1 ? args[0].as<Optional>() : nullptr;
  if (optional == nullptr) return std::nullopt;
  if (optional->value == nullptr) return Value::error("no_value", "value() of an optional without a value");
  return *optional->value;
}

constexpr std::array kOptionalFunctions{
    FunctionEntry{FunctionId::kOptionalOf, of},       FunctionEntry{FunctionId::kOptionalOfNonZeroValue, of_non_zero},
    FunctionEntry{FunctionId::kOptionalNone, none},   FunctionEntry{FunctionId::kOptionalHasValue, has_value},
    FunctionEntry{FunctionId::kOptionalValue, value},
};

}  // namespace

std::span<const FunctionEntry> optional_functions() { return kOptionalFunctions; }

}  // namespace kijun::cel
