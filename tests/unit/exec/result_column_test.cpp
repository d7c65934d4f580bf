#include "engine/exec/result_column.h"

#include <gtest/gtest.h>

#include "engine/exec/vector.h"

namespace kijun::exec {
namespace {

using cel::State;

Vector texts(const std::vector<std::string_view>& values) {
  Vector vector;
  std::ranges::copy(values, vector.make_strings(values.size()));
  vector.states.fill(values.size(), State::kTrue);
  return vector;
}

TEST(ResultColumnTest, KeepsStringsBeyondTheirBlock) {
  ResultColumn column(ValueKind::kString, nullptr, 70, 128);
  {
    const std::string block = "足柄上";
    column.write(65, texts({block, "a very long text that fits into no small string"}));
  }
  EXPECT_EQ(column.string_at(65), "足柄上");
  Vector back;
  column.read(64, 3, back);
  EXPECT_EQ(back.states.get(0), State::kFalse);
  EXPECT_EQ(back.strings[2], "a very long text that fits into no small string");
}

TEST(ResultColumnTest, GivesStatesWithoutValuesAsTheyAre) {
  ResultColumn column(ValueKind::kInt, nullptr, 3, 64);
  Vector part;
  part.make_ints(3)[2] = -7;
  part.states.reset(3);
  part.states.set(0, State::kError);
  part.states.set(1, State::kNotApplicable);
  part.states.set(2, State::kTrue);
  column.write(0, part);
  EXPECT_NE(column.value_at(0).as<cel::EvalError>(), nullptr);
  EXPECT_NE(column.value_at(1).as<cel::NotApplicable>(), nullptr);
  EXPECT_EQ(cel::debug_text(column.value_at(2)), "-7");
}

TEST(ResultColumnTest, KeepsTheStringsOfEveryRange) {
  ResultColumn column(ValueKind::kString, nullptr, 130, 64);
  column.write(0, texts({"a", "b", "a"}));
  column.write(64, texts({"b", "c"}));
  column.write(128, texts({"d", "a"}));
  EXPECT_EQ(column.string_at(2), "a");
  EXPECT_EQ(column.string_at(64), "b");
  EXPECT_EQ(column.string_at(65), "c");
  EXPECT_EQ(column.string_at(129), "a");
}

TEST(ResultColumnTest, GivesOneValueForEverySubjectWhenConstant) {
  const ResultColumn column = ResultColumn::constant(ValueKind::kString, nullptr, 1000, texts({"足柄上"}));
  EXPECT_TRUE(column.is_constant());
  EXPECT_EQ(column.size(), 1000U);
  EXPECT_EQ(column.string_at(999), "足柄上");
  EXPECT_EQ(column.state(999), State::kTrue);
}

}  // namespace
}  // namespace kijun::exec
