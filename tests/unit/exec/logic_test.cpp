#include "tests/unit/exec/exec_fixture.h"

namespace kijun::exec {
namespace {

using cel::Value;

/// Two int fields `x` and `y` over all 25 pairs of states: `1 / x == 1` is true for 1, false for 2, unknown for a blank,
/// an error for 0 and not applicable. Rows go through y first.
class LogicTest : public RowTest {
 protected:
  LogicTest() {
    add_field(field("x", table::FieldType::kInt));
    add_field(field("y", table::FieldType::kInt));
    const std::vector<MemoryCell> cells{answer(Value(std::int64_t{1})), answer(Value(std::int64_t{2})), kBlankCell,
                                        answer(Value(std::int64_t{0})), kNotApplicableCell};
    for (const MemoryCell& x : cells) {
      for (const MemoryCell& y : cells) add_row({x, y});
    }
  }
};

TEST_F(LogicTest, AndFollowsTheTruthTable) {
  EXPECT_EQ(rows("1 / x == 1 && 1 / y == 1"),
            "T F U E N "
            "F F F F F "
            "U F U U N "
            "E F U E N "
            "N F N N N");
}

TEST_F(LogicTest, OrFollowsTheTruthTable) {
  EXPECT_EQ(rows("1 / x == 1 || 1 / y == 1"),
            "T T T T T "
            "T F U E N "
            "T U U U N "
            "T E U E N "
            "T N N N N");
}

TEST_F(LogicTest, NotSwapsOnlyTrueAndFalse) {
  EXPECT_EQ(rows("!(1 / y == 1)"),
            "F T U E N "
            "F T U E N "
            "F T U E N "
            "F T U E N "
            "F T U E N");
}

TEST_F(LogicTest, ChainsGiveTheStrongestOfThreeWhenBracketedEitherWay) {
  const std::string expected =
      "F F F F F "
      "F F F F F "
      "U F U U N "
      "E F U E N "
      "N F N N N";  // x is never both 1 and 7
  EXPECT_EQ(rows("(1 / x == 1 && 1 / y == 1) && 1 / x == 7"), expected);
  EXPECT_EQ(rows("1 / x == 1 && (1 / y == 1 && 1 / x == 7)"), expected);
}

TEST_F(LogicTest, ConditionalTakesTheStateOfItsConditionAndElseOfOneBranch) {
  EXPECT_EQ(rows("1 / x == 1 ? 1 / y == 1 : 1 / y != 1"),
            "T F U E N "
            "F T U E N "
            "U U U U U "
            "E E E E E "
            "N N N N N");
}

TEST_F(LogicTest, ConditionalGivesValuesOfTheBranchWhenTyped) {
  EXPECT_EQ(rows("1 / x == 1 ? y : -1"),
            "1 2 U 0 N "
            "-1 -1 -1 -1 -1 "
            "U U U U U "
            "E E E E E "
            "N N N N N");
}

TEST_F(LogicTest, StrictOperatorsPutErrorBeforeNotApplicableBeforeUnknown) {
  EXPECT_EQ(rows("1 / x == 1 / y"),
            "T F U E N "
            "F T U E N "
            "U U U E N "
            "E E E E E "
            "N N N E N");
}

TEST_F(LogicTest, NothingFallsBackInLogic) {
  static_cast<void>(rows("!(1 / x == 1) ? true : (1 / y == 1 || x > y)"));
  EXPECT_EQ(num_fallback_nodes(), 0U);
}

}  // namespace
}  // namespace kijun::exec
