#include <gtest/gtest.h>

#include "tests/unit/cel/eval_support.h"
#include "tests/unit/cel/front_end_support.h"

// `matches` is RE2: a search anywhere in the text, without look-around and back-references. Expected values by hand from
// https://github.com/google/re2/wiki/Syntax.

namespace kijun::cel {
namespace {

TEST(MatchesTest, SearchesUnlessAnchored) {
  constexpr EvalCase kCases[] = {
      {"'abc'.matches('b')", "true"},     {"'abc'.matches('^b')", "false"}, {"'abc'.matches('b$')", "false"},
      {"'abc'.matches('^abc$')", "true"}, {"'abc'.matches('')", "true"},    {"''.matches('')", "true"},
      {"''.matches('^$')", "true"},       {"''.matches('.')", "false"},     {"matches('abc', 'b.')", "true"},
  };
  expect_all(kCases);
}

TEST(MatchesTest, AnchorsMeanTheWholeTextUnlessTheFlagSaysLines) {
  constexpr EvalCase kCases[] = {
      {"'a\\nb'.matches('^b')", "false"},        {"'a\\nb'.matches('(?m)^b')", "true"},
      {"'a\\n'.matches('a$')", "false"},  // `$` is the very end, not "before a final line break"
      {"'a\\n'.matches('(?m)a$')", "true"},      {"'a\\nb'.matches(r'\\Ab')", "false"},
      {"'a\\nb'.matches(r'(?m)\\Ab')", "false"}, {"'a\\nb'.matches(r'b\\z')", "true"},
      {"'a\\nb'.matches('a.b')", "false"},       {"'a\\nb'.matches('(?s)a.b')", "true"},
  };
  expect_all(kCases);
}

TEST(MatchesTest, FlagsSwitchCaseAndGreed) {
  constexpr EvalCase kCases[] = {
      {"'ABC'.matches('abc')", "false"},     {"'ABC'.matches('(?i)abc')", "true"},
      {"'ABC'.matches('a(?i)bc')", "false"}, {"'aBC'.matches('a(?i)bc')", "true"},
      {"'aBC'.matches('(?i:A)BC')", "true"}, {"'ab'.matches('(?U)^a+b$')", "true"},
      {"'É'.matches('(?i)é')", "true"},
  };
  expect_all(kCases);
}

TEST(MatchesTest, PerlClassesAreAsciiAndUnicodeClassesAreNot) {
  constexpr EvalCase kCases[] = {
      {"'7'.matches(r'^\\d$')", "true"},
      {"'７'.matches(r'^\\d$')", "false"},
      {"'７'.matches(r'^\\p{Nd}$')", "true"},
      {"'あ'.matches(r'^\\w$')", "false"},
      {"'あ'.matches(r'^\\p{Hiragana}$')", "true"},
      {"'協'.matches(r'^\\p{Han}$')", "true"},
      {"'協'.matches(r'^\\P{Han}$')", "false"},
      {"'　'.matches(r'^\\s$')", "false"},
      {"' '.matches(r'^\\s$')", "true"},
      {"'協a'.matches(r'\\ba')", "true"},  // a word boundary is one between ASCII words
      {"'協'.matches('^[一-龠]$')", "true"},
      {"'b'.matches('^[^a]$')", "true"},
      {"'-'.matches('^[[:punct:]]$')", "true"},
      {"'協議'.matches('^.{2}$')", "true"},  // characters, not bytes
      {"'協議'.matches('^.{6}$')", "false"},
  };
  expect_all(kCases);
}

TEST(MatchesTest, CountsAndAlternatives) {
  constexpr EvalCase kCases[] = {
      {"'aaa'.matches('^a{2,3}$')", "true"},       {"'aaaa'.matches('^a{2,3}$')", "false"},
      {"'ac'.matches('^(a|b)(c|d)$')", "true"},    {"'abab'.matches('^(?:ab)+$')", "true"},
      {"'ab'.matches('^(?P<first>a)b$')", "true"}, {"'a.b'.matches(r'^a\\.b$')", "true"},
      {"'axb'.matches(r'^a\\.b$')", "false"},      {"'a.b'.matches(r'^a\\Q.\\Eb$')", "true"},
  };
  expect_all(kCases);
}

TEST(MatchesTest, APatternMadeFromDataThatIsWrongIsAnError) {
  constexpr EvalCase kCases[] = {
      {"'a'.matches('(' + '')", "error(invalid_pattern)"},
      {"'a'.matches('[' + 'b')", "error(invalid_pattern)"},
      {"'a'.matches('(' + '') || true", "true"},
  };
  expect_all(kCases);
}

TEST(MatchesTest, AConstantPatternThatIsWrongIsRefusedWhereItStands) {
  const ProfileSample sample;
  EXPECT_EQ(sample.rendered("note == \"x\" ||\n  note.matches(\"(\")", Language::kEnglish),
            "error[KJ3021]: invalid pattern `(`: missing ): (\n"
            " --> rule:2:16\n"
            "  |\n"
            "2 |   note.matches(\"(\")\n"
            "  |                ^^^\n");
  for (const char* pattern : {"[a", "a{2,1}", "(?=a)", "(?!a)", "(?<=a)", "(a)\\\\1", "*a", "a**", "\\\\8",
                              "\\\\p{Kanji}", "a{1001}", "[b-a]"}) {
    EXPECT_EQ(sample.type("note.matches('" + std::string(pattern) + "')").substr(0, 6), "KJ3021") << pattern;
  }
  EXPECT_EQ(sample.type("note.matches(\"a\" + \"(\")"), "KJ3021@13-22 invalid pattern `a(`: missing ): a(");
}

}  // namespace
}  // namespace kijun::cel
