#include "engine/cel/unify.h"

#include <gtest/gtest.h>

namespace kijun::cel {
namespace {

Type named(const char* text) { return parse_type(text); }

TEST(UnifyTest, DynFitsBothWays) {
  Unifier unifier;
  EXPECT_TRUE(unifier.assignable(named("dyn"), named("list(int)")));
  EXPECT_TRUE(unifier.assignable(named("list(int)"), named("list(dyn)")));
  EXPECT_FALSE(unifier.assignable(named("list(int)"), named("list(string)")));
  EXPECT_FALSE(unifier.assignable(named("int"), named("double")));
}

TEST(UnifyTest, VariableTakesTheMoreGeneralType) {
  Unifier unifier;
  const Type variable = unifier.fresh();
  EXPECT_TRUE(unifier.assignable(named("int"), variable));
  EXPECT_FALSE(unifier.assignable(named("string"), variable));
  EXPECT_EQ(unifier.substitute(variable, false), named("int"));
  EXPECT_TRUE(unifier.assignable(named("dyn"), variable));
  EXPECT_EQ(unifier.substitute(variable, false), named("dyn"));
}

TEST(UnifyTest, FailedMatchLeavesVariablesAsTheyWere) {
  Unifier unifier;
  const Type variable = unifier.fresh();
  EXPECT_FALSE(unifier.assignable({named("int"), named("string")}, {variable, named("int")}));
  EXPECT_TRUE(unifier.assignable(named("string"), variable));
}

TEST(UnifyTest, VariableNeverContainsItself) {
  Unifier unifier;
  const Type variable = unifier.fresh();
  EXPECT_FALSE(unifier.assignable(Type::list(variable), variable));
}

TEST(UnifyTest, UnknownVariableBecomesDynAtTheEnd) {
  Unifier unifier;
  EXPECT_EQ(unifier.substitute(Type::list(unifier.fresh()), true), named("list(dyn)"));
}

TEST(UnifyTest, NullFitsNullableTypesOnly) {
  Unifier unifier;
  EXPECT_TRUE(unifier.assignable(named("null_type"), named("timestamp")));
  EXPECT_TRUE(unifier.assignable(named("optional_type(int)"), named("null_type")));
  EXPECT_FALSE(unifier.assignable(named("null_type"), named("int")));
  EXPECT_FALSE(unifier.assignable(named("null_type"), named("date")));
}

TEST(UnifyTest, EnumIsAString) {
  const table::Field council;
  const table::Field other;
  Unifier unifier;
  EXPECT_TRUE(unifier.assignable(Type::enumeration(council), named("string")));
  EXPECT_EQ(unifier.join(Type::enumeration(council), named("string")), named("string"));
  EXPECT_EQ(unifier.join(Type::enumeration(council), Type::enumeration(other)), named("string"));
  EXPECT_EQ(unifier.join(Type::enumeration(council), Type::enumeration(council)), Type::enumeration(council));
}

TEST(UnifyTest, TypesThatDoNotAgreeJoinToDyn) {
  Unifier unifier;
  EXPECT_EQ(unifier.join(named("int"), named("string")), named("dyn"));
  EXPECT_EQ(unifier.join(named("list(int)"), named("list(dyn)")), named("list(dyn)"));
}

}  // namespace
}  // namespace kijun::cel
