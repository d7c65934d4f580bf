#include "engine/cel/evaluator.h"

#include <gtest/gtest.h>

#include <string_view>

#include "tests/unit/cel/eval_support.h"

namespace kijun::cel {
namespace {

class EvaluatorTest : public ProfileEvalTest {};

constexpr std::string_view kLetters = "TFUEN";

/// An expression that ends in the state of a letter.
std::string operand(char letter) {
  switch (letter) {
    case 'T':
      return "flag_t";
    case 'F':
      return "flag_f";
    case 'U':
      return "flag_u";
    case 'E':
      return "1 / zero == 1";
    default:
      return "flag_n";
  }
}

// Rows: the left operand. Columns: the right operand, T F U E N. Typed from design section 4.
TEST_F(EvaluatorTest, FollowsTheTableOfAnd) {
  constexpr std::string_view kTable[] = {"TFUEN", "FFFFF", "UFUUN", "EFUEN", "NFNNN"};
  for (std::size_t row = 0; row < 5; ++row) {
    for (std::size_t column = 0; column < 5; ++column) {
      const std::string text = operand(kLetters[row]) + " && " + operand(kLetters[column]);
      EXPECT_EQ(letter(text), kTable[row][column]) << text;
    }
  }
}

TEST_F(EvaluatorTest, FollowsTheTableOfOr) {
  constexpr std::string_view kTable[] = {"TTTTT", "TFUEN", "TUUUN", "TEUEN", "TNNNN"};
  for (std::size_t row = 0; row < 5; ++row) {
    for (std::size_t column = 0; column < 5; ++column) {
      const std::string text = operand(kLetters[row]) + " || " + operand(kLetters[column]);
      EXPECT_EQ(letter(text), kTable[row][column]) << text;
    }
  }
}

TEST_F(EvaluatorTest, FollowsTheTableOfEquality) {
  constexpr std::string_view kTable[] = {"TFUEN", "FTUEN", "UUUEN", "EEEEE", "NNNEN"};
  for (std::size_t row = 0; row < 5; ++row) {
    for (std::size_t column = 0; column < 5; ++column) {
      const std::string text = "(" + operand(kLetters[row]) + ") == (" + operand(kLetters[column]) + ")";
      EXPECT_EQ(letter(text), kTable[row][column]) << text;
    }
  }
}

TEST_F(EvaluatorTest, FollowsTheTablesOfNotAndConditional) {
  constexpr std::string_view kNot = "FTUEN";
  constexpr std::string_view kConditional = "TFUEN";
  for (std::size_t row = 0; row < 5; ++row) {
    EXPECT_EQ(letter("!(" + operand(kLetters[row]) + ")"), kNot[row]);
    EXPECT_EQ(letter("(" + operand(kLetters[row]) + ") ? true : false"), kConditional[row]);
    // The branch that is not taken counts for nothing.
    EXPECT_EQ(letter("true ? (" + operand(kLetters[row]) + ") : 1 / zero == 1"), kConditional[row]);
  }
}

TEST_F(EvaluatorTest, EvaluatesNoBranchUnderAnUnknownCondition) {
  EXPECT_EQ(eval("flag_u ? flag_t : flag_t"), "unknown(flag_u@000001:blank)");
  EXPECT_EQ(reads("flag_u ? flag_t : flag_f"), "flag_u@000001");
}

TEST_F(EvaluatorTest, NamesExactlyTheCausesOfAState) {
  EXPECT_EQ(eval("flag_u && flag_f"), "false");
  EXPECT_EQ(eval("flag_f && flag_u"), "false");
  EXPECT_EQ(eval("flag_u && flag_n"), "not_applicable(flag_n@000001:not_applicable)");
  EXPECT_EQ(eval("flag_t && flag_n"), "not_applicable(flag_n@000001:not_applicable)");
  EXPECT_EQ(eval("flag_u && flag && flag_u"), "unknown(flag_u@000001:blank flag@000001:blank)");
  EXPECT_EQ(eval("flag_u == flag"), "unknown(flag_u@000001:blank flag@000001:blank)");
  EXPECT_EQ(eval("flag_u == flag_n"), "not_applicable(flag_n@000001:not_applicable)");
  EXPECT_EQ(eval("(1 / zero == 1) == flag_u"), "error(division_by_zero)");
  world_.set_missing(self_, "note", table::MissingReason::kNotReviewed);
  EXPECT_EQ(eval("note.startsWith('x') || flag_u"), "unknown(flag_u@000001:blank note@000001:not_reviewed)");
}

TEST_F(EvaluatorTest, GivesAnErrorThePlaceOfItsNode) {
  const diag::Source source("test", "true && 2 + 1 / 0 == 3");
  diag::Sink sink;
  const auto expr = compile(diag::EmbeddedText::whole(source), {}, Type::of(TypeKind::kBool), sink);
  ASSERT_TRUE(expr.has_value());
  const EvalContext context;
  const Value value = Evaluator(*expr, context).eval();
  ASSERT_NE(value.as<EvalError>(), nullptr);
  EXPECT_EQ(expr->source_text(value.as<EvalError>()->node), "1 / 0");
}

TEST_F(EvaluatorTest, ComparesOrderedAnswersBestAboveWorst) {
  world_.set(self_, "council", Value(std::string("planned")));
  EXPECT_EQ(eval("council >= 'planned'"), "true");
  EXPECT_EQ(eval("council > 'planned'"), "false");
  EXPECT_EQ(eval("council < 'established'"), "true");
  EXPECT_EQ(eval("'none' < council"), "true");
  EXPECT_EQ(eval("council == 'planned'"), "true");
  EXPECT_EQ(eval("council in ['none', 'planned']"), "true");
  EXPECT_EQ(eval("council in ['none', 'established']"), "false");
}

TEST_F(EvaluatorTest, KeepsTheTotalFunctionsTotal) {
  world_.set(self_, "note", Value(std::string("広域で設置")));
  world_.set_raw(self_, "note", "広域で設置");
  EXPECT_EQ(eval("[answered(note), answered(flag_u), answered(flag_n)]"), "[true, false, false]");
  EXPECT_EQ(eval("[missing_reason(note), missing_reason(flag_u), missing_reason(flag_n)]"),
            "[\"\", \"blank\", \"not_applicable\"]");
  EXPECT_EQ(eval("[raw(note), raw(flag_u), raw(flag_n)]"), "[\"広域で設置\", \"\", \"－\"]");
  EXPECT_EQ(eval("[answered(previous.note), missing_reason(previous.note) == 'no_survey', raw(previous.note) == '']"),
            "[false, true, true]");
}

TEST_F(EvaluatorTest, LogsReadsInTheOrderOfEvaluation) {
  EXPECT_EQ(reads("flag_t && flag_f && flag_u"), "flag_t@000001 flag_f@000001");
  EXPECT_EQ(reads("flag_u || flag_t || flag_f"), "flag_u@000001 flag_t@000001");
  EXPECT_EQ(reads("answered(note) && raw(council) == '○'"), "note@000001");
  EXPECT_EQ(reads("cel.bind(x, flag_u, flag_t || x)"), "flag_t@000001");
  EXPECT_EQ(reads("cel.bind(x, flag_t, x && x)"), "flag_t@000001");
}

TEST_F(EvaluatorTest, ReadsGroupsAndTheirAttributes) {
  const RecordRef other = world_.add("000002");
  const RecordRef zone = world_.add_group(table::kZoneGroup, "north", {self_, other});
  const RecordRef body = world_.add_group(table::kBodyGroup, "joint", {other});
  world_.set_attribute(body, table::kBodyConfirmed, Value(true));
  world_.set(zone, "zone_note", Value(std::string("北部")));
  EXPECT_EQ(eval("zone.id + ' ' + zone.zone_note"), "\"north 北部\"");
  EXPECT_EQ(eval("zone.members.map(m, m.code)"), "[\"000001\", \"000002\"]");
  EXPECT_EQ(eval("size(bodies)"), "0");
  EXPECT_EQ(eval("bodies.exists(b, b.confirmed)", other), "true");
  EXPECT_EQ(eval("bodies.all(b, b.prefecture_involved)", other), "unknown(attribute1@joint:blank)");
  EXPECT_EQ(eval("answered(body.agreement_date)", body), "false");
  EXPECT_EQ(eval("body.members.all(m, m.zone.id == 'north')", body), "true");
  EXPECT_EQ(eval("zone.members.exists(m, m.code == zone.id)", zone), "false");
}

TEST_F(EvaluatorTest, MakesTheZoneOfARecordWithoutOneNotApplicable) {
  const RecordRef prefecture = world_.add("140007", "prefecture");
  EXPECT_EQ(eval("zone.id == 'north'", prefecture), "not_applicable()");
  EXPECT_EQ(eval("zone.members.all(m, m.flag)", prefecture), "not_applicable()");
  EXPECT_EQ(eval("kind == 'prefecture' || zone.id == 'north'", prefecture), "true");
  EXPECT_EQ(eval("code + name", prefecture), "\"140007架空140007\"");
}

TEST_F(EvaluatorTest, ReadsEarlierSurveys) {
  const RecordRef before = world_.add("000001", "town", table::kRecordSpace, 1);
  const RecordRef long_before = world_.add("000001", "town", table::kRecordSpace, 2);
  world_.set(before, "beds", Value(std::int64_t{3}));
  world_.set(self_, "beds", Value(std::int64_t{5}));
  EXPECT_EQ(eval("previous.beds < beds"), "not_applicable(@000001:no_survey)");
  EXPECT_EQ(eval("history.map(h, h.beds)"), "[]");
  world_.set_earlier(self_, 1, 2017, Value(before));
  world_.set_earlier(self_, 2, 2016, Value(long_before));
  EXPECT_EQ(eval("beds - previous.beds"), "2");
  EXPECT_EQ(eval("at(2017).beds"), "3");
  EXPECT_EQ(eval("self.at(2016).beds"), "unknown(beds@000001:blank)");
  EXPECT_EQ(eval("at(2015).beds"), "not_applicable(@000001:no_survey)");
  EXPECT_EQ(eval("size(history)"), "2");
  EXPECT_EQ(eval("history.filter(h, answered(h.beds)).map(h, h.beds)"), "[3]");
  world_.set_earlier(self_, 3, 2014, Value::missing({{before, false, kWholeRecord}, table::MissingReason::kMerged}));
  EXPECT_EQ(eval("size(history)"), "unknown(@000001:merged)");
}

TEST_F(EvaluatorTest, ReadsConditionsOfSelfAndOfMembers) {
  const RecordRef other = world_.add("000002");
  const RecordRef zone = world_.add_group(table::kZoneGroup, "north", {self_, other});
  world_.set(self_, "beds", Value(std::int64_t{2}));
  world_.set(other, "beds", Value(std::int64_t{0}));
  add_condition("has_beds", "beds > 0");
  add_condition("zone_has_beds", "zone.members.exists(m, m.has_beds)");
  EXPECT_EQ(eval("has_beds"), "true");
  EXPECT_EQ(eval("has_beds", other), "false");
  EXPECT_EQ(eval("zone_has_beds", other), "true");
  EXPECT_EQ(eval("zone.members.count(m, m.has_beds)", zone), "1");
  EXPECT_EQ(reads("has_beds"), "beds@000001");
}

TEST_F(EvaluatorTest, ReadsParametersAndTheDatesOfTheRun) {
  add_param("deadline", Type::of(TypeKind::kDate), Value(*Date::from_ymd(2019, 3, 31)));
  EXPECT_EQ(eval("as_of >= params.deadline && fiscal_year == 2018"), "true");
}

TEST_F(EvaluatorTest, TakesIntegerLiteralsForDoubles) {
  world_.set(self_, "rate", Value(2.5));
  EXPECT_EQ(eval("rate * 2 == 5"), "true");
  EXPECT_EQ(eval("rate > 2"), "true");
}

TEST_F(EvaluatorTest, AbsorbsOperandsThatAreNoBool) {
  EXPECT_EQ(eval_plain("dyn('horses') && false"), "false");
  EXPECT_EQ(eval_plain("dyn('horses') && true"), "error(no_such_overload)");
  EXPECT_EQ(eval_plain("dyn(1) || true"), "true");
  EXPECT_EQ(eval_plain("dyn(1) ? 1 : 2"), "error(no_such_overload)");
}

}  // namespace
}  // namespace kijun::cel
