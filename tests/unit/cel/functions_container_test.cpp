#include <gtest/gtest.h>

#include "tests/unit/cel/eval_support.h"

namespace kijun::cel {
namespace {

TEST(FunctionsContainerTest, IndexesListsByAnyWholeNumber) {
  constexpr EvalCase kCases[] = {
      {"[7, 8][1]", "8"},
      {"[7, 8][dyn(1.0)]", "8"},
      {"[7, 8][dyn(1u)]", "8"},
      {"[7, 8][dyn(0.5)]", "error(invalid_argument)"},
      {"[7, 8][2]", "error(index_out_of_range)"},
      {"[7, 8][-1]", "error(index_out_of_range)"},
      {"[7, 8][dyn(18446744073709551615u)]", "error(index_out_of_range)"},
      {"[7, 8][dyn('0')]", "error(no_such_overload)"},
      {"size([1, 2]) + size({'a': 1}) + size('日本') + size(b'日本')", "11"},
      {"[1] + [2]", "[1, 2]"},
  };
  expect_all(kCases);
}

TEST(FunctionsContainerTest, FindsKeysAcrossNumberTypes) {
  constexpr EvalCase kCases[] = {
      {"{1: 'a', 'x': 'b'}['x']", "\"b\""},
      {"{1: 'a'}[dyn(1.0)]", "\"a\""},
      {"{1u: 'a'}[dyn(1)]", "\"a\""},
      {"{1: 'a'}[2]", "error(no_such_key)"},
      {"{'a': 1}.a", "1"},
      {"{'a': 1}.b", "error(no_such_key)"},
      {"has({'a': null}.a)", "true"},
      {"has({'a': 1}.b)", "false"},
      {"has({}.a.b)", "error(no_such_key)"},
      {"{'a': 1, 'a': 2}", "error(duplicate_key)"},
      {"{0: 1, 0u: 2}", "error(duplicate_key)"},
      {"{dyn(1.5): 1}", "error(invalid_key)"},
      {"dyn(3.0) in {3u: 3}", "true"},
  };
  expect_all(kCases);
}

TEST(FunctionsContainerTest, AsksMembershipByEquality) {
  constexpr EvalCase kCases[] = {
      {"2 in [1, 2]", "true"},     {"'a' in ['b']", "false"},       {"dyn('a') in [1, 2]", "false"},
      {"1 in dyn([1.0])", "true"}, {"null in [dyn(null)]", "true"}, {"(0.0 / 0.0) in [0.0 / 0.0]", "false"},
  };
  expect_all(kCases);
}

TEST(FunctionsContainerTest, ChainsOptionals) {
  constexpr EvalCase kCases[] = {
      {"{'a': 1}.?a", "optional.of(1)"},
      {"{'a': 1}.?b", "optional.none()"},
      {"{'a': {'b': 1}}.?a.b", "optional.of(1)"},
      {"[1][?0].value()", "1"},
      {"[1][?5].orValue(9)", "9"},
      {"optional.of(1).orValue(1 / 0)", "1"},
      {"optional.none().or(optional.of(2))", "optional.of(2)"},
      {"optional.none().value()", "error(no_value)"},
      {"optional.ofNonZeroValue('')", "optional.none()"},
      {"[1, ?optional.none(), ?optional.of(2)]", "[1, 2]"},
      {"{?'a': optional.none(), 'b': 1}", "{\"b\": 1}"},
      {"optional.none() == optional.of(1)", "false"},
      {"type(optional.none()) == optional_type", "true"},
  };
  expect_all(kCases);
}

}  // namespace
}  // namespace kijun::cel
