#include <limits>

#include "tests/unit/exec/exec_fixture.h"

// Lambdas that compare a member with the subject. Every result is checked against the naive evaluator as well, at every
// batch size; the expected ones are worked out by hand from docs/truth-tables.md.

namespace kijun::exec {
namespace {

using cel::Value;
using table::FieldType;

constexpr table::SpaceId kZoneSubjects = table::group_space(table::kZoneGroup);

/// Seven towns and the prefecture; zone west is 0 … 4, east is 5; 6 and the prefecture have none.
///
///   row   0    1    2    3    4    5    6    p
///   kind  a    a    b    ?    n/a  b    a    a
///   has   T    F    ?    T    F    T    T    T
///   n     1    2    3    4    5    6    7    8
///   x     NaN  0.0 -0.0  1.5  2.5  2.5  0    0
///   once  b    x    a    a    a    b    a    a
///   size  1.0  1    ?    2    2.50 2.5  1    1
class CorrelatedTest : public testing::Test {
 protected:
  CorrelatedTest() {
    survey_.vocabulary = table::Vocabulary(
        "test", {},
        {enum_field("kind_of", {"a", "b"}, false), enum_field("once", {"x", "b", "a"}, false),
         field("has", FieldType::kBool, kEverywhere), field("n", FieldType::kInt, kEverywhere),
         field("x", FieldType::kDouble, kEverywhere), field("size_of", FieldType::kDecimal, kEverywhere),
         field("quota", FieldType::kInt, {"zone"})});
    const auto decimal = [](const char* text) { return answer(Value(std::string(text))); };
    add(answer(Value("a")), "b", answer(Value(true)), std::numeric_limits<double>::quiet_NaN(), decimal("1.0"));
    add(answer(Value("a")), "x", answer(Value(false)), 0.0, decimal("1"));
    add(answer(Value("b")), "a", kBlankCell, -0.0, kBlankCell);
    add(kBlankCell, "a", answer(Value(true)), 1.5, decimal("2"));
    add(kNotApplicableCell, "a", answer(Value(false)), 2.5, decimal("2.50"));
    add(answer(Value("b")), "b", answer(Value(true)), 2.5, decimal("2.5"));
    add(answer(Value("a")), "a", answer(Value(true)), 0.0, decimal("1"));
    add(answer(Value("a")), "a", answer(Value(true)), 0.0, decimal("1"));
    survey_.rows.back().name = {"prefecture", "140007", {"架空県", "Kakuu"}};
    survey_.groups_by_kind.resize(3);
    const MemoryCell absent = no_answer(table::MissingReason::kAbsent);
    std::vector<MemoryCell> cells(7, absent);
    survey_.groups_by_kind[0].push_back({{"zone", "east", {"east", "east"}}, {5}, {}, cells, {}});
    cells.back() = answer(Value(std::int64_t{3}));
    survey_.groups_by_kind[0].push_back({{"zone", "west", {"west", "west"}}, {0, 1, 2, 3, 4}, {}, cells, {}});
    survey_.finish();
  }

  void add(MemoryCell kind, const char* once, MemoryCell has, double x, MemoryCell size) {
    const auto row = static_cast<std::uint32_t>(survey_.rows.size());
    survey_.rows.push_back(town(row, {std::move(kind), answer(Value(once)), std::move(has),
                                      answer(Value(std::int64_t{row} + 1)), answer(Value(x)), std::move(size)}));
  }
  /// The results, after checking that kernels gave them.
  std::string in(const std::string& text, table::SpaceId space = table::kRecordSpace) {
    std::string all = results(survey_, expressions_, text, space);
    EXPECT_EQ(expressions_.num_fallback_nodes(), 0U) << text;
    return all;
  }

  static inline const std::vector<std::string> kEverywhere{"municipality", "prefecture"};
  MemorySurvey survey_;
  Expressions expressions_{survey_};
};

TEST_F(CorrelatedTest, QuantifiersAskMembersWithTheSameAnswer) {
  EXPECT_EQ(in("zone.members.exists(m, m.kind_of == kind_of && m.has)"), "T T U U N T N N");
  EXPECT_EQ(in("zone.members.exists(m, m.has && self.kind_of == m.kind_of)"), "T T U U N T N N");
  EXPECT_EQ(in("zone.members.all(m, m.kind_of != kind_of || m.has)"), "F F N N N T N N");
  EXPECT_EQ(in("zone.members.all(m, !(m.kind_of == kind_of) || m.has)"), "F F N N N T N N");
  EXPECT_EQ(in("zone.members.filter(m, answered(m.kind_of)).exists_one(m, m.kind_of == kind_of)"), "F F T U N T N N");
}

TEST_F(CorrelatedTest, OthersAreThoseWithAnotherAnswer) {
  EXPECT_EQ(in("zone.members.exists(m, m.code != code && m.has)"), "T T T T T F N N");
  EXPECT_EQ(in("zone.members.filter(m, m.code != code).exists(m, m.has)"), "T T T T T F N N");
  EXPECT_EQ(in("size(zone.members.filter(m, m.code != code))"), "4 4 4 4 4 0 N N");
  EXPECT_EQ(in("zone.members.filter(m, answered(m.kind_of) && m.kind_of != kind_of).count(m, m.n > 1)"),
            "1 1 1 U N 0 N N");
}

TEST_F(CorrelatedTest, CountsAreBoundsInComparisons) {
  const std::string of_answered = "zone.members.filter(m, answered(m.kind_of))";
  EXPECT_EQ(in(of_answered + ".count(m, m.kind_of == kind_of)"), "2 2 1 U N 1 N N");
  EXPECT_EQ(in(of_answered + ".count(m, m.kind_of == kind_of) >= 2"), "T T F U N F N N");
  EXPECT_EQ(in(of_answered + ".count(m, m.kind_of == kind_of) <= 3"), "T T T T N T N N");
  EXPECT_EQ(in(of_answered + ".share(m, m.kind_of == kind_of) > 0.5"), "T T F U N T N N");
  EXPECT_EQ(in("zone.members.count(m, m.kind_of == kind_of) >= 2"), "N N N N N F N N");
}

TEST_F(CorrelatedTest, FiltersLeaveTheMembersWithTheSameAnswer) {
  const std::string alike = "zone.members.filter(m, answered(m.kind_of) && m.kind_of == kind_of)";
  EXPECT_EQ(in(alike + ".sum(m, m.n)"), "3 3 3 U N 6 N N");
  EXPECT_EQ(in(alike + ".max(m, m.n)"), "2 2 3 U N 6 N N");
  EXPECT_EQ(in(alike + ".distinct(m, m.has)"), "2 2 U U N 1 N N");
  EXPECT_EQ(in(alike + ".filter(m, m.n > 2).sum(m, m.n)"), "0 0 3 U N 6 N N");
  EXPECT_EQ(in(alike + ".filter(m, m.n > 2).min(m, m.n)"), "U U 3 U N 6 N N");
  EXPECT_EQ(in(alike + ".all(m, m.has)"), "F F U U N T N N");
  EXPECT_EQ(in("zone.members.filter(m, answered(m.has)).filter(m, m.has == has).size()"), "2 2 U 2 2 1 N N");
}

TEST_F(CorrelatedTest, SeveralAnswersMayHaveToBeTheSame) {
  const std::string of_answered = "zone.members.filter(m, answered(m.kind_of) && answered(m.has))";
  EXPECT_EQ(in(of_answered + ".count(m, m.kind_of == kind_of && m.has == has)"), "1 1 0 U N 1 N N");
  EXPECT_EQ(in(of_answered + ".exists(m, m.kind_of == kind_of && m.code != code && m.has)"), "F T F U N F N N");
  EXPECT_EQ(in("zone.members.exists(m, m.kind_of == kind_of && m.has == has && m.n == n)"), "T T U U N T N N");
}

TEST_F(CorrelatedTest, WhatIsKnownOfTheSubjectAloneIsAKeyToo) {
  EXPECT_EQ(in("zone.members.all(m, !has || m.n > 1)"), "F T U F T T N N");
  EXPECT_EQ(in("zone.members.exists(m, kind_of == 'a' && m.has)"), "T T F U N F N N");
}

TEST_F(CorrelatedTest, KeysAreComparedAsValuesOfTheirType) {
  // No NaN equals another, and the zeros are equal.
  EXPECT_EQ(in("zone.members.exists(m, m.x == x && m.code != code)"), "F T T F F F N N");
  EXPECT_EQ(in("zone.members.filter(m, answered(m.size_of)).count(m, m.size_of == size_of)"), "2 2 U 1 1 1 N N");
  // The ids of the answers to another question: once is b x a a a in west.
  EXPECT_EQ(in("zone.members.count(m, string(m.once) == string(kind_of))"), "3 3 1 U N 1 N N");
}

TEST_F(CorrelatedTest, KeysThatErrAreErrorsUnlessAnotherDecides) {
  EXPECT_EQ(in("zone.members.exists(m, m.n / (m.n - 1) == n)"), "T T E E E F N N");
  EXPECT_EQ(in("zone.members.exists(m, m.n / (m.n - 1) == n && m.n > 1)"), "T T F F F F N N");
}

TEST_F(CorrelatedTest, GroupsAskTheirMembers) {
  EXPECT_EQ(in("zone.members.exists(m, m.n == quota)", kZoneSubjects), "U T");
  EXPECT_EQ(in("zone.members.filter(m, m.n == quota).sum(m, m.n)", kZoneSubjects), "U 3");
}

TEST_F(CorrelatedTest, LambdasMayNest) {
  EXPECT_EQ(in("zone.members.all(m, m.zone.members.exists(k, k.n == m.n))"), "T T T T T T N N");
  EXPECT_EQ(in("zone.members.count(m, m.zone.members.exists(k, k.n == m.n + 1))", kZoneSubjects), "0 4");
}

TEST_F(CorrelatedTest, OtherLambdasFallBackAsAWholeAndAreCounted) {
  EXPECT_EQ(results(survey_, expressions_, "zone.members.exists(m, m.n > n && m.has)"), "T T T F F F N N");
  EXPECT_EQ(expressions_.num_fallback_nodes(), 1U);
  EXPECT_EQ(results(survey_, expressions_, "zone.members.filter(m, m.code != code).sum(m, m.n)"),
            "14 13 12 11 10 0 N N");
  EXPECT_EQ(expressions_.num_fallback_nodes(), 1U);
  EXPECT_EQ(results(survey_, expressions_,
                    "zone.members.exists(m, m.n == n && m.x == x && m.once == once && m.code == code)"),
            "F T T T T T N N");
  EXPECT_EQ(expressions_.num_fallback_nodes(), 1U);
}

/// More records than one word of bits, so that two threads meet each other's keys, and enough keys for the table to grow.
TEST(CorrelatedMergeTest, ThreadsAddUpWhatTheyMet) {
  MemorySurvey survey;
  survey.vocabulary = table::Vocabulary(
      "test", {},
      {field("label", FieldType::kString, {"municipality"}), field("n", FieldType::kInt, {"municipality"})});
  survey.groups_by_kind.resize(3);
  MemoryGroup zone{{"zone", "all", {"all", "all"}}, {}, {}, {}, {}};
  constexpr std::uint32_t kTowns = 200;
  constexpr std::uint32_t kLabels = 60;
  for (std::uint32_t row = 0; row < kTowns; ++row) {
    survey.rows.push_back(
        town(row, {answer(Value("label " + std::to_string(row % kLabels))), answer(Value(std::int64_t{row}))}));
    zone.members.push_back(row);
  }
  survey.groups_by_kind[0].push_back(zone);
  survey.finish();
  Expressions expressions(survey);
  std::string sums;
  for (std::uint32_t row = 0; row < kTowns; ++row) {
    std::uint32_t sum = 0;
    for (std::uint32_t other = row % kLabels; other < kTowns; other += kLabels) sum += other;
    sums += (row == 0 ? "" : " ") + std::to_string(sum - row);
  }
  EXPECT_EQ(results(survey, expressions, "zone.members.filter(m, m.label == label).sum(m, m.n) - n"), sums);
  EXPECT_EQ(expressions.num_fallback_nodes(), 0U);
}

}  // namespace
}  // namespace kijun::exec
