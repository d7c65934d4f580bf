#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "engine/cel/compare.h"
#include "engine/cel/function_table.h"

namespace kijun::cel {
namespace {

using Result = std::optional<Value>;

bool is_number(const Value& value) {
  return value.as<std::int64_t>() != nullptr || value.as<std::uint64_t>() != nullptr || value.as<double>() != nullptr ||
         value.as<Decimal>() != nullptr;
}

/// The first of the numbers (or of the one list of numbers) that no other one exceeds in the wanted direction.
Result extreme(Args args, std::partial_ordering wanted) {
  const List* list = args.size() == 1 ? args[0].as_list() : nullptr;
  const std::span<const Value> numbers = list == nullptr ? args : std::span<const Value>(*list);
  if (numbers.empty()) {
    if (list == nullptr) return std::nullopt;
    return Value::error("invalid_argument", "the list of numbers is empty");
  }
  const Value* best = nullptr;
  for (const Value& number : numbers) {
    const auto order = compare(number, best == nullptr ? number : *best);
    if (!is_number(number) || !order.has_value()) return std::nullopt;
    if (best == nullptr || *order == wanted) best = &number;
  }
  return *best;
}

Result greatest(Args args) { return extreme(args, std::partial_ordering::greater); }
Result least(Args args) { return extreme(args, std::partial_ordering::less); }

const double* only_double(Args args) { return args.size() == 1 ? args[0].as<double>() : nullptr; }

template <double (*function)(double)>
Result rounding(Args args) {
  const double* number = only_double(args);
  if (number == nullptr) return std::nullopt;
  return Value(function(*number));
}

Result absolute(Args args) {
  if (args.size() != 1) return std::nullopt;
  if (const auto* number = args[0].as<std::int64_t>()) {
    if (*number == std::numeric_limits<std::int64_t>::min()) {
      return Value::error("overflow", "the integer result does not fit in 64 bits");
    }
    return Value(std::int64_t{std::abs(*number)});
  }
  if (args[0].as<std::uint64_t>() != nullptr) return args[0];
  if (const auto* number = args[0].as<double>()) return Value(std::abs(*number));
  if (const auto* number = args[0].as<Decimal>()) return Value(*number < Decimal() ? number->negated() : *number);
  return std::nullopt;
}

Result sign(Args args) {
  if (args.size() != 1) return std::nullopt;
  if (const auto* number = args[0].as<std::int64_t>()) return Value(std::int64_t{(*number > 0) - (*number < 0)});
  if (const auto* number = args[0].as<std::uint64_t>()) return Value(std::uint64_t{*number > 0 ? 1U : 0U});
  if (const auto* number = args[0].as<double>()) {
    if (std::isnan(*number)) return args[0];
    return Value(static_cast<double>((*number > 0) - (*number < 0)));
  }
  if (const auto* number = args[0].as<Decimal>()) {
    return Value(Decimal::from_int((*number > Decimal()) - (*number < Decimal())));
  }
  return std::nullopt;
}

Result square_root(Args args) {
  if (args.size() != 1) return std::nullopt;
  if (const auto* number = args[0].as<double>()) return Value(std::sqrt(*number));
  if (const auto* number = args[0].as<std::int64_t>()) return Value(std::sqrt(static_cast<double>(*number)));
  if (const auto* number = args[0].as<std::uint64_t>()) return Value(std::sqrt(static_cast<double>(*number)));
  return std::nullopt;
}

template <bool (*predicate)(double)>
Result test(Args args) {
  const double* number = only_double(args);
  if (number == nullptr) return std::nullopt;
  return Value(predicate(*number));
}

bool is_nan(double number) { return std::isnan(number); }
bool is_infinite(double number) { return std::isinf(number); }
bool is_finite(double number) { return std::isfinite(number); }

std::uint64_t bits_of(std::int64_t number) { return static_cast<std::uint64_t>(number); }

/// A bit operation on two ints or two uints; an int keeps its two's complement bits.
template <std::uint64_t (*operation)(std::uint64_t, std::uint64_t)>
Result bitwise(Args args) {
  if (args.size() != 2) return std::nullopt;
  const auto* int_a = args[0].as<std::int64_t>();
  const auto* int_b = args[1].as<std::int64_t>();
  if (int_a != nullptr && int_b != nullptr) {
    return Value(static_cast<std::int64_t>(operation(bits_of(*int_a), bits_of(*int_b))));
  }
  const auto* uint_a = args[0].as<std::uint64_t>();
  const auto* uint_b = args[1].as<std::uint64_t>();
  if (uint_a == nullptr || uint_b == nullptr) return std::nullopt;
  return Value(operation(*uint_a, *uint_b));
}

std::uint64_t bit_and(std::uint64_t a, std::uint64_t b) { return a & b; }
std::uint64_t bit_or(std::uint64_t a, std::uint64_t b) { return a | b; }
std::uint64_t bit_xor(std::uint64_t a, std::uint64_t b) { return a ^ b; }

Result bit_not(Args args) {
  if (args.size() != 1) return std::nullopt;
  if (const auto* number = args[0].as<std::int64_t>()) return Value(~*number);
  if (const auto* number = args[0].as<std::uint64_t>()) return Value(~*number);
  return std::nullopt;
}

std::uint64_t shift_left(std::uint64_t number, std::int64_t by) { return by >= 64 ? 0 : number << by; }
std::uint64_t shift_right(std::uint64_t number, std::int64_t by) { return by >= 64 ? 0 : number >> by; }

/// Shifts fill with zeros, also an int to the right (extension math: the shift is logical).
template <std::uint64_t (*operation)(std::uint64_t, std::int64_t)>
Result shift(Args args) {
  const auto* by = args.size() == 2 ? args[1].as<std::int64_t>() : nullptr;
  if (by == nullptr) return std::nullopt;
  const auto* int_number = args[0].as<std::int64_t>();
  const auto* uint_number = args[0].as<std::uint64_t>();
  if (int_number == nullptr && uint_number == nullptr) return std::nullopt;
  if (*by < 0) return Value::error("invalid_argument", "negative shift offset");
  if (int_number != nullptr) return Value(static_cast<std::int64_t>(operation(bits_of(*int_number), *by)));
  return Value(operation(*uint_number, *by));
}

constexpr std::array kMathFunctions{
    FunctionEntry{FunctionId::kMathGreatest, greatest},
    FunctionEntry{FunctionId::kMathLeast, least},
    FunctionEntry{FunctionId::kMathCeil, rounding<std::ceil>},
    FunctionEntry{FunctionId::kMathFloor, rounding<std::floor>},
    FunctionEntry{FunctionId::kMathRound, rounding<std::round>},
    FunctionEntry{FunctionId::kMathTrunc, rounding<std::trunc>},
    FunctionEntry{FunctionId::kMathAbs, absolute},
    FunctionEntry{FunctionId::kMathSign, sign},
    FunctionEntry{FunctionId::kMathSqrt, square_root},
    FunctionEntry{FunctionId::kMathIsNan, test<is_nan>},
    FunctionEntry{FunctionId::kMathIsInf, test<is_infinite>},
    FunctionEntry{FunctionId::kMathIsFinite, test<is_finite>},
    FunctionEntry{FunctionId::kMathBitAnd, bitwise<bit_and>},
    FunctionEntry{FunctionId::kMathBitOr, bitwise<bit_or>},
    FunctionEntry{FunctionId::kMathBitXor, bitwise<bit_xor>},
    FunctionEntry{FunctionId::kMathBitNot, bit_not},
    FunctionEntry{FunctionId::kMathBitShiftLeft, shift<shift_left>},
    FunctionEntry{FunctionId::kMathBitShiftRight, shift<shift_right>},
};

}  // namespace

std::span<const FunctionEntry> math_functions() { return kMathFunctions; }

}  // namespace kijun::cel
