#include "tests/unit/exec/exec_fixture.h"

namespace kijun::exec {
namespace {

using cel::Value;
using table::FieldType;

MemoryCell digits(const char* text) { return answer(Value(std::string(text))); }

class DecimalKernelsTest : public RowTest {
 protected:
  DecimalKernelsTest() {
    add_field(field("a", FieldType::kDecimal));
    add_field(field("b", FieldType::kDecimal));
    add_row({digits("0.10"), digits("0.1")});
    add_row({digits("-2"), digits("3.5")});
    add_row({digits("1000000000000000000000000000000001"), digits("0")});
    add_row({kBlankCell, digits("1")});
    add_row({kNotApplicableCell, digits("1")});
    // More digits than a decimal has: a reader that let them through must not make the evaluators differ.
    add_row({digits("12345678901234567890123456789012345"), digits("1")});
  }
};

TEST_F(DecimalKernelsTest, ComparesByValue) {
  EXPECT_EQ(rows("a == b"), "T F F U N E");
  EXPECT_EQ(rows("a != b"), "F T T U N E");
  EXPECT_EQ(rows("a < b"), "F T F U N E");
  EXPECT_EQ(rows("a <= b"), "T T F U N E");
  EXPECT_EQ(rows("a > b"), "F F T U N E");
  EXPECT_EQ(rows("a >= b"), "T F T U N E");
  EXPECT_EQ(num_fallback_nodes(), 0U);
}

TEST_F(DecimalKernelsTest, TakesLiteralsAsWritten) {
  EXPECT_EQ(rows("a == 0.1"), "T F F U N E");
  EXPECT_EQ(rows("a > 1000000000000000000000000000000000.0"), "F F T U N E");
  EXPECT_EQ(rows("a in [-2, 0.1]"), "T T F U N E");
  EXPECT_EQ(rows("a in [b, 7]"), "T F F U N E");
  EXPECT_EQ(rows("(b > 1 ? a : b) < 0"), "F T F F F F");
  EXPECT_EQ(num_fallback_nodes(), 0U);
}

TEST_F(DecimalKernelsTest, CalculatesAsTheNaiveEvaluatorDoes) {
  EXPECT_EQ(rows("a + b == 0.2"), "T F F U N E");
  EXPECT_EQ(rows("a * 3"), "decimal(0.3) decimal(-6) decimal(3000000000000000000000000000000003) U N E");
  EXPECT_EQ(rows("a / b"), "decimal(1) decimal(-0.5714285714285714285714285714285714) E U N E");
  EXPECT_EQ(rows("-b"), "decimal(-0.1) decimal(-3.5) decimal(0) decimal(-1) decimal(-1) decimal(-1)");
  EXPECT_EQ(rows("round(b, 0)"), "decimal(0) decimal(4) decimal(0) decimal(1) decimal(1) decimal(1)");
  EXPECT_EQ(rows("double(b) + 0.5"), "0.6 4.0 0.5 1.5 1.5 1.5");
  EXPECT_EQ(rows("string(b)"), "\"0.1\" \"3.5\" \"0\" \"1\" \"1\" \"1\"");
}

TEST_F(DecimalKernelsTest, AsksForCellsWithoutReadingThem) {
  EXPECT_EQ(rows("answered(a)"), "T T T F F T");
  EXPECT_EQ(rows("missing_reason(a)"), "\"\" \"\" \"\" \"blank\" \"not_applicable\" \"\"");
  EXPECT_EQ(num_fallback_nodes(), 0U);
}

/// Two zones of decimals: 0.1 0.2 1e34 -1e34, and 1.0 1.00 with a blank.
class DecimalFoldsTest : public testing::Test {
 protected:
  DecimalFoldsTest() {
    survey_.vocabulary = table::Vocabulary("test", {}, {field("a", FieldType::kDecimal)});
    for (const char* const text : {"0.1", "0.2", "1e34", "-1e34", "1.0", "1.00"}) add_town(digits(text));
    add_town(kBlankCell);
    survey_.groups_by_kind.resize(3);
    add_zone("west", {0, 1, 2, 3});
    add_zone("east", {4, 5, 6});
    add_zone("empty", {});
    survey_.finish();
  }

  void add_town(MemoryCell cell) {
    survey_.rows.push_back(town(static_cast<std::uint32_t>(survey_.rows.size()), {std::move(cell)}));
  }
  void add_zone(std::string code, std::vector<std::uint32_t> members) {
    survey_.groups_by_kind[0].push_back({{survey_.kinds[0].id, code, {code, code}}, std::move(members), {}, {}, {}});
  }
  std::string zones(const std::string& text) {
    std::string all = results(survey_, expressions_, text, table::group_space(table::kZoneGroup));
    EXPECT_EQ(expressions_.num_fallback_nodes(), 0U) << text;
    return all;
  }

  MemorySurvey survey_;
  Expressions expressions_{survey_};
};

TEST_F(DecimalFoldsTest, FoldsExactly) {
  EXPECT_EQ(zones("zone.members.sum(m, m.a)"), "decimal(0.3) U decimal(0)");
  EXPECT_EQ(zones("zone.members.avg(m, m.a)"), "decimal(0.075) U U");
  EXPECT_EQ(zones("zone.members.min(m, m.a)"), "decimal(-10000000000000000000000000000000000) U U");
  EXPECT_EQ(zones("zone.members.max(m, m.a)"), "decimal(10000000000000000000000000000000000) U U");
  EXPECT_EQ(zones("zone.members.distinct(m, m.a)"), "4 U 0");
  EXPECT_EQ(zones("zone.members.filter(m, answered(m.a)).sum(m, m.a)"), "decimal(0.3) decimal(2) decimal(0)");
  EXPECT_EQ(zones("zone.members.filter(m, answered(m.a)).distinct(m, m.a)"), "4 1 0");
  EXPECT_EQ(zones("zone.members.filter(m, answered(m.a)).avg(m, m.a) == 1"), "F T U");
}

TEST_F(DecimalFoldsTest, GivesGroupValuesToTheirRecords) {
  EXPECT_EQ(results(survey_, expressions_, "a < zone.members.filter(m, answered(m.a)).sum(m, m.a)"), "T T F T T T U");
  EXPECT_EQ(expressions_.num_fallback_nodes(), 0U);
}

}  // namespace
}  // namespace kijun::exec
