#include "reports/xlsx/question_workbook.h"

#include <gmock/gmock.h>

#include "tests/unit/reports/fake_model.h"

namespace kijun::reports {
namespace {

using testing::Contains;
using testing::ElementsAre;

Workbook workbook(const GapReport& report, const QuestionLetter& letter = {}, Language language = Language::kJapanese) {
  return question_workbook(report, report.questions, letter, language);
}

std::vector<std::string> preface(const Sheet& sheet) {
  std::vector<std::string> lines;
  for (const std::vector<SheetCell>& row : sheet.preface)
    for (const SheetCell& line : row) lines.push_back(line.text);
  return lines;
}

TEST(QuestionWorkbookTest, HasASheetForEachAddressee) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  std::vector<std::string> names;
  for (const Sheet& sheet : workbook(report).sheets) names.push_back(sheet.name);
  EXPECT_THAT(names, ElementsAre("甲市", "乙町", "丙村", "共同会議 事務局"));
}

TEST(QuestionWorkbookTest, SaysWhoAsksAndUntilWhen) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  QuestionLetter letter{"障福第1号", Date::from_ymd(2019, 4, 5), Date::from_ymd(2019, 4, 26), "障害福祉課"};
  const Workbook made = workbook(report, letter);
  EXPECT_THAT(preface(made.sheets[0]), Contains("甲市 御中"));
  EXPECT_THAT(preface(made.sheets[0]), Contains("文書番号：障福第1号"));
  EXPECT_THAT(preface(made.sheets[0]), Contains("担当：障害福祉課"));
  EXPECT_THAT(preface(made.sheets[0]), Contains("回答期限：2019年4月26日（平成31年4月26日）"));
  letter.reply_by.reset();
  EXPECT_THAT(preface(workbook(report, letter).sheets[0]), testing::Not(Contains(testing::StartsWith("回答期限"))));
}

TEST(QuestionWorkbookTest, OffersChoicesWhereTheAnswerGoesAndLocksTheRest) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  const Sheet hei = workbook(report).sheets[2];
  EXPECT_TRUE(hei.is_protected);
  ASSERT_EQ(hei.cell_words.size(), 1U);
  EXPECT_EQ(hei.cell_words[0].row, 0U);
  EXPECT_THAT(hei.cell_words[0].words, ElementsAre("○ 設置済み", "× 未設置"));
  const std::vector<SheetCell>& row = hei.rows[0];
  ASSERT_EQ(row.size(), hei.columns.size());
  EXPECT_EQ(row[hei.cell_words[0].column].style, CellStyle::kPlain);
  for (std::size_t column = 0; column + 1 < row.size(); ++column) EXPECT_EQ(row[column].style, CellStyle::kReadOnly);
}

TEST(QuestionWorkbookTest, QuotesAnswersAsTheyWereGiven) {
  const FakeModel model("=1+1\n<b>");
  const GapReport report = build_gap_report(model);
  const Sheet ko = workbook(report).sheets[0];
  EXPECT_EQ(ko.rows[0][3].text, "協議の場：「○」\n備考：「=1+1\n<b>」");
}

}  // namespace
}  // namespace kijun::reports
