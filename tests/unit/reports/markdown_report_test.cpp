#include "reports/markdown/markdown_report.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/unit/reports/fake_model.h"

namespace kijun::reports {
namespace {

std::string markdown_of(const FakeModel& model, Language language = Language::kJapanese) {
  std::ostringstream out;
  ReportOptions options;
  options.language = language;
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
  std::istringstream lines(markdown_of(FakeModel("a|b\nc")));
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

}  // namespace
}  // namespace kijun::reports
