#pragma once

#include <optional>
#include <string_view>

#include "engine/cel/value.h"

namespace kijun::cel {

/// Reads an RFC 3339 timestamp ("2009-02-13T23:31:30.5Z", "…+09:00"); nothing when it is none or outside the years 1 to
/// 9999. Digits beyond nanoseconds are cut.
[[nodiscard]] std::optional<Timestamp> parse_timestamp(std::string_view text);

/// Reads a duration ("1h45m47s", "-1.5s", "0"); units h m s ms us µs ns. Nothing when it is none or does not fit.
[[nodiscard]] std::optional<Duration> parse_duration(std::string_view text);

/// The timestamp `seconds` after 1970, or nothing outside the years 1 to 9999.
[[nodiscard]] std::optional<Timestamp> timestamp_of(std::int64_t seconds, std::int64_t nanos = 0);

/// `a + b` of timestamps and durations; nothing when neither is one.
[[nodiscard]] std::optional<Value> add_times(const Value& a, const Value& b);

/// `a - b` of timestamps and durations; nothing when neither is one.
[[nodiscard]] std::optional<Value> subtract_times(const Value& a, const Value& b);

}  // namespace kijun::cel
