// The profile's decimal numbers (design section 4). Their operators are in functions_operator.cpp.
#include <array>

#include "engine/cel/function_table.h"

namespace kijun::cel {
namespace {

using Result = std::optional<Value>;

Result to_decimal(Args args) {
  if (args.size() != 1) return std::nullopt;
  if (args[0].as<Decimal>() != nullptr) return args[0];
  if (const auto* number = args[0].as<std::int64_t>()) return Value(Decimal::from_int(*number));
  if (const auto* number = args[0].as<std::uint64_t>()) return Value(Decimal::from_uint(*number));
  std::optional<Decimal> read;
  if (const auto* text = args[0].as<std::string>()) {
    read = Decimal::parse(*text);
  } else if (const auto* number = args[0].as<double>()) {
    read = Decimal::from_double(*number);
  } else {
    return std::nullopt;
  }
  if (read.has_value()) return Value(*read);
  return Value::error("invalid_conversion", debug_text(args[0]) + " is no decimal number of at most 34 digits");
}

/// A double is rounded as the decimal number it prints as, so that 2.675 rounded to two places is 2.68 and not the 2.67
/// of the binary fraction just below it.
Result round_to(Args args) {
  const auto* digits = args.size() == 2 ? args[1].as<std::int64_t>() : nullptr;
  if (digits == nullptr) return std::nullopt;
  const auto* real = args[0].as<double>();
  const auto* number = args[0].as<Decimal>();
  if (real == nullptr && number == nullptr) return std::nullopt;
  const std::optional<Decimal> exact = real == nullptr ? *number : Decimal::from_double(*real);
  if (!exact.has_value()) return args[0];  // infinities and NaN stay
  const std::optional<Decimal> rounded = exact->rounded(*digits);
  if (!rounded.has_value()) return Value::error("range", "no number can be rounded to so many digits");
  return real == nullptr ? Value(*rounded) : Value(rounded->to_double());
}

constexpr std::array kDecimalFunctions{
    FunctionEntry{FunctionId::kToDecimal, to_decimal},
    FunctionEntry{FunctionId::kRound, round_to},
};

}  // namespace

std::span<const FunctionEntry> decimal_functions() { return kDecimalFunctions; }

}  // namespace kijun::cel
