#include <gtest/gtest.h>

#include "tests/unit/cel/eval_support.h"

namespace kijun::cel {
namespace {

TEST(FunctionsMathTest, FindsExtremesAcrossNumberTypes) {
  constexpr EvalCase kCases[] = {
      {"math.greatest(1, 2u, 1.5)", "2u"},
      {"math.least([3, 1, 2])", "1"},
      {"math.greatest(-5)", "-5"},
      {"math.least(1, 1.0)", "1"},
      {"math.greatest(dyn([]))", "error(invalid_argument)"},
      {"math.least(dyn('1'), 2)", "error(no_such_overload)"},
  };
  expect_all(kCases);
}

TEST(FunctionsMathTest, RoundsDoublesOnly) {
  constexpr EvalCase kCases[] = {
      {"math.round(2.5)", "3.0"},
      {"math.round(-2.5)", "-3.0"},
      {"math.trunc(-1.9)", "-1.0"},
      {"math.ceil(1.1)", "2.0"},
      {"math.floor(-1.1)", "-2.0"},
      {"math.round(dyn(1))", "error(no_such_overload)"},
      {"math.sqrt(49)", "7.0"},
      {"math.sqrt(-1.0)", "NaN"},
      {"math.abs(-9223372036854775808)", "error(overflow)"},
      {"math.abs(-1.5)", "1.5"},
      {"math.sign(-3)", "-1"},
      {"math.sign(-0.5)", "-1.0"},
      {"math.isFinite(1.0)", "true"},
  };
  expect_all(kCases);
}

TEST(FunctionsMathTest, WorksOnBits) {
  constexpr EvalCase kCases[] = {
      {"math.bitAnd(6, 3)", "2"},
      {"math.bitOr(-2, 4)", "-2"},
      {"math.bitXor(5u, 1u)", "4u"},
      {"math.bitNot(0u)", "18446744073709551615u"},
      {"math.bitShiftLeft(1, 63)", "-9223372036854775808"},
      {"math.bitShiftLeft(1, 64)", "0"},
      {"math.bitShiftRight(-1024, 3)", "2305843009213693824"},
      {"math.bitShiftRight(1, -1)", "error(invalid_argument)"},
      {"math.bitAnd(dyn(1), dyn(1u))", "error(no_such_overload)"},
  };
  expect_all(kCases);
}

}  // namespace
}  // namespace kijun::cel
