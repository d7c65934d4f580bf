#include <array>
#include <cmath>
#include <limits>

#include "engine/cel/bounds.h"
#include "engine/cel/compare.h"
#include "engine/cel/function_table.h"
#include "engine/cel/functions_time.h"

namespace kijun::cel {
namespace {

using Result = std::optional<Value>;

Value overflow() { return Value::error("overflow", "the integer result does not fit in 64 bits"); }
Value division_by_zero() { return Value::error("division_by_zero", "division by zero"); }

/// Operands of one type, or nothing.
template <class T>
struct Pair {
  const T* a;
  const T* b;
  explicit Pair(Args args)
      : a(args.size() == 2 ? args[0].as<T>() : nullptr), b(args.size() == 2 ? args[1].as<T>() : nullptr) {}
  explicit operator bool() const { return a != nullptr && b != nullptr; }
};

template <class T>
Value checked(bool overflowed, T result) {
  return overflowed ? overflow() : Value(result);
}

/// A decimal result, or the overflow of one that leaves the exponents of a decimal.
Value decimal_or_overflow(const std::optional<Decimal>& result) {
  return result.has_value() ? Value(*result) : Value::error("overflow", "the result is too large for a decimal");
}

Result add_containers(Args args) {
  if (const Pair<std::string> pair{args}) return Value(*pair.a + *pair.b);
  if (const Pair<Bytes> pair{args}) return Value(Bytes{pair.a->data + pair.b->data});
  const List* a = args[0].as_list();
  const List* b = args[1].as_list();
  if (a == nullptr || b == nullptr) return std::nullopt;
  List joined = *a;
  joined.insert(joined.end(), b->begin(), b->end());
  return Value::list(std::move(joined));
}

Result add(Args args) {
  if (args.size() != 2) return std::nullopt;
  if (const Pair<std::int64_t> pair{args}) {
    std::int64_t result = 0;
    const bool overflowed = __builtin_add_overflow(*pair.a, *pair.b, &result);
    return checked(overflowed, result);
  }
  if (const Pair<std::uint64_t> pair{args}) {
    std::uint64_t result = 0;
    const bool overflowed = __builtin_add_overflow(*pair.a, *pair.b, &result);
    return checked(overflowed, result);
  }
  if (const Pair<double> pair{args}) return Value(*pair.a + *pair.b);
  if (const Pair<Decimal> pair{args}) return decimal_or_overflow(Decimal::sum(*pair.a, *pair.b));
  if (Result sum = add_times(args[0], args[1])) return sum;
  return add_containers(args);
}

Result subtract(Args args) {
  if (args.size() != 2) return std::nullopt;
  if (const Pair<std::int64_t> pair{args}) {
    std::int64_t result = 0;
    const bool overflowed = __builtin_sub_overflow(*pair.a, *pair.b, &result);
    return checked(overflowed, result);
  }
  if (const Pair<std::uint64_t> pair{args}) {
    std::uint64_t result = 0;
    const bool overflowed = __builtin_sub_overflow(*pair.a, *pair.b, &result);
    return checked(overflowed, result);
  }
  if (const Pair<double> pair{args}) return Value(*pair.a - *pair.b);
  if (const Pair<Decimal> pair{args}) return decimal_or_overflow(Decimal::difference(*pair.a, *pair.b));
  if (const Pair<Date> pair{args}) return Value(std::int64_t{pair.a->days()} - std::int64_t{pair.b->days()});
  return subtract_times(args[0], args[1]);
}

Result multiply(Args args) {
  if (const Pair<std::int64_t> pair{args}) {
    std::int64_t result = 0;
    const bool overflowed = __builtin_mul_overflow(*pair.a, *pair.b, &result);
    return checked(overflowed, result);
  }
  if (const Pair<std::uint64_t> pair{args}) {
    std::uint64_t result = 0;
    const bool overflowed = __builtin_mul_overflow(*pair.a, *pair.b, &result);
    return checked(overflowed, result);
  }
  if (const Pair<double> pair{args}) return Value(*pair.a * *pair.b);
  if (const Pair<Decimal> pair{args}) return decimal_or_overflow(Decimal::product(*pair.a, *pair.b));
  return std::nullopt;
}

/// True for min / -1, the one quotient that does not fit.
bool quotient_overflows(std::int64_t a, std::int64_t b) {
  return a == std::numeric_limits<std::int64_t>::min() && b == -1;
}

Result divide(Args args) {
  if (const Pair<std::int64_t> pair{args}) {
    if (*pair.b == 0) return division_by_zero();
    if (quotient_overflows(*pair.a, *pair.b)) return overflow();
    return Value(*pair.a / *pair.b);
  }
  if (const Pair<std::uint64_t> pair{args}) {
    return *pair.b == 0 ? division_by_zero() : Value(*pair.a / *pair.b);
  }
  if (const Pair<double> pair{args}) return Value(*pair.a / *pair.b);
  if (const Pair<Decimal> pair{args}) {
    return pair.b->is_zero() ? division_by_zero() : decimal_or_overflow(Decimal::quotient(*pair.a, *pair.b));
  }
  return std::nullopt;
}

Result modulo(Args args) {
  if (const Pair<std::int64_t> pair{args}) {
    if (*pair.b == 0) return division_by_zero();
    // min % -1 is an error like min / -1 (cel-go does the same; the suite is silent).
    if (quotient_overflows(*pair.a, *pair.b)) return overflow();
    return Value(*pair.a % *pair.b);
  }
  if (const Pair<std::uint64_t> pair{args}) {
    return *pair.b == 0 ? division_by_zero() : Value(*pair.a % *pair.b);
  }
  return std::nullopt;
}

Result negate(Args args) {
  if (args.size() != 1) return std::nullopt;
  if (const auto* value = args[0].as<std::int64_t>()) {
    return *value == std::numeric_limits<std::int64_t>::min() ? overflow() : Value(-*value);
  }
  if (const auto* value = args[0].as<double>()) return Value(-*value);
  if (const auto* value = args[0].as<Decimal>()) return Value(value->negated());
  return std::nullopt;
}

Result equal(Args args) {
  if (args.size() != 2) return std::nullopt;
  return Value(equals(args[0], args[1]));
}

Result not_equal(Args args) {
  if (args.size() != 2) return std::nullopt;
  return Value(!equals(args[0], args[1]));
}

template <Relation relation>
Result ordered(Args args) {
  if (args.size() != 2) return std::nullopt;
  const auto order = compare(args[0], args[1]);
  if (!order.has_value()) return std::nullopt;
  return Value(holds(relation, *order));
}

constexpr std::array kOperatorFunctions{
    FunctionEntry{FunctionId::kAdd, add},
    FunctionEntry{FunctionId::kSubtract, subtract},
    FunctionEntry{FunctionId::kMultiply, multiply},
    FunctionEntry{FunctionId::kDivide, divide},
    FunctionEntry{FunctionId::kModulo, modulo},
    FunctionEntry{FunctionId::kNegate, negate},
    FunctionEntry{FunctionId::kEqual, equal},
    FunctionEntry{FunctionId::kNotEqual, not_equal},
    FunctionEntry{FunctionId::kLess, ordered<Relation::kLess>},
    FunctionEntry{FunctionId::kLessEqual, ordered<Relation::kLessEqual>},
    FunctionEntry{FunctionId::kGreater, ordered<Relation::kGreater>},
    FunctionEntry{FunctionId::kGreaterEqual, ordered<Relation::kGreaterEqual>},
};

}  // namespace

std::span<const FunctionEntry> operator_functions() { return kOperatorFunctions; }

}  // namespace kijun::cel
