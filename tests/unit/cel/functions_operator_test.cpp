#include <gtest/gtest.h>

#include "tests/unit/cel/eval_support.h"

namespace kijun::cel {
namespace {

TEST(FunctionsOperatorTest, RefusesIntegersThatLeave64Bits) {
  constexpr EvalCase kCases[] = {
      {"9223372036854775807 + 1", "error(overflow)"},
      {"-9223372036854775808 - 1", "error(overflow)"},
      {"9223372036854775807 * 2", "error(overflow)"},
      {"-(-9223372036854775808)", "error(overflow)"},
      {"-9223372036854775808 / -1", "error(overflow)"},
      {"-9223372036854775808 % -1", "error(overflow)"},
      {"18446744073709551615u + 1u", "error(overflow)"},
      {"0u - 1u", "error(overflow)"},
      {"1 / 0", "error(division_by_zero)"},
      {"1u % 0u", "error(division_by_zero)"},
  };
  expect_all(kCases);
}

TEST(FunctionsOperatorTest, DividesTowardZeroAndNeverFailsOnDoubles) {
  constexpr EvalCase kCases[] = {
      {"-7 / 2", "-3"},
      {"-3 % 5", "-3"},
      {"3 % -5", "3"},
      {"1.0 / 0.0", "Infinity"},
      {"-1.0 / 0.0", "-Infinity"},
      {"0.0 / 0.0", "NaN"},
      {"-0.0", "-0.0"},
      {"1e308 * 10.0", "Infinity"},
  };
  expect_all(kCases);
}

TEST(FunctionsOperatorTest, EquatesAcrossTypesAndOrdersOnlyWhereThereIsAnOrder) {
  constexpr EvalCase kCases[] = {
      {"dyn(1) == dyn('1')", "false"},
      {"dyn(1) != dyn('1')", "true"},
      {"[1.0, 2.0, 3] == [1u, 2, 3u]", "true"},
      {"dyn(1) < dyn('1')", "error(no_such_overload)"},
      {"dyn([1]) < dyn([2])", "error(no_such_overload)"},
      {"false < true", "true"},
      {"'あ' < 'ア'", "true"},
      {"b'a' < b'b'", "true"},
      {"dyn(1) < dyn(1.5)", "true"},
      {"0.0 / 0.0 <= 1.0", "false"},
      {"0.0 / 0.0 != 0.0 / 0.0", "true"},
      {"'Am\\u00E9lie' == 'Ame\\u0301lie'", "false"},
      {"dyn(1) + dyn('a')", "error(no_such_overload)"},
  };
  expect_all(kCases);
}

}  // namespace
}  // namespace kijun::cel
