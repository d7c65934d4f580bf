#include "engine/cel/bounds.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>

namespace kijun::cel {
namespace {

__extension__ typedef __int128 Wide;

constexpr double kSmallestShare = 1e-10;  ///< Less than 1 / 2^32, the smallest share above zero.
constexpr double kLargestCount = 1e15;    ///< Above any count and within the exact integers of a double.

std::strong_ordering order_of(Wide a, Wide b) {
  if (a < b) return std::strong_ordering::less;
  return a > b ? std::strong_ordering::greater : std::strong_ordering::equal;
}

/// A number in decimal: digits × 10^-scale, scale ≥ 0.
struct DecimalNumber {
  std::int64_t digits = 0;
  int scale = 0;
};

/// The shortest decimal of a number in [kSmallestShare, kLargestCount]: at most 17 digits, scale at most 27.
DecimalNumber shortest_decimal(double number) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific);
  const std::string_view text(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
  const std::size_t mark = text.find('e');
  DecimalNumber decimal;
  decimal.scale = -std::atoi(text.data() + mark + 1);
  bool after_point = false;
  for (const char c : text.substr(0, mark)) {
    if (c == '.') {
      after_point = true;
      continue;
    }
    decimal.digits = decimal.digits * 10 + (c - '0');
    if (after_point) ++decimal.scale;
  }
  for (; decimal.scale < 0; ++decimal.scale) decimal.digits *= 10;
  return decimal;
}

/// Order of a fraction and a value, or nothing when the value is no number.
std::optional<std::partial_ordering> order_of(std::int64_t count, std::int64_t size, const Value& value) {
  if (const auto* number = value.as<double>()) return compare_fraction(count, size, *number);
  if (const auto* number = value.as<std::int64_t>()) return order_of(count, static_cast<Wide>(*number) * size);
  if (const auto* number = value.as<std::uint64_t>()) return order_of(count, static_cast<Wide>(*number) * size);
  return std::nullopt;
}

std::strong_ordering order_of(std::int64_t count, const Bounds& a, std::int64_t other, const Bounds& b) {
  return order_of(static_cast<Wide>(count) * b.size, static_cast<Wide>(other) * a.size);
}

/// True when some count of `a` and some count of `b` give the same fraction. Walks both rising sequences at once.
bool can_meet(const Bounds& a, const Bounds& b) {
  std::int64_t i = a.low;
  std::int64_t j = b.low;
  while (i <= a.high && j <= b.high) {
    const auto order = order_of(i, a, j, b);
    if (order == 0) return true;
    ++(order < 0 ? i : j);
  }
  return false;
}

/// True when some count between the ends of `bounds`, which stand on both sides of the number, gives the number.
bool meets(const Bounds& bounds, const Value& number) {
  std::int64_t below = bounds.low;
  std::int64_t above = bounds.high;
  while (above - below > 1) {
    const std::int64_t middle = below + (above - below) / 2;
    const auto order = order_of(middle, bounds.size, number);
    if (*order == 0) return true;
    (*order < 0 ? below : above) = middle;
  }
  return false;
}

State verdict(bool can_hold, bool can_fail) {
  if (can_hold && can_fail) return State::kUnknown;
  return can_hold ? State::kTrue : State::kFalse;
}

}  // namespace

bool holds(Relation relation, std::partial_ordering order) {
  switch (relation) {
    case Relation::kEqual:
      return order == 0;
    case Relation::kNotEqual:
      return order != 0;
    case Relation::kLess:
      return order < 0;
    case Relation::kLessEqual:
      return order <= 0;
    case Relation::kGreater:
      return order > 0;
    case Relation::kGreaterEqual:
      return order >= 0;
  }
  return false;
}

Relation mirrored(Relation relation) {
  switch (relation) {
    case Relation::kEqual:
    case Relation::kNotEqual:
      return relation;
    case Relation::kLess:
      return Relation::kGreater;
    case Relation::kLessEqual:
      return Relation::kGreaterEqual;
    case Relation::kGreater:
      return Relation::kLess;
    case Relation::kGreaterEqual:
      return Relation::kLessEqual;
  }
  return relation;
}

std::partial_ordering compare_fraction(std::int64_t count, std::int64_t size, double number) {
  if (std::isnan(number)) return std::partial_ordering::unordered;
  if (number <= 0.0) return number == 0.0 ? order_of(count, 0) : std::strong_ordering::greater;
  if (number > kLargestCount) return std::partial_ordering::less;
  if (number < kSmallestShare) return count == 0 ? std::partial_ordering::less : std::partial_ordering::greater;
  // The number and its decimal differ by half a unit in the last place, and so may the product and its double: fractions
  // that are further apart need no exact look.
  constexpr double kFar = 1e-14;
  const double product = number * static_cast<double>(size);
  const double difference = static_cast<double>(count) - product;
  if (std::fabs(difference) > kFar * product + kFar * static_cast<double>(count))
    return difference < 0.0 ? std::partial_ordering::less : std::partial_ordering::greater;
  const DecimalNumber decimal = shortest_decimal(number);
  Wide power = 1;
  for (int i = 0; i < decimal.scale; ++i) power *= 10;
  // At most 2^32 × 10^27 and 10^17 × 2^32: both fit.
  return order_of(count * power, static_cast<Wide>(decimal.digits) * size);
}

std::optional<State> compare_bounds(Relation relation, const Bounds& bounds, const Value& number) {
  const auto at_low = order_of(bounds.low, bounds.size, number);
  const auto at_high = order_of(bounds.high, bounds.size, number);
  if (!at_low.has_value() || !at_high.has_value()) return std::nullopt;
  const bool low_holds = holds(relation, *at_low);
  const bool high_holds = holds(relation, *at_high);
  if (low_holds != high_holds) return State::kUnknown;
  // An order that agrees at both ends holds between them too. Equality may be met, or missed, only between them.
  if (is_equality(relation) && *at_low < 0 && *at_high > 0) {
    return meets(bounds, number) ? State::kUnknown : verdict(low_holds, !low_holds);
  }
  return verdict(low_holds, !low_holds);
}

State compare_bounds(Relation relation, const Bounds& a, const Bounds& b) {
  if (relation == Relation::kEqual || relation == Relation::kNotEqual) {
    const bool same = can_meet(a, b);
    const bool different = !(a.is_decided() && b.is_decided() && same);
    return relation == Relation::kEqual ? verdict(same, different) : verdict(different, same);
  }
  // An order holds in some completion or in all of them exactly when it does at the ends.
  const auto least = order_of(a.low, a, b.high, b);
  const auto greatest = order_of(a.high, a, b.low, b);
  const bool at_least = holds(relation, least);
  const bool at_greatest = holds(relation, greatest);
  return at_least == at_greatest ? verdict(at_least, !at_least) : State::kUnknown;
}

}  // namespace kijun::cel
