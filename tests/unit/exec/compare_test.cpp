#include <cmath>
#include <limits>

#include "tests/unit/exec/exec_fixture.h"

namespace kijun::exec {
namespace {

using cel::Value;

/// Four rows: a smaller than b, equal, greater; a missing.
class CompareTest : public RowTest {
 protected:
  void three(table::Field a, table::Field b, const Value& low, const Value& high) {
    add_field(std::move(a));
    add_field(std::move(b));
    add_row({answer(low), answer(high)});
    add_row({answer(high), answer(high)});
    add_row({answer(high), answer(low)});
    add_row({kBlankCell, answer(low)});
  }
  void expect_order() {
    EXPECT_EQ(rows("a == b"), "F T F U");
    EXPECT_EQ(rows("a != b"), "T F T U");
    EXPECT_EQ(rows("a < b"), "T F F U");
    EXPECT_EQ(rows("a <= b"), "T T F U");
    EXPECT_EQ(rows("a > b"), "F F T U");
    EXPECT_EQ(rows("a >= b"), "F T T U");
    EXPECT_EQ(num_fallback_nodes(), 0U);
  }
};

TEST_F(CompareTest, OrdersInts) {
  three(field("a", table::FieldType::kInt), field("b", table::FieldType::kInt), Value(std::int64_t{-5}),
        Value(std::int64_t{7}));
  expect_order();
}

TEST_F(CompareTest, OrdersDoubles) {
  three(field("a", table::FieldType::kDouble), field("b", table::FieldType::kDouble), Value(-0.5), Value(0.25));
  expect_order();
}

TEST_F(CompareTest, OrdersStringsByCodePoint) {
  three(field("a", table::FieldType::kString), field("b", table::FieldType::kString), Value(std::string("Z")),
        Value(std::string("医療")));
  expect_order();
}

TEST_F(CompareTest, OrdersDates) {
  three(field("a", table::FieldType::kDate), field("b", table::FieldType::kDate), Value(*Date::from_ymd(1969, 12, 31)),
        Value(*Date::from_ymd(2019, 3, 31)));
  expect_order();
}

TEST_F(CompareTest, OrdersBoolsFalseFirst) {
  three(field("a", table::FieldType::kBool), field("b", table::FieldType::kBool), Value(false), Value(true));
  expect_order();
}

TEST_F(CompareTest, OrdersEnumsByTheirDomainBestLast) {
  three(enum_field("a", {"good", "fair", "bad"}, true), enum_field("b", {"good", "fair", "bad"}, true),
        Value(std::string("bad")), Value(std::string("good")));
  expect_order();
  EXPECT_EQ(rows("a >= \"fair\""), "F T T U");
  EXPECT_EQ(rows("\"fair\" < a"), "F T T U");
}

TEST_F(CompareTest, ComparesEnumsWithLiteralsAndTexts) {
  add_field(enum_field("a", {"yes", "no"}, false));
  add_field(field("s", table::FieldType::kString));
  add_row({answer(Value(std::string("yes"))), answer(Value(std::string("no")))});
  add_row({answer(Value(std::string("no"))), answer(Value(std::string("no")))});
  add_row({kNotApplicableCell, kBlankCell});
  EXPECT_EQ(rows("a == \"yes\""), "T F N");
  EXPECT_EQ(rows("a != \"yes\""), "F T N");
  EXPECT_EQ(rows("a == s"), "F T N");
  EXPECT_EQ(num_fallback_nodes(), 0U);
}

TEST_F(CompareTest, NanEqualsNothingAndStandsInNoOrder) {
  add_field(field("a", table::FieldType::kDouble));
  add_row({answer(Value(std::numeric_limits<double>::quiet_NaN()))});
  add_row({answer(Value(1.0))});
  EXPECT_EQ(rows("a == a"), "F T");
  EXPECT_EQ(rows("a != a"), "T F");
  EXPECT_EQ(rows("a <= 1.0"), "F T");
  EXPECT_EQ(rows("a > 0.0"), "F T");
}

TEST_F(CompareTest, TakesAnIntLiteralBesideADouble) {
  add_field(field("a", table::FieldType::kDouble));
  add_row({answer(Value(3.0))});
  add_row({answer(Value(2.5))});
  EXPECT_EQ(rows("a >= 3"), "T F");
  EXPECT_EQ(rows("3 == a"), "T F");
  EXPECT_EQ(num_fallback_nodes(), 0U);
}

TEST_F(CompareTest, FindsValuesInLists) {
  add_field(field("i", table::FieldType::kInt));
  add_field(field("s", table::FieldType::kString));
  add_field(enum_field("e", {"a", "b", "c"}, false));
  add_field(field("d", table::FieldType::kDate));
  add_field(field("x", table::FieldType::kDouble));
  add_row({answer(Value(std::int64_t{3})), answer(Value(std::string("町"))), answer(Value(std::string("c"))),
           answer(Value(*Date::from_ymd(2019, 3, 31))), answer(Value(0.5))});
  add_row({answer(Value(std::int64_t{4})), answer(Value(std::string(""))), answer(Value(std::string("b"))),
           answer(Value(*Date::from_ymd(2019, 4, 1))), answer(Value(2.0))});
  add_row({kBlankCell, kNotApplicableCell, kBlankCell, kBlankCell, kBlankCell});
  EXPECT_EQ(rows("i in [9, 3, 1]"), "T F U");
  EXPECT_EQ(rows("i in []"), "F F U");
  EXPECT_EQ(rows("s in [\"市\", \"町\"]"), "T F N");
  EXPECT_EQ(rows("e in [\"a\", \"c\"]"), "T F U");
  EXPECT_EQ(rows("d in [date(\"2019-03-31\")]"), "T F U");
  EXPECT_EQ(rows("x in [2.0, 0.25]"), "F T U");
  EXPECT_EQ(rows("i in [4, i + 1, 1 / (i - 3)]"), "E T U");
  EXPECT_EQ(rows("!(i in [9, 3, 1])"), "F T U");
  EXPECT_EQ(num_fallback_nodes(), 0U);
}

TEST_F(CompareTest, FindsTextsInListFields) {
  add_field(field("l", table::FieldType::kList));
  add_field(field("s", table::FieldType::kString));
  add_row({answer(Value::list({Value(std::string("a")), Value(std::string("b"))})), answer(Value(std::string("b")))});
  add_row({answer(Value::list({})), answer(Value(std::string("b")))});
  add_row({kBlankCell, kBlankCell});
  EXPECT_EQ(rows("\"a\" in l"), "T F U");
  EXPECT_EQ(rows("s in l"), "T F U");
  EXPECT_EQ(rows("size(l)"), "2 0 U");
  EXPECT_EQ(rows("answered(l)"), "T T F");
  EXPECT_EQ(num_fallback_nodes(), 0U);
}

}  // namespace
}  // namespace kijun::exec
