#include <gtest/gtest.h>

#include "tests/unit/cel/eval_support.h"

namespace kijun::cel {
namespace {

TEST(FunctionsStringTest, CountsInCodePoints) {
  constexpr EvalCase kCases[] = {
      {"'協議の場'.charAt(2)", "\"の\""},
      {"'協議の場'.charAt(4)", "\"\""},
      {"'協議の場'.charAt(5)", "error(index_out_of_range)"},
      {"'協議の場'.indexOf('場')", "3"},
      {"'協議の場'.indexOf('', 4)", "4"},
      {"'協議の場'.indexOf('場', 5)", "error(index_out_of_range)"},
      {"'のの場の'.lastIndexOf('の')", "3"},
      {"'のの場の'.lastIndexOf('の', 2)", "1"},
      {"'abc'.lastIndexOf('')", "3"},
      {"'協議の場'.substring(1, 3)", "\"議の\""},
      {"'協議の場'.substring(4)", "\"\""},
      {"'協議の場'.substring(3, 2)", "error(index_out_of_range)"},
      {"'協議'.reverse()", "\"議協\""},
      // conformance-newer.jsonl, string_ext/reverse
      {"''.reverse()", "\"\""},
      {"'☺'.reverse()", "\"☺\""},
      {"'Ta©oCαt'.reverse()", "\"tαCo©aT\""},
  };
  expect_all(kCases);
}

TEST(FunctionsStringTest, TestsParts) {
  constexpr EvalCase kCases[] = {
      {"'council'.startsWith('') && 'council'.endsWith('cil') && 'council'.contains('unc')", "true"},
      {"'council'.startsWith('Council')", "false"},
  };
  expect_all(kCases);
}

TEST(FunctionsStringTest, SearchesPatternsAnywhere) {
  constexpr EvalCase kCases[] = {
      {"'平成31年度'.matches('[0-9]+')", "true"},
      {"'平成31年度'.matches('^[0-9]+$')", "false"},
      {"'foo\\n'.matches('^foo$')", "false"},
      {"'あ'.matches('^\\\\w$')", "false"},
      {"'あ'.matches('^.$')", "true"},
      {"'a'.matches('(')", "error(invalid_pattern)"},
  };
  expect_all(kCases);
}

TEST(FunctionsStringTest, SplitsJoinsAndReplaces) {
  constexpr EvalCase kCases[] = {
      {"'a,b,c'.split(',')", "[\"a\", \"b\", \"c\"]"},
      {"'a,b,c'.split(',', 2)", "[\"a\", \"b,c\"]"},
      {"'a,b'.split(',', 0)", "[]"},
      {"''.split(',')", "[\"\"]"},
      {"'あい'.split('')", "[\"あ\", \"い\"]"},
      {"'あいう'.split('', 2)", "[\"あ\", \"いう\"]"},
      {"''.split('')", "[]"},
      {"['a', 'b'].join('・')", "\"a・b\""},
      {"[].join('・')", "\"\""},
      {"dyn(['a', 1]).join()", "error(no_such_overload)"},
      {"'aaa'.replace('a', 'b', 2)", "\"bba\""},
      {"'aaa'.replace('a', 'b', 0)", "\"aaa\""},
      {"'あい'.replace('', '-')", "\"-あ-い-\""},
      {"'あい'.replace('', '-', 2)", "\"-あ-い\""},
      {"'ab'.replace('x', 'y')", "\"ab\""},
  };
  expect_all(kCases);
}

TEST(FunctionsStringTest, MapsOnlyAsciiCase) {
  EXPECT_EQ(eval_plain("'TacoÆ'.lowerAscii()"), "\"tacoÆ\"");
  EXPECT_EQ(eval_plain("'tacoæ'.upperAscii()"), "\"TACOæ\"");
}

TEST(FunctionsStringTest, TrimsUnicodeWhiteSpaceOnly) {
  EXPECT_EQ(eval_plain("'\\u3000設置 \\n'.trim()"), "\"設置\"");
  EXPECT_EQ(eval_plain("size('\\u200b'.trim())"), "1");
  EXPECT_EQ(eval_plain("' \\t'.trim()"), "\"\"");
}

TEST(FunctionsStringTest, FormatsClauses) {
  constexpr EvalCase kCases[] = {
      {"'%s は %d 件'.format(['町', 3])", "\"町 は 3 件\""},
      {"'%.1f%%'.format([48.48])", "\"48.5%\""},
      {"'%.0f %.0f'.format([1.5, 2.5])", "\"2 2\""},
      {"'%e'.format([1234.5])", "\"1.234500e+03\""},
      // conformance-newer.jsonl, string_ext/format
      {"'%f'.format([2])", "\"2.000000\""},
      {"'%f'.format([3u])", "\"3.000000\""},
      {"'%e'.format([2])", "\"2.000000e+00\""},
      {"'%e'.format([3u])", "\"3.000000e+00\""},
      {"'%x %X %o %b'.format([-30, 30, 8, 5])", "\"-1e 1E 10 101\""},
      {"'%x'.format(['町'])", "\"e794ba\""},
      {"'%s'.format([[1, 'a', null, {'b': 2.5, 'a': true}]])", "\"[1, a, null, {a: true, b: 2.5}]\""},
      {"'%s'.format([b'\\xff'])", "\"\xEF\xBF\xBD\""},
      {"'%f'.format([0.0 / 0.0])", "\"NaN\""},
      {"'%d'.format(['a'])", "error(invalid_format)"},
      {"'%s %s'.format(['a'])", "error(invalid_format)"},
      {"'%'.format([])", "error(invalid_format)"},
      {"'%.2d'.format([1])", "error(invalid_format)"},
      {"'%.9999f'.format([1.0])", "error(invalid_format)"},
  };
  for (const EvalCase& row : kCases) {
    const std::string text = row.text;
    // Formats are checked at load where they are constants, so they come in as dyn here.
    const std::string dynamic =
        "string(dyn(" + text.substr(0, text.find(".format")) + "))" + text.substr(text.find(".format"));
    EXPECT_EQ(eval_plain(dynamic), row.expected) << text;
  }
}

TEST(FunctionsStringTest, EncodesBase64WithAndWithoutPadding) {
  constexpr EvalCase kCases[] = {
      {"base64.encode(b'')", "\"\""},
      {"base64.encode(b'f')", "\"Zg==\""},
      {"base64.encode(b'fo')", "\"Zm8=\""},
      {"base64.encode(b'foo')", "\"Zm9v\""},
      {"base64.decode('Zm9vYg==')", "b\"foob\""},
      {"base64.decode('Zm9vYg')", "b\"foob\""},
      {"base64.decode('Z')", "error(invalid_argument)"},
      {"base64.decode('Zm9*')", "error(invalid_argument)"},
  };
  expect_all(kCases);
}

}  // namespace
}  // namespace kijun::cel
