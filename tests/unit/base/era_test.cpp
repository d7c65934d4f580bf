#include "engine/base/era.h"

#include <gtest/gtest.h>

namespace kijun {
namespace {

TEST(EraTest, ReadsDatesAsPeopleWriteThem) {
  struct Case {
    std::string text;
    std::string date;
    bool past_era_end = false;
    bool is_fiscal_year = false;
  };
  const Case cases[] = {
      // days
      {"平成31年1月24日", "2019-01-24"},
      {"令和8年4月1日", "2026-04-01"},
      {"令和元年5月1日", "2019-05-01"},
      {"㋿元年５月１日", "2019-05-01"},
      {"昭和64年1月7日", "1989-01-07"},
      {"平成元年1月8日", "1989-01-08"},
      {"大正15年12月24日", "1926-12-24"},
      {"明治6年1月1日", "1873-01-01"},
      {"R5.4.1", "2023-04-01"},
      {"r5/4/1", "2023-04-01"},
      {"Ｈ３１．４．３０", "2019-04-30"},
      {"令5.4.1", "2023-04-01"},
      {"R元.5.1", "2019-05-01"},
      {" 平成 31 年　1 月 24 日 ", "2019-01-24"},
      {"2019-03-31", "2019-03-31"},
      {"2019/3/31", "2019-03-31"},
      {"２０１９．３．３１", "2019-03-31"},
      {"2019年3月31日", "2019-03-31"},
      // a month is its last day
      {"H30.4", "2018-04-30"},
      {"2019年3月", "2019-03-31"},
      {"平成31年2月", "2019-02-28"},
      {"令和2年2月末", "2020-02-29"},
      {"2019/12", "2019-12-31"},
      // a fiscal year is its 31 March
      {"平成31年度", "2020-03-31", false, true},
      {"平成30年度末", "2019-03-31", false, true},
      {"平成３０年度中", "2019-03-31", false, true},
      {"令和元年度", "2020-03-31", false, true},
      {"R5年度", "2024-03-31", false, true},
      {"2018年度", "2019-03-31", false, true},
      {"FY2018", "2019-03-31", false, true},
      // eras that had ended by then
      {"平成32年度末", "2021-03-31", true, true},
      {"平成35年3月", "2023-03-31", true},
      {"平成31年5月1日", "2019-05-01", true},
      {"平成31年4月", "2019-04-30"},
      {"平成31年5月", "2019-05-31", true},
      {"昭和100年1月1日", "2025-01-01", true},
      // an era's first year, before the era had begun
      {"令和元年4月1日", "2019-04-01"},
  };
  for (const Case& item : cases) {
    SCOPED_TRACE(item.text);
    const auto read = read_date(item.text);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->date.iso(), item.date);
    EXPECT_EQ(read->past_era_end, item.past_era_end);
    EXPECT_EQ(read->is_fiscal_year, item.is_fiscal_year);
  }
}

TEST(EraTest, RefusesWhatIsNoDate) {
  const std::string_view cases[] = {"",
                                    "未定",
                                    "31",
                                    "31年度",
                                    "平成31年",
                                    "2019年",
                                    "令和0年4月1日",
                                    "平成30年2月29日",
                                    "平成31年度に設置予定",
                                    "2019-13-01",
                                    "2019-03-31x",
                                    "2019-03/31",
                                    "2019-03-31-01",
                                    "R5.",
                                    "R",
                                    "H30.",
                                    "元年度",
                                    "2019年3",
                                    "2019年3月1",
                                    "明治5年12月3日",
                                    "明治5年12月",
                                    "99999年1月1日",
                                    "9999年12月",
                                    "慶応3年1月1日",
                                    "FY30",
                                    "○"};
  for (const std::string_view text : cases) EXPECT_FALSE(read_date(text).has_value()) << text;
  EXPECT_FALSE(read_date(std::string(1000000, '1')).has_value());
}

TEST(EraTest, WritesDatesInBothCalendars) {
  struct Case {
    std::string iso;
    std::string ja;
    std::string en;
    std::string era;
  };
  const Case cases[] = {
      {"2019-03-31", "2019年3月31日（平成31年3月31日）", "31 March 2019", "平成31年3月31日"},
      {"2019-04-30", "2019年4月30日（平成31年4月30日）", "30 April 2019", "平成31年4月30日"},
      {"2019-05-01", "2019年5月1日（令和元年5月1日）", "1 May 2019", "令和元年5月1日"},
      {"1989-01-07", "1989年1月7日（昭和64年1月7日）", "7 January 1989", "昭和64年1月7日"},
      {"1926-12-25", "1926年12月25日（昭和元年12月25日）", "25 December 1926", "昭和元年12月25日"},
      {"1912-07-29", "1912年7月29日（明治45年7月29日）", "29 July 1912", "明治45年7月29日"},
      {"1873-01-01", "1873年1月1日（明治6年1月1日）", "1 January 1873", "明治6年1月1日"},
      {"1872-12-31", "1872年12月31日", "31 December 1872", "1872年12月31日"},
  };
  for (const Case& item : cases) {
    const Date date = *Date::parse_iso(item.iso);
    EXPECT_EQ(format_date(date, Language::kJapanese), item.ja);
    EXPECT_EQ(format_date(date, Language::kEnglish), item.en);
    EXPECT_EQ(format_era_date(date), item.era);
  }
}

TEST(EraTest, WritesFiscalYears) {
  EXPECT_EQ(format_fiscal_year(2018, Language::kJapanese), "平成30年度（2018年度）");
  EXPECT_EQ(format_fiscal_year(2019, Language::kJapanese), "令和元年度（2019年度）");
  EXPECT_EQ(format_fiscal_year(1988, Language::kJapanese), "昭和63年度（1988年度）");
  EXPECT_EQ(format_fiscal_year(1989, Language::kJapanese), "平成元年度（1989年度）");
  EXPECT_EQ(format_fiscal_year(1800, Language::kJapanese), "1800年度");
  EXPECT_EQ(format_fiscal_year(2018, Language::kEnglish), "FY2018");
}

TEST(EraTest, ReadsExactDaysOnly) {
  const auto day = [](std::string_view text) {
    const auto date = read_day(text);
    return date ? date->iso() : "nothing";
  };
  EXPECT_EQ(day("2019-03-31"), "2019-03-31");
  EXPECT_EQ(day("平成31年4月30日"), "2019-04-30");
  EXPECT_EQ(day("令和元年5月1日"), "2019-05-01");
  EXPECT_EQ(day("Ｒ６．４．１"), "2024-04-01");
  for (const char* const text : {"平成31年4月", "平成31年度", "FY2018", "2019-03", "平成31年5月1日", "平成32年4月1日",
                                 "令和元年4月30日", "明治5年12月2日", "2019-02-29", ""}) {
    EXPECT_EQ(day(text), "nothing") << text;
  }
}

TEST(EraTest, CountsYearsOfEras) {
  const auto era = [](std::string_view text) {
    const auto found = era_year_of(*Date::parse_iso(text));
    return found ? std::string(found->era) + std::to_string(found->year) : "nothing";
  };
  EXPECT_EQ(era("1872-12-31"), "nothing");
  EXPECT_EQ(era("1873-01-01"), "明治6");
  EXPECT_EQ(era("1912-07-29"), "明治45");
  EXPECT_EQ(era("1912-07-30"), "大正1");
  EXPECT_EQ(era("1926-12-25"), "昭和1");
  EXPECT_EQ(era("1989-01-07"), "昭和64");
  EXPECT_EQ(era("1989-01-08"), "平成1");
  EXPECT_EQ(era("2019-05-01"), "令和1");
  EXPECT_EQ(era("2024-04-01"), "令和6");
}

TEST(EraTest, NamesEveryEraOnce) {
  EXPECT_EQ(era_names(), (std::vector<std::string>{"明治", "大正", "昭和", "平成", "令和"}));
}

}  // namespace
}  // namespace kijun
