#include <gtest/gtest.h>

#include "tests/unit/cel/eval_support.h"

namespace kijun::cel {
namespace {

TEST(MacrosEvalTest, RunsOverListsAndKeysOfMaps) {
  constexpr EvalCase kCases[] = {
      {"[1, 2, 3].map(x, x * x)", "[1, 4, 9]"},
      {"[1, 2, 3].map(x, x > 1, x * x)", "[4, 9]"},
      {"[1, 2, 3].filter(x, x % 2 == 1)", "[1, 3]"},
      {"{'a': 1, 'b': 2}.filter(k, k != 'a')", "[\"b\"]"},
      {"{'a': 1, 'b': 2}.map(k, k + k)", "[\"aa\", \"bb\"]"},
      {"[1, 2].all(x, [3, 4].exists(y, y > x + 1))", "true"},
      {"[1, 2, 3].all(e, 6 / (2 - e) == 6)", "false"},
      {"[2, 1].exists(e, 6 / (2 - e) == 6)", "true"},
      {"[1, 2].exists_one(e, 6 / (2 - e) == 6)", "error(division_by_zero)"},
      {"dyn(1).all(x, true)", "error(no_such_overload)"},
      {"[1].filter(x, dyn(x))", "error(no_such_overload)"},
  };
  expect_all(kCases);
}

TEST(MacrosEvalTest, BindsTwoVariables) {
  constexpr EvalCase kCases[] = {
      {"['a', 'b'].all(i, v, i < 2 && v != 'c')", "true"},
      {"{'a': 1}.exists(k, v, k == 'a' && v == 1)", "true"},
      {"['a', 'b'].transformList(i, v, i == 1, v + v)", "[\"bb\"]"},
      {"['a', 'b'].transformMap(i, v, v)", "{0: \"a\", 1: \"b\"}"},
      {"{'a': 1, 'b': 2}.transformMap(k, v, v > 1, v + 1)", "{\"b\": 3}"},
      {"{'a': 'x'}.transformMapEntry(k, v, {v: k})", "{\"x\": \"a\"}"},
      {"{'a': 'x', 'b': 'x'}.transformMapEntry(k, v, {v: k})", "error(duplicate_key)"},
  };
  expect_all(kCases);
}

TEST(MacrosEvalTest, BindsLazily) {
  constexpr EvalCase kCases[] = {
      {"cel.bind(x, 2 + 3, x * x)", "25"},
      {"cel.bind(x, 1 / 0, true)", "true"},
      {"cel.bind(x, 1 / 0, x == 1 || true)", "true"},
      {"cel.bind(x, 1, cel.bind(y, x + 1, [x, y].map(x, x + y)))", "[3, 4]"},
      {"cel.bind(x, 1, cel.bind(x, x + 1, x))", "2"},
      {"[1, 2].map(a, cel.bind(b, a * 10, [3].map(c, a + b + c)))", "[[14], [25]]"},
  };
  expect_all(kCases);
}

TEST(MacrosEvalTest, MapsOptionals) {
  constexpr EvalCase kCases[] = {
      {"optional.of(2).optMap(x, x + 1)", "optional.of(3)"},
      {"optional.none().optMap(x, x)", "optional.none()"},
      {"{'a': {}}.?a.optFlatMap(x, x.?b)", "optional.none()"},
      {"optional.of(2).optMap(x, x / 0)", "error(division_by_zero)"},
  };
  expect_all(kCases);
}

}  // namespace
}  // namespace kijun::cel
