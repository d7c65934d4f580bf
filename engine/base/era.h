#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/language.h"

namespace kijun {

/// A date or fiscal year read from Japanese or western text.
struct ReadDate {
  Date date;                    ///< The day; a fiscal year is its 31 March, a month its last day.
  bool past_era_end = false;    ///< The text used an era year that never came (平成32年度).
  bool is_fiscal_year = false;  ///< The text named a fiscal year (年度).
  bool is_day = false;          ///< The text named a day, not a month or a fiscal year.
  bool before_era = false;      ///< The text used an era before its first day (令和元年4月1日).
};

/// Reads 平成31年1月24日, R5.4.1, 令和元年度, 平成32年度末, 2019-03-31, 2019年3月, 2018年度, full-width digits
/// included. Nothing when the text is no date. Meiji dates before 1873-01-01 (lunisolar) are refused.
[[nodiscard]] std::optional<ReadDate> read_date(std::string_view text);

/// The day that a text names exactly: as `read_date`, but neither a month nor a fiscal year, nor an era outside its days.
[[nodiscard]] std::optional<Date> read_day(std::string_view text);

/// The names of the eras, 明治 first.
[[nodiscard]] std::vector<std::string> era_names();

/// The year of an era, from 1.
struct EraYear {
  std::string_view era;  ///< 平成
  int year = 1;
};

/// The era and its year of a day; nothing before 1873-01-01.
[[nodiscard]] std::optional<EraYear> era_year_of(Date date);

/// 2019年3月31日（平成31年3月31日） in Japanese, 31 March 2019 in English.
[[nodiscard]] std::string format_date(Date date, Language language);

/// 平成31年3月31日; days before 1873-01-01 come back as the western form.
[[nodiscard]] std::string format_era_date(Date date);

/// 平成30年度（2018年度） in Japanese, FY2018 in English.
[[nodiscard]] std::string format_fiscal_year(int fiscal_year, Language language);

}  // namespace kijun
