#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kijun {

/// A finite decimal number as IEEE 754 decimal128 has them: up to 34 significant digits, exponents to 6144. Results that
/// need more digits are rounded half to even. Compared and written by value: 1.0 and 1.00 are one number.
class Decimal {
 public:
  Decimal() = default;  ///< 0

  static constexpr int kMaxDigits = 34;

  /// Reads all of `text`: `12`, `-0.10`, `.5`, `1e3`. Nothing when it is no such number, or has more digits than a
  /// decimal holds exactly.
  [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);
  [[nodiscard]] static Decimal from_int(std::int64_t value);
  [[nodiscard]] static Decimal from_uint(std::uint64_t value);
  /// The shortest decimal that reads back as the double (0.1, not the binary fraction beside it), or nothing for an
  /// infinity or NaN.
  [[nodiscard]] static std::optional<Decimal> from_double(double value);
  /// ±`digits` × 10^`exponent`, where `digits` is ASCII digits only and is rounded half to even; nothing when that
  /// leaves the exponents of a decimal.
  [[nodiscard]] static std::optional<Decimal> from_digits(bool negative, std::string_view digits, int exponent);

  /// The significant digits without leading and trailing zeros (none for 0), and the power of ten of the last one.
  struct Parts {
    bool negative = false;
    std::string digits;
    int exponent = 0;
  };
  [[nodiscard]] Parts parts() const;

  /// The integer part, or nothing when it leaves 64 bits.
  [[nodiscard]] std::optional<std::int64_t> to_int() const;
  [[nodiscard]] std::optional<std::uint64_t> to_uint() const;
  /// The nearest double.
  [[nodiscard]] double to_double() const;
  /// The number without trailing zeros: `0.1`, `1200`, `-3.25`; with an exponent (`1e+40`) when plain digits would need
  /// more than 40 zeros.
  [[nodiscard]] std::string text() const;

  [[nodiscard]] bool is_zero() const;
  [[nodiscard]] Decimal negated() const;
  /// Rounded half to even to `digits` places after the point, before it when negative. Nothing when such a unit is larger
  /// than any decimal's.
  [[nodiscard]] std::optional<Decimal> rounded(std::int64_t digits) const;

  // Sums, differences, products and quotients, rounded half to even; nothing on overflow, and for a quotient by zero.
  [[nodiscard]] static std::optional<Decimal> sum(const Decimal& a, const Decimal& b);
  [[nodiscard]] static std::optional<Decimal> difference(const Decimal& a, const Decimal& b);
  [[nodiscard]] static std::optional<Decimal> product(const Decimal& a, const Decimal& b);
  [[nodiscard]] static std::optional<Decimal> quotient(const Decimal& a, const Decimal& b);

  [[nodiscard]] std::strong_ordering operator<=>(const Decimal& other) const;
  [[nodiscard]] bool operator==(const Decimal& other) const { return (*this <=> other) == 0; }

 private:
  Decimal(std::uint64_t low, std::uint64_t high) : low_(low), high_(high) {}

  /// The 128 bits of the binary encoding (BID), low word first; the library's own type stays in decimal.cpp. +0 × 10^0.
  std::uint64_t low_ = 0;
  std::uint64_t high_ = 0x3040000000000000;
};

}  // namespace kijun
