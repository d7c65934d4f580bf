#include "engine/base/clock.h"

#include <chrono>

namespace kijun {

Date today_in_tokyo() {
  const auto now = std::chrono::system_clock::now() + std::chrono::hours(9);
  const auto days = std::chrono::floor<std::chrono::days>(now).time_since_epoch().count();
  return Date::from_days(days).value_or(Date{});
}

}  // namespace kijun
