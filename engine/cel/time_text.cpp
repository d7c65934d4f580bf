// Reading timestamps and durations from text (langdef "Timestamp", "Duration"; RFC 3339).
#include <array>
#include <limits>

#include "engine/base/ascii.h"
#include "engine/cel/functions_time.h"

namespace kijun::cel {
namespace {

__extension__ typedef __int128 Wide;

constexpr int kNanoDigits = 9;

/// Takes characters off the front of a text.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  bool skip(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  /// Exactly `num_digits` digits, up to `max`.
  std::optional<int> number(std::size_t num_digits, int max) {
    if (rest_.size() < num_digits) return std::nullopt;
    int value = 0;
    for (const char c : rest_.substr(0, num_digits)) {
      if (!is_digit(c)) return std::nullopt;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(num_digits);
    return value <= max ? std::optional<int>(value) : std::nullopt;
  }

  /// All digits that follow; may be none.
  std::string_view digits() {
    std::size_t length = 0;
    while (length < rest_.size() && is_digit(rest_[length])) ++length;
    const std::string_view digits = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return digits;
  }

 private:
  std::string_view rest_;
};

/// `.123` as nanoseconds, further digits cut; 0 without a fraction, nothing for a point without digits.
std::optional<std::int64_t> read_fraction(Cursor& cursor) {
  if (!cursor.skip(".")) return 0;
  const std::string_view digits = cursor.digits();
  if (digits.empty()) return std::nullopt;
  std::int64_t nanos = 0;
  for (int i = 0; i < kNanoDigits; ++i) {
    const auto index = static_cast<std::size_t>(i);
    nanos = nanos * 10 + (index < digits.size() ? digits[index] - '0' : 0);
  }
  return nanos;
}

/// `Z` or `+09:00` in seconds.
std::optional<std::int64_t> read_offset(Cursor& cursor) {
  if (cursor.skip("Z")) return 0;
  const bool negative = cursor.skip("-");
  if (!negative && !cursor.skip("+")) return std::nullopt;
  const auto hours = cursor.number(2, 23);
  const bool colon = cursor.skip(":");
  const auto minutes = cursor.number(2, 59);
  if (!hours.has_value() || !colon || !minutes.has_value()) return std::nullopt;
  const std::int64_t offset = *hours * 3600 + *minutes * 60;
  return negative ? -offset : offset;
}

struct Unit {
  std::string_view name;
  std::int64_t nanos;
};

/// Longer names first: `ms` is not minutes.
constexpr std::array kUnits{
    Unit{"ms", 1'000'000},        Unit{"us", 1'000},         Unit{"µs", 1'000},       Unit{"ns", 1},
    Unit{"h", 3'600'000'000'000}, Unit{"m", 60'000'000'000}, Unit{"s", 1'000'000'000}};

std::optional<std::int64_t> read_unit(Cursor& cursor) {
  for (const Unit& unit : kUnits) {
    if (cursor.skip(unit.name)) return unit.nanos;
  }
  return std::nullopt;
}

/// `1.5h` in nanoseconds: exact, then cut.
std::optional<Wide> read_term(Cursor& cursor) {
  const std::string_view whole = cursor.digits();
  const bool point = cursor.skip(".");
  const std::string_view fraction = point ? cursor.digits() : std::string_view{};
  if ((whole.empty() && fraction.empty()) || whole.size() > 19) return std::nullopt;
  const auto unit = read_unit(cursor);
  if (!unit.has_value()) return std::nullopt;
  Wide nanos = 0;
  for (const char c : whole) nanos = nanos * 10 + (c - '0');
  nanos *= *unit;
  Wide part = 0;
  Wide scale = 1;
  // 18 digits of an hour are far below a nanosecond.
  for (const char c : fraction.substr(0, 18)) {
    part = part * 10 + (c - '0');
    scale *= 10;
  }
  return nanos + part * *unit / scale;
}

}  // namespace

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  if (text.size() < 11 || text[10] != 'T') return std::nullopt;
  const auto date = Date::parse_iso(text.substr(0, 10));
  if (!date.has_value()) return std::nullopt;
  Cursor cursor(text.substr(11));
  const auto hours = cursor.number(2, 23);
  const bool first_colon = cursor.skip(":");
  const auto minutes = cursor.number(2, 59);
  const bool second_colon = cursor.skip(":");
  const auto seconds = cursor.number(2, 59);
  if (!hours || !first_colon || !minutes || !second_colon || !seconds) return std::nullopt;
  const auto nanos = read_fraction(cursor);
  const auto offset = read_offset(cursor);
  if (!nanos.has_value() || !offset.has_value() || !cursor.at_end()) return std::nullopt;
  const std::int64_t local = date->days() * kSecondsPerDay + *hours * 3600 + *minutes * 60 + *seconds;
  return timestamp_of(local - *offset, *nanos);
}

std::optional<Duration> parse_duration(std::string_view text) {
  Cursor cursor(text);
  const bool negative = cursor.skip("-");
  if (!negative) cursor.skip("+");
  if (cursor.at_end()) return std::nullopt;
  Cursor zero = cursor;
  if (zero.skip("0") && zero.at_end()) return Duration{};
  Wide nanos = 0;
  while (!cursor.at_end()) {
    const auto term = read_term(cursor);
    if (!term.has_value()) return std::nullopt;
    nanos += *term;
    if (nanos > std::numeric_limits<std::int64_t>::max()) return std::nullopt;
  }
  return Duration{static_cast<std::int64_t>(negative ? -nanos : nanos)};
}

}  // namespace kijun::cel
