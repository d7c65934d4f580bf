#include "engine/base/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace kijun {
namespace {

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;

std::chrono::year_month_day civil(std::int32_t days) {
  return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days}}};
}

std::int32_t days_of(std::chrono::year_month_day day) {
  return static_cast<std::int32_t>(std::chrono::sys_days{day}.time_since_epoch().count());
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Date> Date::from_ymd(int year, unsigned month, unsigned day) {
  if (year < kFirstYear || year > kLastYear || month > 12 || day > 31) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  if (!ymd.ok()) return std::nullopt;
  return Date(days_of(ymd));
}

std::optional<Date> Date::from_days(std::int64_t days) {
  static const std::int64_t kFirst = from_ymd(kFirstYear, 1, 1)->days();
  static const std::int64_t kLast = from_ymd(kLastYear, 12, 31)->days();
  if (days < kFirst || days > kLast) return std::nullopt;
  return Date(static_cast<std::int32_t>(days));
}

std::optional<Date> Date::parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return from_ymd(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<Date> Date::fiscal_year_end(int fiscal_year) {
  if (fiscal_year < kFirstYear - 1 || fiscal_year >= kLastYear) return std::nullopt;
  return from_ymd(fiscal_year + 1, 3, 31);
}

int Date::year() const { return static_cast<int>(civil(days_).year()); }

unsigned Date::month() const { return static_cast<unsigned>(civil(days_).month()); }

unsigned Date::day() const { return static_cast<unsigned>(civil(days_).day()); }

int Date::fiscal_year() const { return month() >= 4 ? year() : year() - 1; }

std::string Date::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

std::optional<Date> Date::add_months(std::int64_t num_months) const {
  // Nothing in range is further apart than this, and within it the sum below cannot overflow.
  constexpr std::int64_t kMostMonths = std::int64_t{kLastYear} * 12;
  if (num_months < -kMostMonths || num_months > kMostMonths) return std::nullopt;
  const std::int64_t months = std::int64_t{year()} * 12 + (month() - 1) + num_months;
  const std::int64_t to_year = months / 12;
  if (months < 0 || to_year < kFirstYear || to_year > kLastYear) return std::nullopt;
  const std::chrono::year_month to{std::chrono::year{static_cast<int>(to_year)},
                                   std::chrono::month{static_cast<unsigned>(months % 12 + 1)}};
  const auto last = static_cast<unsigned>(std::chrono::year_month_day{to / std::chrono::last}.day());
  return from_ymd(static_cast<int>(to_year), static_cast<unsigned>(to.month()), std::min(day(), last));
}

}  // namespace kijun
