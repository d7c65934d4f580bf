#include "engine/cel/functions_time.h"

#include <array>

#include "engine/cel/function_table.h"
#include "engine/cel/zone.h"

namespace kijun::cel {
namespace {

using Result = std::optional<Value>;

constexpr std::int64_t kFirstSecond = -62'135'596'800;  ///< 0001-01-01T00:00:00Z
constexpr std::int64_t kLastSecond = 253'402'300'799;   ///< 9999-12-31T23:59:59Z

Value out_of_range(const char* what) { return Value::error("range", what); }

Value timestamp_or_error(std::optional<Timestamp> timestamp) {
  return timestamp.has_value() ? Value(*timestamp) : out_of_range("the timestamp leaves the years 1 to 9999");
}

Value duration_or_error(bool overflowed, std::int64_t nanos) {
  return overflowed ? out_of_range("the duration leaves 292 years") : Value(Duration{nanos});
}

std::optional<Timestamp> shifted(const Timestamp& start, std::int64_t seconds, std::int64_t nanos) {
  return timestamp_of(start.seconds + seconds, start.nanos + nanos);
}

Value difference(const Timestamp& a, const Timestamp& b) {
  std::int64_t nanos = 0;
  // Seconds differ by less than 2^39, so only the multiplication can overflow.
  bool overflowed = __builtin_mul_overflow(a.seconds - b.seconds, kNanosPerSecond, &nanos);
  overflowed |= __builtin_add_overflow(nanos, std::int64_t{a.nanos - b.nanos}, &nanos);
  return duration_or_error(overflowed, nanos);
}

/// A timestamp on the clock of a zone.
struct Clock {
  Date date;
  std::int64_t second = 0;  ///< Of the day.
  std::int32_t nanos = 0;
};

/// The clock of `getX()` or `getX(zone)`, an error, or nothing.
std::optional<Clock> read_clock(Args args, Result& error) {
  const auto* timestamp = args[0].as<Timestamp>();
  std::int64_t offset = 0;
  if (args.size() == 2) {
    const auto found = zone_offset(*args[1].as<std::string>(), timestamp->seconds);
    if (!found.has_value()) {
      error = Value::error("invalid_time_zone", "unknown time zone " + debug_text(args[1]));
      return std::nullopt;
    }
    offset = *found;
  }
  const std::int64_t local = timestamp->seconds + offset;
  std::int64_t days = local / kSecondsPerDay;
  if (local % kSecondsPerDay < 0) --days;
  const auto date = Date::from_days(days);
  if (!date.has_value()) {
    error = out_of_range("the local date leaves the years 1 to 9999");
    return std::nullopt;
  }
  return Clock{*date, local - days * kSecondsPerDay, timestamp->nanos};
}

template <std::int64_t (*part)(const Clock&)>
Result timestamp_part(Args args) {
  if (args.empty() || args.size() > 2 || args[0].as<Timestamp>() == nullptr) return std::nullopt;
  if (args.size() == 2 && args[1].as<std::string>() == nullptr) return std::nullopt;
  Result error;
  const auto clock = read_clock(args, error);
  return clock.has_value() ? Value(part(*clock)) : error;
}

/// `getX()` of a duration converts the whole, cut toward zero, except milliseconds, which are the part of a second.
template <std::int64_t (*part)(const Clock&), std::int64_t unit, std::int64_t modulus>
Result time_part(Args args) {
  const auto* duration = args.size() == 1 ? args[0].as<Duration>() : nullptr;
  if (duration == nullptr) return timestamp_part<part>(args);
  const std::int64_t whole = duration->nanos / unit;
  return Value(modulus == 0 ? whole : whole % modulus);
}

std::int64_t year(const Clock& clock) { return clock.date.year(); }
std::int64_t month(const Clock& clock) { return std::int64_t{clock.date.month()} - 1; }
std::int64_t day(const Clock& clock) { return clock.date.day(); }
std::int64_t day_of_month(const Clock& clock) { return day(clock) - 1; }
std::int64_t day_of_week(const Clock& clock) { return ((std::int64_t{clock.date.days()} + 4) % 7 + 7) % 7; }
std::int64_t day_of_year(const Clock& clock) {
  return std::int64_t{clock.date.days()} - Date::from_ymd(clock.date.year(), 1, 1)->days();
}
std::int64_t hours(const Clock& clock) { return clock.second / 3600; }
std::int64_t minutes(const Clock& clock) { return clock.second / 60 % 60; }
std::int64_t seconds(const Clock& clock) { return clock.second % 60; }
std::int64_t milliseconds(const Clock& clock) { return clock.nanos / 1'000'000; }

constexpr std::array kTimeFunctions{
    FunctionEntry{FunctionId::kGetFullYear, timestamp_part<year>},
    FunctionEntry{FunctionId::kGetMonth, timestamp_part<month>},
    FunctionEntry{FunctionId::kGetDate, timestamp_part<day>},
    FunctionEntry{FunctionId::kGetDayOfMonth, timestamp_part<day_of_month>},
    FunctionEntry{FunctionId::kGetDayOfWeek, timestamp_part<day_of_week>},
    FunctionEntry{FunctionId::kGetDayOfYear, timestamp_part<day_of_year>},
    FunctionEntry{FunctionId::kGetHours, time_part<hours, 3600 * kNanosPerSecond, 0>},
    FunctionEntry{FunctionId::kGetMinutes, time_part<minutes, 60 * kNanosPerSecond, 0>},
    FunctionEntry{FunctionId::kGetSeconds, time_part<seconds, kNanosPerSecond, 0>},
    FunctionEntry{FunctionId::kGetMilliseconds, time_part<milliseconds, 1'000'000, 1000>},
};

}  // namespace

std::optional<Timestamp> timestamp_of(std::int64_t seconds, std::int64_t nanos) {
  seconds += nanos / kNanosPerSecond;
  nanos %= kNanosPerSecond;
  if (nanos < 0) {
    nanos += kNanosPerSecond;
    --seconds;
  }
  if (seconds < kFirstSecond || seconds > kLastSecond) return std::nullopt;
  return Timestamp{seconds, static_cast<std::int32_t>(nanos)};
}

std::optional<Value> add_times(const Value& a, const Value& b) {
  const auto* duration = b.as<Duration>();
  if (duration == nullptr)
    return a.as<Duration>() != nullptr && b.as<Timestamp>() != nullptr ? add_times(b, a) : std::nullopt;
  if (const auto* start = a.as<Timestamp>()) {
    return timestamp_or_error(shifted(*start, duration->nanos / kNanosPerSecond, duration->nanos % kNanosPerSecond));
  }
  const auto* other = a.as<Duration>();
  if (other == nullptr) return std::nullopt;
  std::int64_t sum = 0;
  const bool overflowed = __builtin_add_overflow(other->nanos, duration->nanos, &sum);
  return duration_or_error(overflowed, sum);
}

std::optional<Value> subtract_times(const Value& a, const Value& b) {
  const auto* start = a.as<Timestamp>();
  if (start != nullptr && b.as<Timestamp>() != nullptr) return difference(*start, *b.as<Timestamp>());
  const auto* duration = b.as<Duration>();
  if (duration == nullptr) return std::nullopt;
  if (start != nullptr) {
    return timestamp_or_error(
        shifted(*start, -(duration->nanos / kNanosPerSecond), -(duration->nanos % kNanosPerSecond)));
  }
  const auto* other = a.as<Duration>();
  if (other == nullptr) return std::nullopt;
  std::int64_t result = 0;
  const bool overflowed = __builtin_sub_overflow(other->nanos, duration->nanos, &result);
  return duration_or_error(overflowed, result);
}

std::span<const FunctionEntry> time_functions() { return kTimeFunctions; }

}  // namespace kijun::cel
