#pragma once

#include <compare>
#include <cstdint>
#include <optional>

#include "engine/cel/state.h"
#include "engine/cel/value.h"

namespace kijun::cel {

/// The relations of CEL.
enum class Relation : std::uint8_t { kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual };

/// True when values in this order stand in the relation. Unordered (NaN) stands only in `!=`.
[[nodiscard]] bool holds(Relation relation, std::partial_ordering order);

/// True for `==` and `!=`.
[[nodiscard]] constexpr bool is_equality(Relation relation) {
  return relation == Relation::kEqual || relation == Relation::kNotEqual;
}

/// The relation with its sides exchanged: `a < b` is `b > a`.
[[nodiscard]] Relation mirrored(Relation relation);

/// What `count` or `share` can still become: any of `low`, `low` + 1, … `high` elements, out of `size`. A count has
/// `size` 1. Compared as exact fractions (design section 4); shared by both evaluators.
struct Bounds {
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::int64_t size = 1;  ///< At least 1, at most 2^32.

  [[nodiscard]] bool is_decided() const { return low == high; }
};

/// `count` or `share` before it is used: bounds, and the unknown value that stands for them while undecided; or the
/// state it ended in.
struct Tally {
  std::optional<Value> state;
  Bounds bounds;
  Value undecided;
};

/// Order of the fraction `count` / `size` and a number. A double stands for the decimal number it prints as, so that
/// 4 of 5 equals 0.8 and not the double beside it. `size` is at most 2^32.
[[nodiscard]] std::partial_ordering compare_fraction(std::int64_t count, std::int64_t size, double number);

/// `bounds relation number`: true or false when every completion agrees, else unknown. Nothing when CEL does not order
/// the value and a number.
[[nodiscard]] std::optional<State> compare_bounds(Relation relation, const Bounds& bounds, const Value& number);

/// `a relation b` for two bounds over different elements.
[[nodiscard]] State compare_bounds(Relation relation, const Bounds& a, const Bounds& b);

}  // namespace kijun::cel
