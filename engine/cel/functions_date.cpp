// The profile's dates without zone (design section 4).
#include <array>

#include "engine/base/era.h"
#include "engine/cel/function_table.h"

namespace kijun::cel {
namespace {

using Result = std::optional<Value>;

Value date_or_error(std::optional<Date> date) {
  return date.has_value() ? Value(*date) : Value::error("range", "the date leaves the years 1 to 9999");
}

const Date* date_at(Args args, std::size_t num_args) { return args.size() == num_args ? args[0].as<Date>() : nullptr; }

Result date_of_parts(Args args) {
  const auto* year = args[0].as<std::int64_t>();
  const auto* month = args[1].as<std::int64_t>();
  const auto* day = args[2].as<std::int64_t>();
  if (year == nullptr || month == nullptr || day == nullptr) return std::nullopt;
  const bool in_range = *year >= 1 && *year <= 9999 && *month >= 1 && *month <= 12 && *day >= 1 && *day <= 31;
  if (in_range) {
    const auto date =
        Date::from_ymd(static_cast<int>(*year), static_cast<unsigned>(*month), static_cast<unsigned>(*day));
    if (date.has_value()) return Value(*date);
  }
  return Value::error("invalid_date", "there is no such day: " + std::to_string(*year) + "-" + std::to_string(*month) +
                                          "-" + std::to_string(*day));
}

Result to_date(Args args) {
  if (args.size() == 3) return date_of_parts(args);
  if (args.size() != 1) return std::nullopt;
  if (args[0].as<Date>() != nullptr) return args[0];
  const auto* text = args[0].as<std::string>();
  if (text == nullptr) return std::nullopt;
  const auto date = read_day(*text);
  return date.has_value() ? Value(*date) : Value::error("invalid_date", "not a date: " + debug_text(args[0]));
}

Value no_era() { return Value::error("range", "the eras begin on 1873-01-01"); }

Result era(Args args) {
  const Date* date = date_at(args, 1);
  if (date == nullptr) return std::nullopt;
  const auto found = era_year_of(*date);
  return found.has_value() ? Value(std::string(found->era)) : no_era();
}

Result era_year(Args args) {
  const Date* date = date_at(args, 1);
  if (date == nullptr) return std::nullopt;
  const auto found = era_year_of(*date);
  return found.has_value() ? Value(std::int64_t{found->year}) : no_era();
}

Result era_text(Args args) {
  const Date* date = date_at(args, 1);
  if (date == nullptr) return std::nullopt;
  return era_year_of(*date).has_value() ? Value(format_era_date(*date)) : no_era();
}

Result add_days(Args args) {
  const Date* date = date_at(args, 2);
  const auto* number = date == nullptr ? nullptr : args[1].as<std::int64_t>();
  if (number == nullptr) return std::nullopt;
  std::int64_t days = 0;
  const bool overflowed = __builtin_add_overflow(std::int64_t{date->days()}, *number, &days);
  return date_or_error(overflowed ? std::nullopt : Date::from_days(days));
}

/// Months are clamped to the last day: 31 January and one month is the last of February.
Result add_months(Args args) {
  const Date* date = date_at(args, 2);
  const auto* number = date == nullptr ? nullptr : args[1].as<std::int64_t>();
  if (number == nullptr) return std::nullopt;
  return date_or_error(date->add_months(*number));
}

Result add_years(Args args) {
  const Date* date = date_at(args, 2);
  const auto* number = date == nullptr ? nullptr : args[1].as<std::int64_t>();
  if (number == nullptr) return std::nullopt;
  std::int64_t months = 0;
  const bool overflowed = __builtin_mul_overflow(*number, std::int64_t{12}, &months);
  return date_or_error(overflowed ? std::nullopt : date->add_months(months));
}

template <std::int64_t (*part)(const Date&)>
Result date_part(Args args) {
  const Date* date = date_at(args, 1);
  if (date == nullptr) return std::nullopt;
  return Value(part(*date));
}

std::int64_t year(const Date& date) { return date.year(); }
std::int64_t month(const Date& date) { return date.month(); }
std::int64_t day(const Date& date) { return date.day(); }
std::int64_t fiscal_year(const Date& date) { return date.fiscal_year(); }

constexpr std::array kDateFunctions{
    FunctionEntry{FunctionId::kEra, era},
    FunctionEntry{FunctionId::kEraYear, era_year},
    FunctionEntry{FunctionId::kEraText, era_text},
    FunctionEntry{FunctionId::kDate, to_date},
    FunctionEntry{FunctionId::kAddDays, add_days},
    FunctionEntry{FunctionId::kAddMonths, add_months},
    FunctionEntry{FunctionId::kAddYears, add_years},
    FunctionEntry{FunctionId::kYear, date_part<year>},
    FunctionEntry{FunctionId::kMonth, date_part<month>},
    FunctionEntry{FunctionId::kDay, date_part<day>},
    FunctionEntry{FunctionId::kFiscalYearOf, date_part<fiscal_year>},
};

}  // namespace

std::span<const FunctionEntry> date_functions() { return kDateFunctions; }

}  // namespace kijun::cel
