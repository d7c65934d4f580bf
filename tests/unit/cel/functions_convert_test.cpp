#include <gtest/gtest.h>

#include "tests/unit/cel/eval_support.h"

namespace kijun::cel {
namespace {

TEST(FunctionsConvertTest, ConvertsNumbersWithinTheirRange) {
  constexpr EvalCase kCases[] = {
      {"int(-7.9)", "-7"},
      {"int(9223372036854775808.0)", "error(range)"},
      {"int(-9223372036854775808.0)", "error(range)"},
      {"int(0.0 / 0.0)", "error(range)"},
      {"int(9223372036854775808u)", "error(range)"},
      {"uint(-1)", "error(range)"},
      {"uint(-0.5)", "error(range)"},
      {"uint(25.5)", "25u"},
      {"uint(18446744073709551616.0)", "error(range)"},
      {"double(9223372036854775807)", "9223372036854775808.0"},
  };
  expect_all(kCases);
}

TEST(FunctionsConvertTest, ReadsOnlyWholeTexts) {
  constexpr EvalCase kCases[] = {
      {"int('-42')", "-42"},
      {"int(' 12')", "error(invalid_conversion)"},
      {"int('0x10')", "error(invalid_conversion)"},
      {"int('9223372036854775808')", "error(invalid_conversion)"},
      {"uint('-0')", "error(invalid_conversion)"},
      {"double('-84.32e7')", "-843200000.0"},
      {"double('NaN')", "NaN"},
      {"double('-Infinity')", "-Infinity"},
      {"double('1e999')", "error(invalid_conversion)"},
      {"double('1e-999')", "0.0"},
      {"double('0x1p3')", "error(invalid_conversion)"},
      {"double('')", "error(invalid_conversion)"},
      {"bool('True')", "true"},
      {"bool('yes')", "error(invalid_conversion)"},
  };
  expect_all(kCases);
}

TEST(FunctionsConvertTest, WritesTexts) {
  constexpr EvalCase kCases[] = {
      {"string(1.0)", "\"1\""},
      {"string(-4.5e-3)", "\"-0.0045\""},
      {"string(0.1)", "\"0.1\""},
      {"string(0.1 + 0.2)", "\"0.30000000000000004\""},  // the shortest text that reads back as the same double
      {"string(1.0 / 3.0)", "\"0.3333333333333333\""},
      {"string(-0.0)", "\"-0\""},
      {"string(100000000000000000000.0)", "\"100000000000000000000\""},
      {"string(1e21)", "\"1e+21\""},
      {"string(0.0001)", "\"0.0001\""},
      {"string(0.00001)", "\"1e-05\""},
      {"string(5e-324)", "\"5e-324\""},
      {"string(1.7976931348623157e308)", "\"1.7976931348623157e+308\""},
      {"string(9007199254740993.0)", "\"9007199254740992\""},
      {"string(1e300 * 1e300)", "\"Infinity\""},
      {"string(-1.0 / 0.0)", "\"-Infinity\""},
      {"string(0.0 / 0.0)", "\"NaN\""},
      {"double(string(0.1 + 0.2)) == 0.1 + 0.2", "true"},
      {"string(9876u)", "\"9876\""},
      {"string(true)", "\"true\""},
      {"string(b'\\xc3\\xbf')", "\"ÿ\""},
      {"string(b'\\xff')", "error(invalid_utf8)"},
      {"string(dyn([1]))", "error(no_such_overload)"},
      {"bytes('あ') == b'\\xe3\\x81\\x82'", "true"},
      {"type(1u) == uint && type(type(1)) == type", "true"},
      {"type([1]) == type(['a'])", "true"},
  };
  expect_all(kCases);
}

}  // namespace
}  // namespace kijun::cel
