#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>

#include "engine/base/decimal.h"

namespace kijun::cel {

/// The sum of decimals, kept exactly and rounded once (half to even), as `ExactSum` does for doubles.
///
/// Idea: the digits of a number fall into blocks of nine, block i worth 10^(9 i), whose sums are kept apart in signed
/// 64-bit integers. A block takes less than 10^9 from each number, so 2^33 numbers fit; carries are settled at the end.
class DecimalSum {
 public:
  void add(const Decimal& number);
  /// Adds the numbers of another sum.
  void add(const DecimalSum& other);
  /// The exact sum rounded to 34 digits, or nothing on overflow. An empty sum is 0.
  [[nodiscard]] std::optional<Decimal> value() const;

  /// `value` divided by `count` ≥ 1.
  [[nodiscard]] std::optional<Decimal> average(std::size_t count) const;

 private:
  std::map<int, std::int64_t> blocks_;
};

}  // namespace kijun::cel
