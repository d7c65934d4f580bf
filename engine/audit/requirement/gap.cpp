#include "engine/audit/requirement/gap.h"

#include <fmt/format.h>

#include <cmath>

#include "engine/base/date.h"
#include "engine/base/decimal.h"
#include "engine/table/vocabulary.h"

namespace kijun::audit {
namespace {

using cel::FunctionId;
using cel::Value;

std::optional<Decimal> number_of(const Value& value) {
  if (const auto* number = value.as<std::int64_t>()) return Decimal::from_int(*number);
  if (const auto* number = value.as<std::uint64_t>()) return Decimal::from_uint(*number);
  if (const auto* number = value.as<double>()) return Decimal::from_double(*number);
  if (const auto* number = value.as<Decimal>()) return *number;
  return std::nullopt;
}

bool is_whole(const Value& value) {
  return value.as<std::int64_t>() != nullptr || value.as<std::uint64_t>() != nullptr;
}

/// The nearest value that would do, as a step from the bound: an order that excludes the bound asks for one more or less.
int step_of(FunctionId relation) {
  if (relation == FunctionId::kLess) return -1;
  return relation == FunctionId::kGreater ? 1 : 0;
}

std::optional<Gap> number_gap(const Decimal& measured, const Decimal& required, const LocalizedText& unit) {
  const bool is_over = measured > required;
  const auto difference = is_over ? Decimal::difference(measured, required) : Decimal::difference(required, measured);
  if (!difference || difference->is_zero()) return std::nullopt;
  const std::string number = difference->text();
  const LocalizedText amount = table::with_unit(in_both(number), unit);
  if (is_over) return Gap{{amount.ja + "超過", amount.en + " over"}, number, unit.ja};
  return Gap{{amount.ja + "不足", amount.en + " short"}, number, unit.ja};
}

bool ends_month(Date date) {
  const auto next = Date::from_days(date.days() + 1);
  return !next || next->day() == 1;
}

/// The months from one day to a later one, if they are whole; the last days of two months count as the same day.
std::optional<int> whole_months(Date from, Date to) {
  const int months = (to.year() - from.year()) * 12 + static_cast<int>(to.month()) - static_cast<int>(from.month());
  const bool same_day = from.day() == to.day() || (ends_month(from) && ends_month(to));
  if (months < 1 || !same_day) return std::nullopt;
  return months;
}

Gap time_gap(std::int64_t number, bool is_months, bool is_late) {
  const std::string_view ja = is_months ? "か月" : "日";
  const std::string en = fmt::format("{} {}{}", number, is_months ? "month" : "day", number == 1 ? "" : "s");
  return {{fmt::format("{}{}{}", number, ja, is_late ? "超過" : "早い"), en + (is_late ? " late" : " early")},
          fmt::format("{}", number),
          is_months ? "month" : "day"};
}

std::optional<Gap> date_gap(Date measured, Date required) {
  if (measured == required) return std::nullopt;
  const bool is_late = measured > required;
  const Date from = is_late ? required : measured;
  const Date to = is_late ? measured : required;
  if (const auto months = whole_months(from, to)) return time_gap(*months, true, is_late);
  return time_gap(std::int64_t{to.days()} - from.days(), false, is_late);
}

}  // namespace

std::optional<Gap> gap_between(FunctionId relation, const Value& measured, const Value& required,
                               const LocalizedText& unit) {
  if (relation == FunctionId::kNotEqual) return std::nullopt;
  const Date* day = measured.as<Date>();
  const Date* last = required.as<Date>();
  if (day != nullptr && last != nullptr) {
    const auto nearest = Date::from_days(std::int64_t{last->days()} + step_of(relation));
    return nearest ? date_gap(*day, *nearest) : std::nullopt;
  }
  const auto number = number_of(measured);
  auto bound = number_of(required);
  if (!number || !bound) return std::nullopt;
  if (is_whole(measured) && is_whole(required)) bound = Decimal::sum(*bound, Decimal::from_int(step_of(relation)));
  return bound ? number_gap(*number, *bound, unit) : std::nullopt;
}

std::optional<Gap> share_gap(std::int64_t part, std::int64_t whole, const Value& required) {
  const auto bound = number_of(required);
  if (!bound || whole <= 0) return std::nullopt;
  constexpr double kPercent = 100;
  const double points =
      static_cast<double>(part) / static_cast<double>(whole) * kPercent - bound->to_double() * kPercent;
  const std::string number = fmt::format("{:.1f}", std::abs(points));
  if (number == "0.0") return std::nullopt;
  if (points > 0) return Gap{{number + "ポイント超過", number + " points over"}, number, "point"};
  return Gap{{number + "ポイント不足", number + " points short"}, number, "point"};
}

}  // namespace kijun::audit
