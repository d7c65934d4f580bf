#include "engine/base/decimal.h"

#include <bid_conf.h>
#include <bid_functions.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "engine/base/ascii.h"

// All arithmetic is that of the Intel Decimal Floating-Point Math Library. This file keeps infinities and NaN out (they
// become "nothing"), and writes and reads numbers as people do.

namespace kijun {
namespace {

constexpr int kMaxExponent = 6111;  // of the last of 34 digits
constexpr int kBias = 6176;         // and the least such exponent is -6176
__extension__ typedef unsigned __int128 Coefficient;
constexpr _IDEC_round kHalfEven = BID_ROUNDING_TO_NEAREST;

BID_UINT128 bits_of(std::uint64_t low, std::uint64_t high) {
  BID_UINT128 bits{};
  bits.w[0] = low;
  bits.w[1] = high;
  return bits;
}

bool is_finite(BID_UINT128 bits) { return bid128_isFinite(bits) != 0; }

/// ±digits × 10^exponent as the library reads it, and the flags of reading it.
BID_UINT128 read(bool negative, std::string_view digits, std::int64_t exponent, _IDEC_flags& flags) {
  std::string text(negative ? "-" : "");
  text.append(digits.empty() ? "0" : digits).append("E").append(std::to_string(exponent));
  return bid128_from_string(text.data(), kHalfEven, &flags);
}

/// Reads digits one by one into a coefficient, which zeros at either end do not lengthen.
class DigitReader {
 public:
  /// False when the number has more digits than a decimal holds.
  bool add(char digit) {
    if (digit == '0') {
      if (num_digits_ > 0) ++num_zeros_;
      return true;
    }
    if (num_digits_ + num_zeros_ >= Decimal::kMaxDigits) return false;
    for (; num_zeros_ >= 0; --num_zeros_, ++num_digits_) coefficient_ *= 10;
    num_zeros_ = 0;
    coefficient_ += static_cast<unsigned>(digit - '0');
    return true;
  }
  /// Appends zeros to the coefficient; false when that makes it too long.
  bool lengthen(std::int64_t num_zeros) {
    if (num_digits_ + num_zeros > Decimal::kMaxDigits) return false;
    for (; num_zeros > 0; --num_zeros, ++num_digits_) coefficient_ *= 10;
    return true;
  }
  [[nodiscard]] Coefficient coefficient() const { return coefficient_; }
  /// Zeros read after the last digit that is none.
  [[nodiscard]] std::int64_t num_zeros() const { return num_zeros_; }

 private:
  Coefficient coefficient_ = 0;
  std::int64_t num_digits_ = 0;
  std::int64_t num_zeros_ = 0;
};

/// What is read of a number: the digits, and the power of ten of the last one written.
struct Number {
  DigitReader digits;
  std::int64_t exponent = 0;
};

/// Takes digits from the front of `rest`: how many, or nothing when they are too many.
std::optional<std::int64_t> take_digits(std::string_view& rest, DigitReader& digits) {
  std::int64_t count = 0;
  for (; !rest.empty() && is_digit(rest.front()); rest.remove_prefix(1), ++count) {
    if (!digits.add(rest.front())) return std::nullopt;
  }
  return count;
}

/// Takes `e3` or `E+3`, if it stands there; false when it is cut short.
bool take_exponent(std::string_view& rest, std::int64_t& exponent) {
  if (!rest.starts_with('e') && !rest.starts_with('E')) return true;
  rest.remove_prefix(rest.size() > 2 && rest[1] == '+' && is_digit(rest[2]) ? 2 : 1);
  int written = 0;
  const auto end = std::from_chars(rest.data(), rest.data() + rest.size(), written);
  if (end.ec != std::errc()) return false;
  exponent += written;
  rest.remove_prefix(static_cast<std::size_t>(end.ptr - rest.data()));
  return true;
}

/// A number without its sign.
std::optional<Number> read_number(std::string_view rest) {
  Number number;
  const auto whole = take_digits(rest, number.digits);
  if (!whole) return std::nullopt;
  std::int64_t num_written = *whole;
  if (rest.starts_with('.')) {
    rest.remove_prefix(1);
    const auto fraction = take_digits(rest, number.digits);
    if (!fraction || *fraction == 0) return std::nullopt;
    number.exponent = -*fraction;
    num_written += *fraction;
  }
  if (num_written == 0 || !take_exponent(rest, number.exponent) || !rest.empty()) return std::nullopt;
  return number;
}

/// Leaves out zeros at both ends, which may stand for more digits than a decimal has.
void trim_zeros(std::string& digits, std::int64_t& exponent) {
  digits.erase(0, digits.find_first_not_of('0'));
  const std::size_t last = digits.find_last_not_of('0');
  const std::size_t kept = last == std::string::npos ? 0 : last + 1;
  exponent += static_cast<std::int64_t>(digits.size() - kept);
  digits.resize(kept);
  if (digits.empty()) exponent = 0;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  std::optional<Number> number = read_number(text);
  if (!number) return std::nullopt;
  if (number->digits.coefficient() == 0) return Decimal();
  std::int64_t exponent = number->exponent + number->digits.num_zeros();
  if (exponent > kMaxExponent) {
    if (!number->digits.lengthen(exponent - kMaxExponent)) return std::nullopt;
    exponent = kMaxExponent;
  }
  if (exponent < -kBias) return std::nullopt;
  // IEEE 754 "binary integer decimal": sign, biased exponent, coefficient (34 digits take 113 bits).
  const Coefficient coefficient = number->digits.coefficient();
  constexpr int kWordBits = 64;
  constexpr int kHighBits = 49;  // of the coefficient in the high word
  const std::uint64_t sign = negative ? std::uint64_t{1} << (kWordBits - 1) : 0;
  const auto biased = static_cast<std::uint64_t>(exponent + kBias);
  return Decimal(static_cast<std::uint64_t>(coefficient),
                 sign | biased << kHighBits | static_cast<std::uint64_t>(coefficient >> kWordBits));
}

Decimal Decimal::from_int(std::int64_t value) {
  const BID_UINT128 bits = bid128_from_int64(value);
  return Decimal(bits.w[0], bits.w[1]);
}

Decimal Decimal::from_uint(std::uint64_t value) {
  const BID_UINT128 bits = bid128_from_uint64(value);
  return Decimal(bits.w[0], bits.w[1]);
}

std::optional<Decimal> Decimal::from_double(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  std::array<char, 32> buffer{};  // 17 digits, a point, a sign and an exponent
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
  return parse({buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data())});
}

std::optional<Decimal> Decimal::from_digits(bool negative, std::string_view digits, int exponent) {
  _IDEC_flags flags = 0;
  const BID_UINT128 bits = read(negative, digits, exponent, flags);
  if (!is_finite(bits)) return std::nullopt;
  return Decimal(bits.w[0], bits.w[1]);
}

Decimal::Parts Decimal::parts() const {
  std::array<char, 64> buffer{};  // "+", 34 digits, "E-6176"
  _IDEC_flags flags = 0;
  bid128_to_string(buffer.data(), bits_of(low_, high_), &flags);
  const std::string_view text(buffer.data());
  const std::size_t mark = text.find('E');
  Parts parts;
  parts.digits = text.substr(1, mark - 1);
  std::int64_t exponent = std::atoi(text.data() + mark + 1);
  trim_zeros(parts.digits, exponent);
  parts.exponent = static_cast<int>(exponent);
  parts.negative = text.front() == '-' && !parts.digits.empty();
  return parts;
}

std::optional<std::int64_t> Decimal::to_int() const {
  _IDEC_flags flags = 0;
  const std::int64_t value = bid128_to_int64_int(bits_of(low_, high_), &flags);
  if ((flags & BID_INVALID_EXCEPTION) != 0) return std::nullopt;
  return value;
}

std::optional<std::uint64_t> Decimal::to_uint() const {
  _IDEC_flags flags = 0;
  const std::uint64_t value = bid128_to_uint64_int(bits_of(low_, high_), &flags);
  if ((flags & BID_INVALID_EXCEPTION) != 0) return std::nullopt;
  return value;
}

double Decimal::to_double() const {
  _IDEC_flags flags = 0;
  return bid128_to_binary64(bits_of(low_, high_), kHalfEven, &flags);
}

std::string Decimal::text() const {
  constexpr int kMaxZeros = 40;
  const Parts number = parts();
  if (number.digits.empty()) return "0";
  const std::string sign = number.negative ? "-" : "";
  const int num_digits = static_cast<int>(number.digits.size());
  const int before_point = num_digits + number.exponent;
  if (number.exponent > kMaxZeros || before_point < -kMaxZeros) {
    const std::string fraction = num_digits > 1 ? "." + number.digits.substr(1) : "";
    const int exponent = before_point - 1;
    return sign + number.digits.front() + fraction + (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
  }
  if (number.exponent >= 0) return sign + number.digits + std::string(static_cast<std::size_t>(number.exponent), '0');
  if (before_point <= 0) {
    return sign + "0." + std::string(static_cast<std::size_t>(-before_point), '0') + number.digits;
  }
  const auto point = static_cast<std::size_t>(before_point);
  return sign + number.digits.substr(0, point) + "." + number.digits.substr(point);
}

bool Decimal::is_zero() const { return bid128_isZero(bits_of(low_, high_)) != 0; }

Decimal Decimal::negated() const {
  if (is_zero()) return *this;
  const BID_UINT128 bits = bid128_negate(bits_of(low_, high_));
  return Decimal(bits.w[0], bits.w[1]);
}

std::optional<Decimal> Decimal::rounded(std::int64_t digits) const {
  const Parts number = parts();
  if (digits >= -std::int64_t{number.exponent}) return *this;  // nothing to round
  if (digits < -std::int64_t{kMaxExponent}) return std::nullopt;
  _IDEC_flags flags = 0;
  const BID_UINT128 unit = read(false, "1", -digits, flags);
  const BID_UINT128 bits = bid128_quantize(bits_of(low_, high_), unit, kHalfEven, &flags);
  if (bid128_isZero(bits) != 0) return Decimal();
  return Decimal(bits.w[0], bits.w[1]);
}

std::optional<Decimal> Decimal::sum(const Decimal& a, const Decimal& b) {
  _IDEC_flags flags = 0;
  const BID_UINT128 bits = bid128_add(bits_of(a.low_, a.high_), bits_of(b.low_, b.high_), kHalfEven, &flags);
  return is_finite(bits) ? std::optional(Decimal(bits.w[0], bits.w[1])) : std::nullopt;
}

std::optional<Decimal> Decimal::difference(const Decimal& a, const Decimal& b) { return sum(a, b.negated()); }

std::optional<Decimal> Decimal::product(const Decimal& a, const Decimal& b) {
  _IDEC_flags flags = 0;
  const BID_UINT128 bits = bid128_mul(bits_of(a.low_, a.high_), bits_of(b.low_, b.high_), kHalfEven, &flags);
  return is_finite(bits) ? std::optional(Decimal(bits.w[0], bits.w[1])) : std::nullopt;
}

std::optional<Decimal> Decimal::quotient(const Decimal& a, const Decimal& b) {
  _IDEC_flags flags = 0;
  const BID_UINT128 bits = bid128_div(bits_of(a.low_, a.high_), bits_of(b.low_, b.high_), kHalfEven, &flags);
  return is_finite(bits) ? std::optional(Decimal(bits.w[0], bits.w[1])) : std::nullopt;
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
  _IDEC_flags flags = 0;
  const BID_UINT128 a = bits_of(low_, high_);
  const BID_UINT128 b = bits_of(other.low_, other.high_);
  if (bid128_quiet_less(a, b, &flags) != 0) return std::strong_ordering::less;
  return bid128_quiet_equal(a, b, &flags) != 0 ? std::strong_ordering::equal : std::strong_ordering::greater;
}

}  // namespace kijun
