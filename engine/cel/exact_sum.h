#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace kijun::cel {

/// The sum of doubles, kept exactly and rounded once (half to even), so that neither the order of rows nor blocks nor
/// threads change it. Shared by both evaluators.
///
/// Idea: every finite double is an integer multiple of 2^-1074, so a sum is one large integer. It is held in digits of
/// 32 bits, digit i worth 2^(32 i - 1074), each in a signed 64-bit limb. A number touches three limbs; carries are
/// propagated only when a limb could overflow. Infinities and NaN are noted beside it.
class ExactSum {
 public:
  void add(double value);
  /// Adds the numbers of another sum.
  void add(const ExactSum& other);
  /// The exact sum rounded to double; overflow is an infinity, an empty sum 0.
  [[nodiscard]] double value() const;

 private:
  void propagate_carries();

  // 2046 + 53 bits for the largest double, 64 bits of room for the number of summands.
  std::array<std::int64_t, 70> limbs_{};
  std::uint32_t num_pending_ = 0;  ///< Numbers added since carries were propagated.
  bool has_positive_infinity_ = false;
  bool has_negative_infinity_ = false;
  bool has_nan_ = false;
};

/// The sum of integers, exact whatever the order; only the final sum has to fit.
class IntegerSum {
 public:
  void add(std::int64_t value) { sum_ += value; }
  void add(std::uint64_t value) { sum_ += value; }
  void add(const IntegerSum& other) { sum_ += other.sum_; }
  /// The sum, or nothing when it leaves 64 bits.
  [[nodiscard]] std::optional<std::int64_t> value() const;
  /// The sum as a uint, or nothing when it leaves 64 bits.
  [[nodiscard]] std::optional<std::uint64_t> unsigned_value() const;
  /// The sum as a double, rounded once.
  [[nodiscard]] double as_double() const { return static_cast<double>(sum_); }

 private:
  __extension__ typedef __int128 Wide;
  Wide sum_ = 0;
};

}  // namespace kijun::cel
