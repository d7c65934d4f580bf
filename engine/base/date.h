#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kijun {

/// A calendar day without a zone, proleptic Gregorian, from 0001-01-01 to 9999-12-31.
class Date {
 public:
  Date() = default;

  /// The day, or nothing when the month has no such day or the year is outside 1..9999.
  [[nodiscard]] static std::optional<Date> from_ymd(int year, unsigned month, unsigned day);
  /// The day `days` after 1970-01-01 (negative before it), or nothing outside the range.
  [[nodiscard]] static std::optional<Date> from_days(std::int64_t days);
  /// Parses exactly `YYYY-MM-DD`.
  [[nodiscard]] static std::optional<Date> parse_iso(std::string_view text);
  /// 31 March that ends the Japanese fiscal year `fiscal_year` (FY2018 ends on 2019-03-31).
  [[nodiscard]] static std::optional<Date> fiscal_year_end(int fiscal_year);

  /// Days since 1970-01-01.
  [[nodiscard]] std::int32_t days() const { return days_; }
  [[nodiscard]] int year() const;
  /// 1..12.
  [[nodiscard]] unsigned month() const;
  /// 1..31.
  [[nodiscard]] unsigned day() const;
  /// The Japanese fiscal year (April to March) the day lies in.
  [[nodiscard]] int fiscal_year() const;
  /// `YYYY-MM-DD`.
  [[nodiscard]] std::string iso() const;
  /// The day `num_months` later, clamped to the last day of the month; nothing outside the range.
  [[nodiscard]] std::optional<Date> add_months(std::int64_t num_months) const;

  auto operator<=>(const Date&) const = default;

 private:
  explicit Date(std::int32_t days) : days_(days) {}
  std::int32_t days_ = 0;
};

}  // namespace kijun
