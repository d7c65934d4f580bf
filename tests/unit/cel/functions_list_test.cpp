#include <gtest/gtest.h>

#include "tests/unit/cel/eval_support.h"

namespace kijun::cel {
namespace {

// Examples of cel-go ext/README, "Sets", and the ends of its sentences.
TEST(FunctionsListTest, TestsListsAsSets) {
  constexpr EvalCase kCases[] = {
      {"sets.contains([], [])", "true"},
      {"sets.contains([], [1])", "false"},
      {"sets.contains([1, 2, 3, 4], [2, 3])", "true"},
      {"sets.contains([1, 2.0, 3u], [1.0, 2u, 3])", "true"},
      {"sets.contains([1], [1, 1])", "true"},
      {"sets.equivalent([], [])", "true"},
      {"sets.equivalent([1], [1, 1])", "true"},
      {"sets.equivalent([1], [dyn(1u), 1.0])", "true"},
      {"sets.equivalent([1, 2, 3], [dyn(3u), 2.0, 1])", "true"},
      {"sets.equivalent([1, 2], [1])", "false"},
      {"sets.equivalent([1], [1, 2])", "false"},
      {"sets.intersects([1], [])", "false"},
      {"sets.intersects([], [1])", "false"},
      {"sets.intersects([1], [1, 2])", "true"},
      {"sets.intersects([[1], [2, 3]], [[1, 2], [2, 3]])", "true"},
      {"sets.intersects([1], dyn(1))", "error(no_such_overload)"},
  };
  expect_all(kCases);
}

// Examples of cel-go ext/README, "Lists".
TEST(FunctionsListTest, RearrangesLists) {
  constexpr EvalCase kCases[] = {
      {"[1, 2, 2, 3, 3, 3].distinct()", "[1, 2, 3]"},
      {"['b', 'b', 'c', 'a', 'c'].distinct()", "[\"b\", \"c\", \"a\"]"},
      {"[1, 'b', 2, 'b'].distinct()", "[1, \"b\", 2]"},
      {"[1, 1.0, 2u, 2].distinct()", "[1, 2u]"},
      {"[].distinct()", "[]"},
      {"[1, [2, 3], [4]].flatten()", "[1, 2, 3, 4]"},
      {"[1, [2, [3, 4]]].flatten()", "[1, 2, [3, 4]]"},
      {"[1, 2, [], [], [3, 4]].flatten()", "[1, 2, 3, 4]"},
      {"[1, [2, [3, [4]]]].flatten(2)", "[1, 2, 3, [4]]"},
      {"[1, [2]].flatten(0)", "[1, [2]]"},
      {"[1, [2, [3, [4]]]].flatten(-1)", "error(invalid_argument)"},
      {"[1, 2, 3, 4].slice(1, 3)", "[2, 3]"},
      {"[1, 2, 3, 4].slice(2, 4)", "[3, 4]"},
      {"[1, 2].slice(0, 0)", "[]"},
      {"[1, 2].slice(2, 2)", "[]"},
      {"[1, 2].slice(0, 3)", "error(index_out_of_range)"},
      {"[1, 2].slice(-1, 1)", "error(index_out_of_range)"},
      {"[1, 2].slice(2, 1)", "error(index_out_of_range)"},
      {"[3, 2, 1].sort()", "[1, 2, 3]"},
      {"['b', 'c', 'a'].sort()", "[\"a\", \"b\", \"c\"]"},
      {"[true, false].sort()", "[false, true]"},
      {"[dyn(1), dyn('b')].sort()", "error(no_such_overload)"},
      {"[dyn([1]), dyn([2])].sort()", "error(no_such_overload)"},
      {"[].sort()", "[]"},
      {"[5, 3, 1, 2].reverse()", "[2, 1, 3, 5]"},
      {"'gums'.reverse()", "\"smug\""},
  };
  expect_all(kCases);
}

class FunctionsListProfileTest : public ProfileEvalTest {};

TEST_F(FunctionsListProfileTest, WorksOnListsOfAnswers) {
  const RecordRef other = world_.add("000002");
  const RecordRef zone = world_.add_group(table::kZoneGroup, "north", {self_, other});
  const auto text = [](const char* value) { return Value(std::string(value)); };
  world_.set(self_, "services", Value::list({text("stay"), text("visit")}));
  EXPECT_EQ(eval("sets.contains(services, ['visit'])"), "true");
  EXPECT_EQ(eval("sets.contains(services, ['visit', 'respite'])"), "false");
  EXPECT_EQ(eval("sets.intersects(services, ['visit', 'respite'])"), "true");
  EXPECT_EQ(eval("sets.equivalent(services, ['visit', 'stay'])"), "true");
  EXPECT_EQ(eval("services.sort().join(', ')"), "\"stay, visit\"");
  EXPECT_EQ(eval("sets.contains(services, ['visit'])", other), "unknown(services@000002:blank)");
  EXPECT_EQ(eval("zone.members.map(m, m.services).flatten().distinct()", zone), "unknown(services@000002:blank)");
  world_.set(other, "services", Value::list({text("visit"), text("respite")}));
  EXPECT_EQ(eval("zone.members.map(m, m.services).flatten().distinct()", zone), "[\"stay\", \"visit\", \"respite\"]");
  EXPECT_EQ(eval("zone.members.map(m, m.services).flatten().distinct().size() == 3", zone), "true");
  EXPECT_EQ(eval("[decimal(2), decimal(1)].sort() == [decimal(1), decimal(2)]"), "true");
  EXPECT_EQ(eval("[date('2020-01-01'), date('2019-01-01')].sort()[0]"), "date(2019-01-01)");
}

}  // namespace
}  // namespace kijun::cel
