#include "engine/base/era.h"

#include <fmt/format.h>

#include <array>
#include <string>

#include "engine/base/unicode.h"

namespace kijun {
namespace {

// The five modern eras. An era begins on its first day and ends on the day before the next one's (皇室典範特例法 and the
// cabinet orders on era names). Meiji begins here with the Gregorian calendar; earlier days were lunisolar.
struct Era {
  std::string_view name;
  std::string_view kanji;
  char letter;
  int year_zero;  // western year = year_zero + era year
  std::string_view first_day;
};

constexpr std::array<Era, 5> kEras = {{
    {"明治", "明", 'm', 1867, "1873-01-01"},
    {"大正", "大", 't', 1911, "1912-07-30"},
    {"昭和", "昭", 's', 1925, "1926-12-25"},
    {"平成", "平", 'h', 1988, "1989-01-08"},
    {"令和", "令", 'r', 2018, "2019-05-01"},
}};

Date first_day(const Era& era) { return *Date::parse_iso(era.first_day); }

const Era* era_of(Date date) {
  for (std::size_t i = kEras.size(); i-- > 0;) {
    if (date >= first_day(kEras[i])) return &kEras[i];
  }
  return nullptr;
}

// True when `date` lies after the last day of `era`.
bool is_past(const Era& era, Date date) {
  const std::size_t next = static_cast<std::size_t>(&era - kEras.data()) + 1;
  return next < kEras.size() && date >= first_day(kEras[next]);
}

// Takes the text apart from the left. White space was removed and full-width forms were folded before.
class Scanner {
 public:
  explicit Scanner(std::string_view rest) : rest_(rest) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  bool eat(std::string_view word) {
    if (rest_.substr(0, word.size()) != word) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  // A number of one to `max_digits` digits.
  std::optional<int> number(std::size_t max_digits) {
    std::size_t size = 0;
    int value = 0;
    while (size < rest_.size() && size <= max_digits && rest_[size] >= '0' && rest_[size] <= '9') {
      value = value * 10 + (rest_[size++] - '0');
    }
    if (size == 0 || size > max_digits) return std::nullopt;
    rest_.remove_prefix(size);
    return value;
  }

  // 明治, 明, M, m and so on. What must follow, a number or 元, is the caller's business.
  const Era* era() {
    for (const Era& candidate : kEras) {
      if (eat(candidate.name)) return &candidate;
    }
    for (const Era& candidate : kEras) {
      const char upper = static_cast<char>(candidate.letter - 'a' + 'A');
      const std::string_view letter(&candidate.letter, 1);
      if (eat(candidate.kanji) || eat(letter) || eat(std::string_view(&upper, 1))) return &candidate;
    }
    return nullptr;
  }

  // One of the separators that all-digit dates use, or 0.
  char separator() {
    for (const char c : {'-', '/', '.'}) {
      if (eat(std::string_view(&c, 1))) return c;
    }
    return 0;
  }

 private:
  std::string_view rest_;
};

// What the text named: a fiscal year, a month or a day.
struct Parts {
  const Era* era = nullptr;
  int year = 0;  // western
  std::optional<int> month;
  std::optional<int> day;
  bool is_fiscal_year = false;
};

// 年度 and its endings, or 年M月 and 年M月D日. False when the rest is no such thing.
bool read_kanji_tail(Scanner& scanner, Parts& parts) {
  if (scanner.eat("度")) {
    parts.is_fiscal_year = true;
    static_cast<void>(scanner.eat("末") || scanner.eat("中") || scanner.eat("内"));
    return true;
  }
  parts.month = scanner.number(2);
  if (!parts.month || !scanner.eat("月")) return false;
  if (scanner.at_end() || scanner.eat("末")) return true;
  parts.day = scanner.number(2);
  return parts.day && scanner.eat("日");
}

// -M, -M-D with one separator throughout.
bool read_separated_tail(Scanner& scanner, Parts& parts) {
  const char separator = scanner.separator();
  if (separator == 0) return false;
  parts.month = scanner.number(2);
  if (!parts.month) return false;
  if (scanner.at_end()) return true;
  if (scanner.separator() != separator) return false;
  parts.day = scanner.number(2);
  return parts.day.has_value();
}

std::optional<Parts> read_parts(std::string_view text) {
  Scanner scanner(text);
  Parts parts;
  const bool is_fy = scanner.eat("FY") || scanner.eat("fy");
  if (!is_fy) parts.era = scanner.era();
  const auto number = parts.era != nullptr && scanner.eat("元") ? std::optional<int>(1) : scanner.number(4);
  if (!number || *number == 0) return std::nullopt;
  if (parts.era == nullptr && *number < 1000) return std::nullopt;  // 31年度 names no era
  parts.year = parts.era == nullptr ? *number : parts.era->year_zero + *number;
  parts.is_fiscal_year = is_fy;
  if (!is_fy) {
    const bool read = scanner.eat("年") ? read_kanji_tail(scanner, parts) : read_separated_tail(scanner, parts);
    if (!read) return std::nullopt;
  }
  if (!scanner.at_end()) return std::nullopt;
  return parts;
}

std::string without_spaces(std::string_view text) {
  std::string kept;
  for (const char c : nfkc(text)) {
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') kept += c;
  }
  return kept;
}

std::optional<Date> last_of_month(std::optional<Date> first) {
  const auto next = first ? first->add_months(1) : std::nullopt;
  return next ? Date::from_days(std::int64_t{next->days()} - 1) : std::nullopt;
}

std::string era_year(const Era& era, int year) {
  const int number = year - era.year_zero;
  return number == 1 ? fmt::format("{}元", era.name) : fmt::format("{}{}", era.name, number);
}

constexpr std::array<std::string_view, 12> kEnglishMonths = {"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};

}  // namespace

std::optional<ReadDate> read_date(std::string_view text) {
  constexpr std::size_t kLongestDate = 100;  // bytes; generous, so that a long note is refused at once
  if (text.size() > kLongestDate) return std::nullopt;
  const auto parts = read_parts(without_spaces(text));
  if (!parts) return std::nullopt;

  std::optional<Date> first;
  std::optional<Date> last;
  if (parts->is_fiscal_year) {
    first = Date::from_ymd(parts->year, 4, 1);
    last = Date::fiscal_year_end(parts->year);
  } else {
    const auto month = static_cast<unsigned>(*parts->month);
    first = Date::from_ymd(parts->year, month, static_cast<unsigned>(parts->day.value_or(1)));
    last = parts->day ? first : last_of_month(first);
  }
  if (!first || !last) return std::nullopt;
  if (parts->era == kEras.data() && *first < first_day(kEras.front())) return std::nullopt;
  ReadDate read{*last, false, parts->is_fiscal_year, parts->day.has_value(), false};
  if (parts->era != nullptr) {
    read.past_era_end = is_past(*parts->era, *first);
    read.before_era = *last < first_day(*parts->era);
  }
  return read;
}

std::optional<Date> read_day(std::string_view text) {
  const std::optional<ReadDate> read = read_date(text);
  if (!read || !read->is_day || read->past_era_end || read->before_era) return std::nullopt;
  return read->date;
}

std::vector<std::string> era_names() {
  std::vector<std::string> names;
  for (const Era& era : kEras) names.emplace_back(era.name);
  return names;
}

std::optional<EraYear> era_year_of(Date date) {
  const Era* era = era_of(date);
  if (era == nullptr) return std::nullopt;
  return EraYear{era->name, date.year() - era->year_zero};
}

std::string format_date(Date date, Language language) {
  if (language == Language::kEnglish) {
    return fmt::format("{} {} {}", date.day(), kEnglishMonths[date.month() - 1], date.year());
  }
  const std::string western = fmt::format("{}年{}月{}日", date.year(), date.month(), date.day());
  return era_of(date) == nullptr ? western : fmt::format("{}（{}）", western, format_era_date(date));
}

std::string format_era_date(Date date) {
  const Era* era = era_of(date);
  const std::string year = era == nullptr ? fmt::format("{}", date.year()) : era_year(*era, date.year());
  return fmt::format("{}年{}月{}日", year, date.month(), date.day());
}

std::string format_fiscal_year(int fiscal_year, Language language) {
  if (language == Language::kEnglish) return fmt::format("FY{}", fiscal_year);
  // A fiscal year takes the era in force at the end of the calendar year it begins in: 昭和63年度, 令和元年度.
  const auto year_end = Date::from_ymd(fiscal_year, 12, 31);
  const Era* era = year_end ? era_of(*year_end) : nullptr;
  if (era == nullptr) return fmt::format("{}年度", fiscal_year);
  return fmt::format("{}年度（{}年度）", era_year(*era, fiscal_year), fiscal_year);
}

}  // namespace kijun
