#include <gtest/gtest.h>

#include "reports/model/gap_report.h"
#include "tests/unit/reports/fake_model.h"

namespace kijun::reports {
namespace {

const QuestionSheet* sheet_of(const GapReport& report, std::string_view addressee) {
  for (const QuestionSheet& sheet : report.questions) {
    if (sheet.addressee.ja == addressee) return &sheet;
  }
  return nullptr;
}

TEST(QuestionsTest, AsksOnceForABlankThatHoldsAVerdict) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  const QuestionSheet* hei = sheet_of(report, "丙村");
  ASSERT_NE(hei, nullptr);
  ASSERT_EQ(hei->questions.size(), 1U);  // the rule on blanks joins the same question
  const Question& question = hei->questions[0];
  EXPECT_EQ(question.text.ja, "「協議の場」の欄が空欄でした。御回答ください。");
  EXPECT_TRUE(question.decides_verdict);
  ASSERT_EQ(question.decides.size(), 2U);
  EXPECT_EQ(question.decides[0].ja, "市町村の協議の場");
  EXPECT_EQ(question.decides[1].ja, "無回答の項目（協議の場）");
  ASSERT_EQ(question.options.size(), 2U);
  EXPECT_EQ(question.options[0].ja, "○ 設置済み");
}

TEST(QuestionsTest, QuotesTheAnswersBesideAFindingsQuestion) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  const QuestionSheet* ko = sheet_of(report, "甲市");
  ASSERT_NE(ko, nullptr);
  ASSERT_EQ(ko->questions.size(), 1U);
  EXPECT_FALSE(ko->questions[0].decides_verdict);
  ASSERT_EQ(ko->questions[0].answers_as_given.size(), 2U);
  EXPECT_EQ(ko->questions[0].answers_as_given[0].raw, "○");
  EXPECT_EQ(ko->questions[0].answers_as_given[1].raw, "平成31年度に設置予定");
}

TEST(QuestionsTest, AddressesABodyToItsSecretariatAndNamesTheMembers) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  const QuestionSheet* body = sheet_of(report, "共同会議 事務局");
  ASSERT_NE(body, nullptr);
  ASSERT_EQ(body->questions.size(), 1U);
  ASSERT_EQ(body->questions[0].answers_as_given.size(), 2U);
  EXPECT_EQ(body->questions[0].answers_as_given[1].label.ja, "乙町 協議の場");
}

TEST(QuestionsTest, AsksNothingTheFormDidNotAsk) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  EXPECT_EQ(report.questions.size(), 4U);  // 甲市, 乙町 (its blank budget), 丙村, the body; never a zone
  EXPECT_EQ(sheet_of(report, "北"), nullptr);
}

}  // namespace
}  // namespace kijun::reports
