#include "engine/audit/readership/kept_questions.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace kijun::audit {
namespace {

TEST(KeptQuestionsTest, AQuestionWhoseConditionIsGoneIsAskedInAnyCase) {
  QuestionPlan plan;
  plan.results = {{{}, 0, 0}, {0, 0, 0}};
  const auto question = [](table::FieldIndex field, std::vector<EarlierAnswers> only_if, std::size_t decides) {
    return PlannedQuestion{{{0, {}}, false, field}, std::move(only_if), {decides}};
  };
  plan.subjects = {
      {{}, {question(0, {}, 0), question(1, {}, 0), question(2, {{{0, {}}}}, 0), question(3, {{{1, {}}}}, 0)}, true}};
  const QuestionPlan made = keep_questions(
      plan, {[](const cel::CellRef& cell) { return cell.index != 0; }, true, [](const auto&) { return false; }});
  ASSERT_EQ(made.subjects.size(), 1U);
  ASSERT_EQ(made.subjects[0].questions.size(), 3U);
  EXPECT_FALSE(made.subjects[0].is_smallest);
  EXPECT_TRUE(made.subjects[0].questions[1].only_if.empty());
  ASSERT_EQ(made.subjects[0].questions[2].only_if.size(), 1U);
  EXPECT_EQ(made.subjects[0].questions[2].only_if[0][0].question, 0U);
}

TEST(KeptQuestionsTest, ConditionsThatCouldHoldAWithheldNumberAreGone) {
  QuestionPlan plan;
  plan.results = {{{}, 0, 0}, {{}, 1, 0}};
  plan.subjects = {{{}, {{{{0, {}}, false, 0}, {}, {0}}, {{{0, {}}, false, 1}, {{{0, {}}}}, {1}}}, true}};
  for (const std::size_t telling : {0U, 1U}) {
    const QuestionPlan made = keep_questions(plan, {[](const cel::CellRef&) { return true; }, true,
                                                    [&](const auto& result) { return result.column == telling; }});
    EXPECT_EQ(made.subjects[0].questions.size(), 2U);
    EXPECT_TRUE(made.subjects[0].questions[1].only_if.empty());
    EXPECT_FALSE(made.subjects[0].is_smallest);
  }
}

TEST(KeptQuestionsTest, WhatOnlyAnIndicatorWaitsForGoesWithIndicators) {
  QuestionPlan plan;
  plan.results = {{{}, 0, 0}, {0, 0, 0}};
  plan.subjects = {{{}, {{{{0, {}}, false, 0}, {}, {0, 1}}, {{{0, {}}, false, 1}, {}, {1}}}, true}};
  plan.beyond_asking = {0, 1};
  const QuestionPlan made =
      keep_questions(plan, {[](const cel::CellRef&) { return true; }, false, [](const auto&) { return false; }});
  ASSERT_EQ(made.subjects[0].questions.size(), 1U);
  EXPECT_EQ(made.subjects[0].questions[0].decides, (std::vector<std::size_t>{0}));
  EXPECT_EQ(made.beyond_asking, (std::vector<std::size_t>{0}));
}

}  // namespace
}  // namespace kijun::audit
