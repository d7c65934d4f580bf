#include "engine/audit/causes.h"

#include <gmock/gmock.h>

#include "tests/unit/exec/exec_fixture.h"

namespace kijun::audit {
namespace {

using exec::answer;
using exec::kBlankCell;
using exec::kNotApplicableCell;
using table::FieldType;

/// One town whose answers `a b c e n x d s k` are missing; `t` is true, `f` false, and `na` does not apply. The year before,
/// it was another municipality.
class CausesTest : public testing::Test {
 protected:
  CausesTest() {
    std::vector<table::Field> fields;
    for (const char* id : {"a", "b", "c", "t", "f", "na"}) fields.push_back(exec::field(id, FieldType::kBool));
    fields.push_back(exec::enum_field("e", {"p", "q"}, true));
    fields.push_back(exec::field("n", FieldType::kInt));
    fields.push_back(exec::field("x", FieldType::kDouble));
    fields.push_back(exec::field("d", FieldType::kDate));
    fields.push_back(exec::field("s", FieldType::kString));
    fields.push_back(exec::field("k", FieldType::kDecimal));
    survey_.vocabulary = table::Vocabulary("test", {}, std::move(fields));
    survey_.rows.push_back(
        exec::town(0, {kBlankCell, kBlankCell, kBlankCell, answer(cel::Value(true)), answer(cel::Value(false)),
                       kNotApplicableCell, kBlankCell, kBlankCell, kBlankCell, kBlankCell, kBlankCell, kBlankCell}));
    survey_.earlier_years.push_back({2017, survey_.rows});
    survey_.earlier_years[0].rows[0].absent = table::MissingReason::kMerged;
    survey_.finish();
  }

  /// The fields of the causes, "record" for a record that is missing, "form" for the rule's form.
  std::string causes(const std::string& require, const std::string& when = "", const std::string& judgeable = "") {
    exec::Expressions expressions(survey_);
    CompiledRule rule;
    const auto compile = [&](std::optional<cel::CheckedExpr>& clause, const std::string& text) {
      if (text.empty()) return;
      const cel::CheckedExpr* expr = expressions.check(text);
      EXPECT_NE(expr, nullptr) << expressions.problems();
      if (expr != nullptr) clause = *expr;
    };
    compile(rule.when, when);
    compile(rule.judgeable, judgeable);
    compile(rule.require, require);
    const OpenResult found = find_causes(rule, expressions.context(), {});
    if (found.by_form) return "form";
    std::string text;
    for (const cel::Cause& cause : found.causes) {
      const bool is_record = cause.cell.index == cel::kWholeRecord;
      text += (text.empty() ? "" : " ") + (is_record ? "record" : survey_.vocabulary.field(cause.cell.index).id);
    }
    return text;
  }

  exec::MemorySurvey survey_;
};

TEST_F(CausesTest, ACellIsACauseIfItsAnswerCanChangeTheOutcome) {
  EXPECT_EQ(causes("a"), "a");
  EXPECT_EQ(causes("a && b"), "a b");
  EXPECT_EQ(causes("a || e == 'p'"), "a e");
  EXPECT_EQ(causes("a && b || !a && b"), "b");
}

TEST_F(CausesTest, ADecidedPartNamesNothing) {
  EXPECT_EQ(causes("f && a || b"), "b");
  EXPECT_EQ(causes("a && f || b"), "b");
  EXPECT_EQ(causes("(a || t) && b"), "b");
  EXPECT_EQ(causes("a && f || n > 3"), "n");
}

TEST_F(CausesTest, TheFormIsTheCauseWhenNoAnswerChangesTheOutcome) {
  EXPECT_EQ(causes("a || !a"), "form");
  EXPECT_EQ(causes("a ? t : t"), "form");
  EXPECT_EQ(causes("e == 'p' || e == 'q'"), "form");
}

TEST_F(CausesTest, WhatAnOpenConditionHidesIsACauseToo) {
  EXPECT_EQ(causes("a ? b : c"), "a b c");
  EXPECT_EQ(causes("a ? b : t"), "a b");
  EXPECT_EQ(causes("a ? (b ? c : t) : f"), "a b c");
  EXPECT_EQ(causes("a ? na && b : t"), "a b") << "not applicable hides b until b is false";
}

TEST_F(CausesTest, AskingWhetherACellIsAnsweredDoesNotReadIt) {
  EXPECT_EQ(causes("answered(a) ? a : b"), "b");
  EXPECT_EQ(causes("missing_reason(a) == 'blank' && b"), "b");
  EXPECT_EQ(causes("!answered(a) && a"), "form") << "whatever a is, once it is answered";
}

TEST_F(CausesTest, NumbersAreCausesIfTheSideOfAConstantTheyAreOnDecides) {
  EXPECT_EQ(causes("n > 3"), "n");
  EXPECT_EQ(causes("a && n > 3"), "a n");
  EXPECT_EQ(causes("n > 3 || n <= 3"), "form");
  EXPECT_EQ(causes("n > 3 && n < 4 || a"), "a") << "no int lies between";
  EXPECT_EQ(causes("n > 3 && n < 5 || a"), "a n");
  EXPECT_EQ(causes("x > 3.0 && x < 4.0 || a"), "a x") << "a double does";
  EXPECT_EQ(causes("k > 3 && k < 4 || a"), "a k") << "and a decimal";
  EXPECT_EQ(causes("k == decimal('0.1') || k != decimal('0.10')"), "form");
  EXPECT_EQ(causes("n in [1, 2] && n > 2"), "form");
  EXPECT_EQ(causes("a ? n > 3 : n >= 4"), "n") << "the same of an int, whatever a is";
  EXPECT_EQ(causes("a ? n > 3 : n < 3"), "a n");
}

TEST_F(CausesTest, DatesAreSplitAtTheDaysOfTheRule) {
  EXPECT_EQ(causes("d <= date('2019-03-31') || d > date('2019-03-31')"), "form");
  EXPECT_EQ(causes("d <= date('2019-03-31') || d >= date('2019-04-01')"), "form") << "no day lies between";
  EXPECT_EQ(causes("d <= date('2019-03-31') || d >= date('2019-04-02')"), "d");
  EXPECT_EQ(causes("d <= date('2019-03-31').addDays(1) && d >= date('2019-04-02') || b"), "b");
}

TEST_F(CausesTest, TextsAreSplitByTheirTests) {
  EXPECT_EQ(causes("s.contains('予定') || !s.contains('予定')"), "form");
  EXPECT_EQ(causes("s == 'なし' && s == 'あり' || a"), "a");
  EXPECT_EQ(causes("s == 'なし' || s != 'あり'"), "s");
  EXPECT_EQ(causes("s.startsWith('設置予定') && !s.contains('予定') || a"), "a") << "the one has the other";
  EXPECT_EQ(causes("s.startsWith('設置') && !s.contains('予定') || a"), "a s");
  EXPECT_EQ(causes("s.endsWith('済') && s.endsWith('中') || a"), "a") << "no text ends in two ways";
  EXPECT_EQ(causes("s == '設置済' && !s.endsWith('済') || a"), "a");
  EXPECT_EQ(causes("s.matches('^[0-9]+$') || a"), "a s");
}

TEST_F(CausesTest, CellsThatTheRuleCalculatesWithStayWhereTheyLeaveACompletionOpen) {
  EXPECT_EQ(causes("n * 2 > 6"), "n");
  EXPECT_EQ(causes("a && n + 1 > 3"), "a n");
  EXPECT_EQ(causes("a ? n * 2 > 6 : n < 3"), "a n") << "n can tell the two answers of a apart";
  EXPECT_EQ(causes("n * 2 > 6 || n * 2 <= 6"), "n") << "too many: what a product can be is not looked into";
  EXPECT_EQ(causes("size(s) > 3 || a"), "a s");
}

TEST_F(CausesTest, ARecordThatIsMissingIsACauseThatNobodyIsAskedAbout) {
  EXPECT_EQ(causes("previous.a"), "record");
  EXPECT_EQ(causes("previous.a || b"), "b record");
  EXPECT_EQ(causes("(a || !a) && previous.a"), "record");
}

TEST_F(CausesTest, ClausesCountTogether) {
  EXPECT_EQ(causes("b", "a"), "a b") << "when and require";
  EXPECT_EQ(causes("t", "a"), "a");
  EXPECT_EQ(causes("b", "a || !a"), "b");
  EXPECT_EQ(causes("a", "t", "c"), "a c") << "judgeable";
  EXPECT_EQ(causes("a", "t", "f"), "") << "a rule that cannot judge has its own reason";
}

}  // namespace
}  // namespace kijun::audit
