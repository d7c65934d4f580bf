#include "engine/cel/value_text.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "engine/cel/compare.h"

namespace kijun::cel {
namespace {

/// `.5` for 500,000,000 nanoseconds; empty for none.
std::string fraction_text(std::int64_t nanos) {
  if (nanos == 0) return {};
  std::string digits = fmt::format(".{:09}", nanos);
  digits.erase(digits.find_last_not_of('0') + 1);
  return digits;
}

std::string to_chars_text(double value, std::chars_format format) {
  std::array<char, 400> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format);
  return std::string(buffer.data(), end.ptr);
}

std::string causes_text(const std::vector<Cause>& causes) {
  std::string text;
  for (const Cause& cause : causes) {
    const CellRef& cell = cause.cell;
    if (!text.empty()) text += ", ";
    text += fmt::format("survey {} subject {}:{} ", cell.record.survey, cell.record.subject.space,
                        cell.record.subject.index);
    if (cell.index != kWholeRecord)
      text += fmt::format("{} {} ", cell.is_attribute ? "attribute" : "field", cell.index);
    text += table::reason_id(cause.reason);
  }
  return text;
}

std::string list_text(const List& list) {
  std::string text = "[";
  for (const Value& element : list) {
    if (text.size() > 1) text += ", ";
    text += debug_text(element);
  }
  return text + "]";
}

std::string map_text(const Map& map) {
  std::string text = "{";
  for (const auto& [key, value] : map) {
    if (text.size() > 1) text += ", ";
    text += debug_text(key) + ": " + debug_text(value);
  }
  return text + "}";
}

/// Writes each alternative of a value.
struct DebugWriter {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
  std::string operator()(std::uint64_t value) const { return fmt::format("{}u", value); }
  std::string operator()(double value) const {
    const std::string text = double_text(value);
    return text.find_first_not_of("-0123456789") == std::string::npos ? text + ".0" : text;
  }
  std::string operator()(const std::string& value) const { return quoted_text(value); }
  std::string operator()(const Bytes& value) const { return "b" + quoted_text(value.data); }
  std::string operator()(const Timestamp& value) const { return fmt::format("timestamp({})", timestamp_text(value)); }
  std::string operator()(const Duration& value) const { return fmt::format("duration({})", duration_text(value)); }
  std::string operator()(const Date& value) const { return fmt::format("date({})", value.iso()); }
  std::string operator()(const Decimal& value) const { return fmt::format("decimal({})", value.text()); }
  std::string operator()(const Type& value) const { return fmt::format("type({})", type_value_name(value)); }
  std::string operator()(const std::shared_ptr<const List>& value) const { return list_text(*value); }
  std::string operator()(const std::shared_ptr<const Map>& value) const { return map_text(*value); }
  std::string operator()(const Optional& value) const {
    return value.value == nullptr ? "optional.none()" : fmt::format("optional.of({})", debug_text(*value.value));
  }
  std::string operator()(const RecordRef& value) const {
    return fmt::format("record(survey {} subject {}:{})", value.survey, value.subject.space, value.subject.index);
  }
  std::string operator()(const Unknown& value) const { return fmt::format("unknown({})", causes_text(value.causes)); }
  std::string operator()(const NotApplicable& value) const {
    return fmt::format("not_applicable({})", causes_text(value.causes));
  }
  std::string operator()(const EvalError& value) const {
    return fmt::format("error({}: {})", value.code, value.message);
  }
};

}  // namespace

std::string double_text(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value > 0 ? "Infinity" : "-Infinity";
  std::string scientific = to_chars_text(value, std::chars_format::scientific);
  const int exponent = std::atoi(scientific.c_str() + scientific.find('e') + 1);
  if (exponent < -4 || exponent > 20) return scientific;
  return to_chars_text(value, std::chars_format::fixed);
}

std::string timestamp_text(const Timestamp& timestamp) {
  std::int64_t days = timestamp.seconds / kSecondsPerDay;
  std::int64_t second = timestamp.seconds % kSecondsPerDay;
  if (second < 0) {
    second += kSecondsPerDay;
    --days;
  }
  const auto date = Date::from_days(days);
  const std::string day = date.has_value() ? date->iso() : fmt::format("day {}", days);
  return fmt::format("{}T{:02}:{:02}:{:02}{}Z", day, second / 3600, second / 60 % 60, second % 60,
                     fraction_text(timestamp.nanos));
}

std::string duration_text(const Duration& duration) {
  // Parts of the absolute value, which may be one more than the largest int64.
  const bool negative = duration.nanos < 0;
  const auto bits = static_cast<std::uint64_t>(duration.nanos);
  const std::uint64_t nanos = negative ? 0 - bits : bits;
  const auto unit = static_cast<std::uint64_t>(kNanosPerSecond);
  return fmt::format("{}{}{}s", negative ? "-" : "", nanos / unit,
                     fraction_text(static_cast<std::int64_t>(nanos % unit)));
}

std::string quoted_text(std::string_view text) {
  constexpr std::string_view kSpecial = "\a\b\f\n\r\t\v\\\"";
  constexpr std::string_view kEscapes = "abfnrtv\\\"";
  std::string quoted = "\"";
  for (const char c : text) {
    const std::size_t special = kSpecial.find(c);
    if (special == std::string_view::npos) {
      quoted += c;
    } else {
      quoted += '\\';
      quoted += kEscapes[special];
    }
  }
  return quoted + "\"";
}

std::string debug_text(const Value& value) { return std::visit(DebugWriter{}, value.data()); }

}  // namespace kijun::cel
