#include "engine/cel/exact_sum.h"

#include <cmath>
#include <limits>

namespace kijun::cel {
namespace {

constexpr int kDigitBits = 32;
constexpr int kLowestExponent = -1074;  ///< Of the smallest positive double.
constexpr int kMantissaBits = 53;
constexpr std::uint32_t kMaxPending = std::uint32_t{1} << 30;  ///< Limbs grow by less than 2^32 a number.

/// Digits of a non-negative integer, least significant first.
using Digits = std::array<std::int64_t, 70>;

bool bit(const Digits& digits, int index) {
  if (index < 0) return false;
  return ((digits[static_cast<std::size_t>(index / kDigitBits)] >> (index % kDigitBits)) & 1) != 0;
}

/// Index of the highest bit set, or -1.
int highest_bit(const Digits& digits) {
  for (int index = static_cast<int>(digits.size()) * kDigitBits - 1; index >= 0; --index) {
    if (bit(digits, index)) return index;
  }
  return -1;
}

bool any_bit_below(const Digits& digits, int limit) {
  for (int index = 0; index < limit; ++index) {
    if (bit(digits, index)) return true;
  }
  return false;
}

/// digits × 2^-1074, rounded half to even.
double to_double(const Digits& digits) {
  const int highest = highest_bit(digits);
  // With fewer bits than a mantissa the result is exact, subnormal or not.
  const int lowest = highest < kMantissaBits ? 0 : highest - kMantissaBits + 1;
  std::uint64_t mantissa = 0;
  for (int index = highest; index >= lowest; --index) mantissa = mantissa * 2 + (bit(digits, index) ? 1U : 0U);
  const bool half = bit(digits, lowest - 1);
  if (half && (mantissa % 2 == 1 || any_bit_below(digits, lowest - 1))) ++mantissa;
  return std::ldexp(static_cast<double>(mantissa), lowest + kLowestExponent);
}

}  // namespace

void ExactSum::add(double value) {
  if (std::isnan(value)) {
    has_nan_ = true;
    return;
  }
  if (std::isinf(value)) {
    (value > 0 ? has_positive_infinity_ : has_negative_infinity_) = true;
    return;
  }
  int exponent = 0;
  const double fraction = std::frexp(value, &exponent);
  // value = mantissa × 2^(exponent - 53); a subnormal has low zero bits, which the shift below takes away again.
  auto mantissa = static_cast<std::int64_t>(std::ldexp(fraction, kMantissaBits));
  int position = exponent - kMantissaBits - kLowestExponent;
  if (position < 0) {
    mantissa /= std::int64_t{1} << -position;
    position = 0;
  }
  const std::int64_t sign = mantissa < 0 ? -1 : 1;
  const auto magnitude = static_cast<std::uint64_t>(mantissa * sign);
  const int shift = position % kDigitBits;
  auto limb = static_cast<std::size_t>(position / kDigitBits);
  const std::uint64_t low = (magnitude & 0xffffffffU) << shift;
  const std::uint64_t high = (magnitude >> kDigitBits) << shift;
  limbs_[limb] += sign * static_cast<std::int64_t>(low & 0xffffffffU);
  limbs_[limb + 1] += sign * static_cast<std::int64_t>((low >> kDigitBits) + (high & 0xffffffffU));
  limbs_[limb + 2] += sign * static_cast<std::int64_t>(high >> kDigitBits);
  if (++num_pending_ >= kMaxPending) propagate_carries();
}

void ExactSum::add(const ExactSum& other) {
  ExactSum addend = other;
  addend.propagate_carries();
  propagate_carries();
  for (std::size_t index = 0; index < limbs_.size(); ++index) limbs_[index] += addend.limbs_[index];
  num_pending_ = 1;
  has_positive_infinity_ |= other.has_positive_infinity_;
  has_negative_infinity_ |= other.has_negative_infinity_;
  has_nan_ |= other.has_nan_;
}

double ExactSum::value() const {
  if (has_nan_ || (has_positive_infinity_ && has_negative_infinity_)) return std::numeric_limits<double>::quiet_NaN();
  if (has_positive_infinity_) return std::numeric_limits<double>::infinity();
  if (has_negative_infinity_) return -std::numeric_limits<double>::infinity();
  ExactSum sum = *this;
  sum.propagate_carries();
  if (sum.limbs_.back() >= 0) return to_double(sum.limbs_);
  for (std::int64_t& limb : sum.limbs_) limb = -limb;
  sum.propagate_carries();
  return -to_double(sum.limbs_);
}

/// Brings every digit but the last into [0, 2^32); the last one carries the sign.
void ExactSum::propagate_carries() {
  for (std::size_t index = 0; index + 1 < limbs_.size(); ++index) {
    const std::int64_t carry = limbs_[index] >> kDigitBits;  // arithmetic shift: rounds down
    limbs_[index] -= carry * (std::int64_t{1} << kDigitBits);
    limbs_[index + 1] += carry;
  }
  num_pending_ = 0;
}

std::optional<std::int64_t> IntegerSum::value() const {
  if (sum_ < std::numeric_limits<std::int64_t>::min() || sum_ > std::numeric_limits<std::int64_t>::max()) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(sum_);
}

std::optional<std::uint64_t> IntegerSum::unsigned_value() const {
  if (sum_ < 0 || sum_ > std::numeric_limits<std::uint64_t>::max()) return std::nullopt;
  return static_cast<std::uint64_t>(sum_);
}

}  // namespace kijun::cel
