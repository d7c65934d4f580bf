#include "engine/cel/zone.h"

#include <date/tz.h>

#include <exception>
#include <string_view>

#include "engine/base/ascii.h"

namespace kijun::cel {
namespace {

std::optional<int> two_digits(std::string_view text, int max) {
  if (text.size() != 2 || text[0] == '-') return std::nullopt;
  const auto value = to_number<int>(text);
  return value && *value <= max ? value : std::nullopt;
}

/// `+09:00`, `-02:30`, and without a sign `02:00`, as the conformance suite has it.
std::optional<std::int64_t> fixed_offset(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hours = two_digits(text.substr(0, 2), 23);
  const auto minutes = two_digits(text.substr(3), 59);
  if (!hours.has_value() || !minutes.has_value()) return std::nullopt;
  const std::int64_t offset = *hours * 3600 + *minutes * 60;
  return negative ? -offset : offset;
}

/// Japan's clocks have stood at +09:00 ever since its last summer time, which ended in September 1951 (IANA tz, `asia`). So
/// they need no zone files, which an empty chroot does not have.
constexpr std::int64_t kTokyo = 9 * 3600;
constexpr std::int64_t kTokyoSince = -568'080'000;  // 1952-01-01T00:00:00Z

/// The zone library reports unknown names and missing zone files by exceptions; none leaves this function.
std::optional<std::int64_t> named_offset(const std::string& zone, std::int64_t seconds) {
  try {
    const date::sys_seconds instant{std::chrono::seconds{seconds}};
    return date::locate_zone(zone)->get_info(instant).offset.count();
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace

std::optional<std::int64_t> zone_offset(const std::string& zone, std::int64_t seconds) {
  if (zone == "UTC") return 0;
  if (zone == "Asia/Tokyo" && seconds >= kTokyoSince) return kTokyo;
  if (const auto offset = fixed_offset(zone)) return offset;
  return named_offset(zone, seconds);
}

std::vector<std::string> zone_names() {
  std::vector<std::string> names;
  try {
    for (const date::time_zone& zone : date::get_tzdb().zones) names.push_back(zone.name());
  } catch (const std::exception&) {
    names.clear();
  }
  return names;
}

}  // namespace kijun::cel
