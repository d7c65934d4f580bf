#include "reports/markdown/markdown_report.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/unit/reports/fake_model.h"
#include "tests/unit/reports/fake_years.h"

namespace kijun::reports {
namespace {

std::string markdown_of(const FakeModel& model, Language language = Language::kJapanese) {
  std::ostringstream out;
  ReportOptions options;
  options.language = language;
  write_markdown(model, options, out);
  return out.str();
}

std::string markdown_of(const FakeModel& model, const YearsBefore& years, Language language = Language::kJapanese) {
  std::ostringstream out;
  ReportOptions options;
  options.language = language;
  options.earlier = &years;
  write_markdown(model, options, out);
  return out.str();
}

// Unescaped `|` of a line: one more than its cells.
std::size_t num_bars(const std::string& line) {
  std::size_t bars = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    bars += line[at] == '|' && (at == 0 || line[at - 1] != '\\') ? 1U : 0U;
  }
  return bars;
}

TEST(MarkdownReportTest, GivesTheSameBytesTwice) { EXPECT_EQ(markdown_of(FakeModel()), markdown_of(FakeModel())); }

TEST(MarkdownReportTest, EscapesHostileNotes) {
  const std::string text = markdown_of(FakeModel("a|b\n# x\n<script>y</script>`z`"));
  EXPECT_EQ(text.find("<script>"), std::string::npos);
  EXPECT_EQ(text.find("\n# x"), std::string::npos);
  EXPECT_NE(text.find("> a\\|b  \n> \\# x  \n> &lt;script&gt;y&lt;/script&gt;\\`z\\`\n"), std::string::npos);
}

TEST(MarkdownReportTest, SaysWhatIsRequiredBesideWhatWasFound) {
  const std::string text = markdown_of(FakeModel());
  EXPECT_NE(text.find("- 求める内容 協議の場が「設置済み」であること。実績：「×」未設置\n"), std::string::npos);
  EXPECT_NE(text.find("- 求める内容（次のいずれか）\n"), std::string::npos);
  EXPECT_NE(text.find("（2019年3月31日）。実績：2020年3月31日（12か月超過）\n"), std::string::npos);
}

TEST(MarkdownReportTest, KeepsEveryTableRectangular) {
  const FakeYears fake;
  std::istringstream lines(markdown_of(FakeModel("a|b\nc"), fake.years()));
  std::size_t expected = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] != '|') {
      expected = 0;
      continue;
    }
    if (expected == 0) expected = num_bars(line);
    EXPECT_EQ(num_bars(line), expected) << line;
  }
}

TEST(MarkdownReportTest, SpeaksTheChosenLanguage) {
  EXPECT_NE(markdown_of(FakeModel()).find("## 照会事項"), std::string::npos);
  const std::string english = markdown_of(FakeModel(), Language::kEnglish);
  EXPECT_NE(english.find("## Questions to send back"), std::string::npos);
  EXPECT_EQ(english.find("照会事項"), std::string::npos);
}

TEST(MarkdownReportTest, CarriesTheNumbersOfThePage) {
  const std::string text = markdown_of(FakeModel());
  EXPECT_NE(text.find("| 設置率 | 33.3–66.7% | 1–2 / 3 | 2 / 3 | 100% | 全国 45.7% (796 / 1741) |"), std::string::npos);
  EXPECT_NE(text.find("「協議の場」は、3市町村のうち1市町村が目標未達です"), std::string::npos);
}

TEST(MarkdownReportTest, SaysWhatChangedSinceTheSurveyBeforeAndWhatMadeIt) {
  const FakeYears fake;
  const std::string text = markdown_of(fake.model(), fake.years());
  const std::size_t section = text.find("## 前回との比較\n");
  ASSERT_NE(section, std::string::npos);
  const std::string part = text.substr(section, text.find("\n## ", section) - section);
  for (const char* wanted : {"### 前回の調査「架空県の前回の調査」からの変化\n\n- 結果が変わったものは2件です",
                             "| 判定日 | 2 | 0 | 2 | 0 | 0 | 0 | 0 |", "| 回答 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
                             "| 組合せ | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
                             "| 乙町 | 市町村の協議の場<br>council.municipality | 期限前（注意） | 目標未達（重要） |"})
    EXPECT_NE(part.find(wanted), std::string::npos) << wanted << "\n" << part;
}

TEST(MarkdownReportTest, NamesGapsAndBreaksOfTheYearsInWords) {
  const FakeYears fake;
  const std::string text = markdown_of(fake.model(), fake.years());
  const std::size_t section = text.find("## 指標の推移\n");
  ASSERT_NE(section, std::string::npos);
  EXPECT_NE(text.find("### 設置率\n", section), std::string::npos);
  for (const char* row :
       {"| 平成26年度（2014年度） | 33.3% | 1 / 3 | 3 / 3 |  |",
        "| 平成28年度（2016年度） | 66.7% | 2 / 3 | 3 / 3 | 間の1年度は結果なし。前の年度と定義が異なる。 |",
        "| 平成30年度（2018年度） | 33.3–66.7% | 1–2 / 3 | 2 / 3 | "
        "間の1年度は結果なし。前の年度と同じ定義とは確かめられない。 |"})
    EXPECT_NE(text.find(row, section), std::string::npos) << row << "\n" << text.substr(section, 1500);
}

TEST(MarkdownReportTest, SaysWhyNothingIsComparedAndHowToHaveATrend) {
  const std::vector<audit::ResultTable> no_results;
  const std::string text = markdown_of(FakeModel(), no_years(no_results), Language::kEnglish);
  EXPECT_NE(text.find("## Comparison\n\nThere is no survey before.\n"), std::string::npos);
  EXPECT_NE(text.find("## Rates over the years\n\nThe survey declares no results of earlier years."),
            std::string::npos);
}

TEST(MarkdownReportTest, SaysNothingOfYearsForReadersWhoGetNone) {
  const std::string without = markdown_of(FakeModel());
  EXPECT_EQ(without.find("## 前回との比較"), std::string::npos);
  YearsBefore none;
  none.why_none = {"載せません。", "Not here."};
  const std::string text = markdown_of(FakeModel(), none);
  EXPECT_NE(text.find("## 前回との比較\n\n載せません。\n"), std::string::npos);
  EXPECT_EQ(text.find("## 指標の推移"), std::string::npos);
}

}  // namespace
}  // namespace kijun::reports
