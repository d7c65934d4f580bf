#include "engine/audit/questions/plan_questions.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <numeric>

#include "tests/unit/exec/exec_fixture.h"

// That plans are what question_plan.h says is compared with brute force by tests/oracle. Here: what that means in cases
// worked out by hand.

namespace kijun::audit {
namespace {

using exec::no_answer;
using table::FieldType;

/// Two towns in one zone that left everything blank but what a test gives.
class PlanQuestionsTest : public testing::Test {
 protected:
  PlanQuestionsTest() {
    std::vector<table::Field> fields{exec::enum_field("form", {"own", "zone", "none"}, false)};
    for (const char* id : {"a", "b", "c", "d"}) fields.push_back(exec::field(id, FieldType::kBool));
    fields.push_back(exec::field("n", FieldType::kInt));
    fields.push_back(exec::field("day", FieldType::kDate));
    survey_.vocabulary = table::Vocabulary("test", {}, std::move(fields));
    for (std::uint32_t row = 0; row < 2; ++row)
      survey_.rows.push_back(
          exec::town(row, std::vector(survey_.vocabulary.fields().size(), no_answer(table::MissingReason::kBlank))));
    exec::MemoryGroup zone{{"zone", "z", {"圏域", "zone"}}, {0, 1}, {}, {}, {}};
    survey_.groups_by_kind.assign(survey_.kinds.size(), {});
    survey_.groups_by_kind[0] = {zone};
  }

  void give(std::uint32_t row, const std::string& field, exec::MemoryCell cell) {
    survey_.rows[row].cells[*survey_.vocabulary.find(field)] = std::move(cell);
  }

  /// The questions that rules of the first town, and of the zone where `of_zone`, lead to: "0: a, b if a=true".
  std::string plan(const std::vector<std::string>& texts, QuestionBudget budget = {}, bool of_zone = false) {
    survey_.finish();
    exec::Expressions expressions(survey_);
    const table::SpaceId space = of_zone ? table::group_space(0) : table::kRecordSpace;
    std::vector<CompiledRule> rules(texts.size());
    std::vector<OpenItem> items;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const cel::CheckedExpr* expr = expressions.check(texts[i], space);
      if (expr == nullptr) return expressions.problems();
      rules[i].require = *expr;
      items.push_back({&rules[i], {0, {space, 0}}});
    }
    const cel::EvalContext context = expressions.context();
    const Plan rest;
    CauseFinder causes(rest, context);
    std::vector<std::size_t> form(survey_.vocabulary.fields().size());
    std::iota(form.begin(), form.end(), std::size_t{0});
    made_ = plan_questions(items, context, causes, form, budget);
    return text_of(made_);
  }

  [[nodiscard]] std::string name(const PlannedQuestion& question) const {
    return survey_.vocabulary.field(question.cell.index).id;
  }

  [[nodiscard]] std::string text_of(const QuestionPlan& plan) const {
    std::string text;
    for (const AskedSubject& subject : plan.subjects) {
      text += fmt::format("{}{}:", text.empty() ? "" : "; ", subject.subject.index);
      for (const PlannedQuestion& question : subject.questions) {
        text += " " + name(question);
        std::string_view word = " if";
        for (const EarlierAnswers& all : question.only_if) {
          text += word;
          word = " or";
          for (const EarlierAnswer& earlier : all) {
            text += " " + name(subject.questions[earlier.question]);
            for (const AnswerRange& range : earlier.answers)
              text += fmt::format(" {}..{}", range.from ? cel::debug_text(*range.from) : "",
                                  range.to ? cel::debug_text(*range.to) : "");
          }
        }
        text += ",";
      }
    }
    return text;
  }

  exec::MemorySurvey survey_;
  QuestionPlan made_;
};

TEST_F(PlanQuestionsTest, AsksFirstWhatTellsWhetherTheRestIsNeeded) {
  EXPECT_EQ(plan({"b ? a : c"}), "0: b, a if b true..true, c if b false..false,");
  EXPECT_EQ(plan({"form == 'zone' && a"}), "0: form, a if form \"zone\"..\"zone\",");
}

TEST_F(PlanQuestionsTest, KeepsTheOrderOfTheFormWhereItCostsNothing) {
  EXPECT_EQ(plan({"b && a"}), "0: a, b if a true..true,");
  EXPECT_EQ(plan({"d", "a", "c"}), "0: a, c, d,");
}

TEST_F(PlanQuestionsTest, WhatOneResultNeedsInAnyCaseHasNoCondition) {
  EXPECT_EQ(plan({"a && b", "b"}), "0: b, a if b true..true,");
  EXPECT_EQ(plan({"a && b", "b", "a"}), "0: a, b,");
}

TEST_F(PlanQuestionsTest, ConditionsOfSeveralResultsAreSaidTogether) {
  EXPECT_EQ(plan({"form == 'own' && a", "form != 'none' || a"}),
            "0: form, a if form \"own\"..\"own\" \"none\"..\"none\",");
  EXPECT_EQ(plan({"a && d", "b && d"}), "0: d, a if d true..true, b if d true..true,");
  EXPECT_EQ(plan({"a", "b", "(a || b) && d"}), "0: a, b, d if a true..true or b true..true,");
  EXPECT_EQ(plan({"a", "b", "a && !b && d"}), "0: a, b, d if a true..true b false..false,");
}

TEST_F(PlanQuestionsTest, NumbersAndDaysAreSplitWhereRulesDo) {
  EXPECT_EQ(plan({"n >= 3 && n < 7 ? a : b"}), "0: n, a if n 3..6, b if n ..2 7..,");
  EXPECT_EQ(plan({"day > date('2019-03-31') && a"}), "0: day, a if day date(2019-04-01)..,");
}

TEST_F(PlanQuestionsTest, OfAnswersThatNobodyCanGiveNothingIsAsked) {
  give(0, "a", no_answer(table::MissingReason::kAbsent));
  give(0, "b", no_answer(table::MissingReason::kWithheld));
  give(0, "c", no_answer(table::MissingReason::kNotReviewed));
  EXPECT_EQ(plan({"a", "b || c"}), "");
  EXPECT_EQ(made_.beyond_asking, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(plan({"a && d"}), "0: d,");  // an answer can still decide it
  EXPECT_EQ(plan({"a ? c : d"}), "");    // whatever the answer is, `a` stays open
}

TEST_F(PlanQuestionsTest, AsksForWhatTheAuditNeedsThoughTheOutcomeIsClear) {
  EXPECT_EQ(plan({"(a || !a) && b"}), "0: b, a if b true..true,");
}

TEST_F(PlanQuestionsTest, WhatTownsAnswerTogetherIsAskedOfEachInAnyCase) {
  EXPECT_EQ(plan({"zone.members.all(m, m.a && m.b)"}, {}, true), "0: a, b,; 1: a, b,");
  EXPECT_EQ(plan({"zone.members.exists(m, m.a) && b"}), "0: a, b,; 1: a,");
}

TEST_F(PlanQuestionsTest, WhatARuleCalculatesWithIsAskedAndSaysSo) {
  EXPECT_EQ(plan({"n + 1 > 3 && a"}), "0: a, n if a true..true,");
  EXPECT_FALSE(made_.subjects[0].is_smallest);
  EXPECT_EQ(plan({"n > 3 && a"}), "0: n, a if n 4..,");
  EXPECT_TRUE(made_.subjects[0].is_smallest);
}

TEST_F(PlanQuestionsTest, BeyondTheBudgetEveryCauseIsAskedInAnyCase) {
  EXPECT_EQ(plan({"b ? a : c"}, {5, 5}), "0: a, b, c,");
  EXPECT_FALSE(made_.subjects[0].is_smallest);
}

TEST_F(PlanQuestionsTest, BeyondTheBudgetAllIsAskedThatTheAuditWaitsFor) {
  constexpr QuestionBudget kNone{0, 0};
  EXPECT_EQ(plan({"(a || !a) && b"}, kNone), "0: a, b,");
  EXPECT_EQ(plan({"(a ? 1 : 2) < 3 && b"}, kNone), "0: a, b,");
  EXPECT_EQ(plan({"((a ? 1 : 2) < 3 ? b : c) && d"}, kNone), "0: a, b, d,");
  EXPECT_EQ(plan({"(answered(a) ? b : c) || a"}, kNone), "0: a, b,");
  EXPECT_EQ(plan({"(n + 1 > 3 ? a : b) && (c || !c)"}, kNone), "0: a, b, c, n,");
  give(1, "a", exec::answer(cel::Value(true)));
  EXPECT_EQ(plan({"zone.members.filter(m, m.a).all(m, (m.c || !m.c) && m.b)"}, kNone, true), "0: a, b, c,; 1: b, c,");
  EXPECT_EQ(plan({"zone.members.filter(m, m.a).all(m, m.b)"}, kNone, true), "0: a, b,; 1: b,");
  EXPECT_TRUE(made_.subjects[0].is_smallest);
}

TEST_F(PlanQuestionsTest, EveryQuestionSaysWhatItDecides) {
  EXPECT_EQ(plan({"a && b", "a"}), "0: a, b if a true..true,");
  EXPECT_EQ(made_.subjects[0].questions[0].decides, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(made_.subjects[0].questions[1].decides, (std::vector<std::size_t>{0}));
}

}  // namespace
}  // namespace kijun::audit
