#include "engine/cel/lexer.h"

#include <gtest/gtest.h>

#include "tests/unit/cel/front_end_support.h"

namespace kijun::cel {
namespace {

struct NamedText {
  const char* name;
  std::string text;
  std::string expected;
};

void PrintTo(const NamedText& entry, std::ostream* out) { *out << entry.name; }

class LexerLiteralTest : public testing::TestWithParam<NamedText> {};

TEST_P(LexerLiteralTest, DecodesTheLiteral) { EXPECT_EQ(parse_text(GetParam().text), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Literals, LexerLiteralTest,
    testing::Values(
        NamedText{"SmallestInt", "-9223372036854775808", "-9223372036854775808"},
        NamedText{"LargestInt", "9223372036854775807", "9223372036854775807"},
        NamedText{"HexInt", "0x55555555", "1431655765"}, NamedText{"NegativeHex", "-0xF", "-15"},
        NamedText{"LargestUint", "18446744073709551615u", "18446744073709551615u"}, NamedText{"HexUint", "0xFu", "15u"},
        NamedText{"UpperUint", "7U", "7u"}, NamedText{"LeadingPoint", ".5", "0.5"},
        NamedText{"Exponent", "1e3", "1000.0"}, NamedText{"SignedExponent", "25E-1", "2.5"},
        NamedText{"MinusBeforeDouble", "-2.5", "-2.5"},
        NamedText{"Escapes", R"('\a\b\f\n\r\t\v\\\?\"\'\`' == "x")", "(== \"\\a\\b\\f\\n\\r\\t\\v\\\\?\\\"'`\" \"x\")"},
        NamedText{"CodePoints", R"("\x41\u3042\U0001F431\101")", "\"Aあ🐱A\""},
        NamedText{"HexInStringIsCodePoint", R"("\xe9")", "\"é\""},
        NamedText{"HexInBytesIsByte", R"(b"\xc3\251" == b"é")", "(== b\"é\" b\"é\")"},
        NamedText{"Raw", R"(r"\d+")", R"("\\d+")"}, NamedText{"RawEndsAtQuote", R"(r'\' == 'x')", R"((== "\\" "x"))"},
        NamedText{"TripleQuoted", "'''a'b\"c\nd'''", "\"a'b\\\"c\\nd\""},
        NamedText{"EmptyTriple", "\"\"\"\"\"\"", "\"\""}, NamedText{"PrefixesInAnyCase", "bR'\\x'", "b\"\\\\x\""},
        NamedText{"JapaneseText", "\"設置済み\"", "\"設置済み\""}),
    name_of<NamedText>);

class LexerErrorTest : public testing::TestWithParam<NamedText> {};

TEST_P(LexerErrorTest, ReportsTheMistake) { EXPECT_EQ(parse_text(GetParam().text, true), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Mistakes, LexerErrorTest,
    testing::Values(
        NamedText{"UnknownCharacter", "a # b",
                  "KJ2001@2-3 unexpected character `#`\nKJ2008@4-5 expected an operator, found `b`"},
        NamedText{"FullWidthOperator", "a ＝＝ b", "KJ2002@2-8 full-width `＝＝`; write `==`"},
        NamedText{"FullWidthEqualsSign", "a ＝ b", "KJ2002@2-5 full-width `＝`; write `==`"},
        NamedText{"FullWidthAmpersand", "a ＆ b", "KJ2002@2-5 full-width `＆`; write `&&`"},
        NamedText{"FullWidthDecimal", "a > １２．５", "KJ2002@4-16 full-width `１２．５`; write `12.5`"},
        NamedText{"FullWidthPointBehindANumber", "１．ａ",
                  "KJ2002@0-3 full-width `１`; write `1`\nKJ2002@3-6 full-width `．`; write `.`\n"
                  "KJ2002@6-9 full-width `ａ`; write `a`"},
        NamedText{"FullWidthOfWhatIsNoOperator", "a ＃ b",
                  "KJ2001@2-5 unexpected character `＃`\nKJ2008@6-7 expected an operator, found `b`"},
        NamedText{"EnDash", "a – 1", "KJ2002@2-5 full-width `–`; write `-`"},
        NamedText{"ThinSpace", "a\u2009&& b", "KJ2002@1-4 full-width `\u2009`; write ` `"},
        NamedText{"IdeographicFullStop", "a。b", "KJ2002@1-4 full-width `。`; write `.`"},
        NamedText{"FullWidthBlank", "a　&& b", "KJ2002@1-4 full-width `　`; write ` `"},
        NamedText{"FullWidthDigits", "a > １２", "KJ2002@4-10 full-width `１２`; write `12`"},
        NamedText{"FullWidthDigitInName", "面積２ > 1", "KJ2002@0-9 full-width `面積２`; write `面積2`"},
        NamedText{"FullWidthLetters", "ｃouncil", "KJ2002@0-9 full-width `ｃouncil`; write `council`"},
        NamedText{"FullWidthRunOfOperators", "(a）＆＆b", "KJ2002@2-11 full-width `）＆＆`; write `)&&`"},
        NamedText{"TypographicQuotes", "a == 「none」", "KJ2002@5-15 full-width `「none」`; write `\"none\"`"},
        NamedText{"CurlyQuotes", "a == “none”", "KJ2002@5-15 full-width `“none”`; write `\"none\"`"},
        NamedText{"MathematicalComparison", "a ≧ 1", "KJ2002@2-5 full-width `≧`; write `>=`"},
        NamedText{"SingleEquals", "a = 1", "KJ2003@2-3 `=` is not an operator here; write `==`"},
        NamedText{"SqlUnequal", "a <> 1", "KJ2003@2-4 `<>` is not an operator here; write `!=`"},
        NamedText{"ArrowComparison", "a => 1", "KJ2003@2-4 `=>` is not an operator here; write `>=`"},
        NamedText{"SingleAmpersand", "a & b | c",
                  "KJ2003@2-3 `&` is not an operator here; write `&&`\n"
                  "KJ2003@6-7 `|` is not an operator here; write `||`"},
        NamedText{"OpenString", "\"abc", "KJ2004@0-1 string is not closed; end it with `\"`"},
        NamedText{"StringOverTwoLines", "\"abc\n\"",
                  "KJ2004@0-1 string is not closed; end it with `\"`\n"
                  "KJ2004@5-6 string is not closed; end it with `\"`"},
        NamedText{"OpenTriple", "'''a''", "KJ2004@0-3 string is not closed; end it with `'''`"},
        NamedText{
            "BadEscapes", R"("\q\xZ\ud800\400")",
            "KJ2005@1-3 invalid escape `\\q` in a string; write `\\\\` for a backslash, or `r\"…\"` for a pattern\n"
            "KJ2005@3-5 invalid escape `\\x` in a string; write `\\\\` for a backslash, or `r\"…\"` for a pattern\n"
            "KJ2005@6-12 invalid escape `\\ud800` in a string; write `\\\\` for a backslash, or `r\"…\"` for a "
            "pattern\n"
            "KJ2005@12-14 invalid escape `\\4` in a string; write `\\\\` for a backslash, or `r\"…\"` for a pattern"},
        NamedText{"CodePointInBytes", R"(b"\u3042")",
                  "KJ2005@2-8 invalid escape `\\u3042` in a string; write `\\\\` for a backslash, or `r\"…\"` for a "
                  "pattern"},
        NamedText{"WordAfterNumber", "12abc", "KJ2006@0-5 `12abc` is not a number"},
        NamedText{"HexWithoutDigits", "0x", "KJ2006@0-2 `0x` is not a number"},
        NamedText{"IntTooLarge", "9223372036854775808", "KJ2007@0-19 `9223372036854775808` does not fit into int"},
        NamedText{"UintTooLarge", "18446744073709551616u",
                  "KJ2007@0-21 `18446744073709551616u` does not fit into uint"},
        NamedText{"DoubleTooLarge", "1e999", "KJ2007@0-5 `1e999` does not fit into double"},
        NamedText{"IllFormedUtf8", "a \xFF", "KJ2001@2-3 unexpected character `\\x??`"}),
    name_of<NamedText>);

TEST(LexerTest, LongestMatchKeepsWordsWhole) {
  EXPECT_EQ(parse_text("install in form"), "(in install form)");
  EXPECT_EQ(parse_text("nullable || trueish"), "(|| nullable trueish)");
}

TEST(LexerTest, CommentsAndLineBreaksAreBlanks) {
  EXPECT_EQ(parse_text("a // first && b\n  // only this\n  && c // end"), "(&& a c)");
  EXPECT_EQ(parse_text("\"//\" == a"), "(== \"//\" a)");
}

TEST(LexerTest, CommentsEndAtAnyLineBreak) {
  EXPECT_EQ(parse_text("a // first\r&& b"), "(&& a b)");
  EXPECT_EQ(parse_text("a // first\r\n&& b // last\r\n"), "(&& a b)");
}

TEST(LexerTest, LineBreaksInTripleQuotesAreLineFeeds) {
  EXPECT_EQ(parse_text("'''a\r\nb\rc\nd\r\r\n'''"), R"("a\nb\nc\nd\n\n")");
  EXPECT_EQ(parse_text("r\"\"\"a\r\n\\d\"\"\""), R"("a\n\\d")");
  EXPECT_EQ(parse_text("b'''\r\n'''"), R"(b"\n")");
  EXPECT_EQ(parse_text(R"("""a\r\nb""")"), R"("a\r\nb")");  // written as escapes, they stay
}

TEST(LexerTest, ProfileTakesUnicodeNamesInNfc) {
  EXPECT_EQ(parse_text("面積 > 5", true), "(> 面積 5)");
  EXPECT_EQ(parse_text("Ame\u0301lie", true), "Am\u00E9lie");
  EXPECT_EQ(parse_text("面積", false), "KJ2001@0-3 unexpected character `面`\nKJ2001@3-6 unexpected character `積`");
}

TEST(LexerTest, VerySmallDoubleIsZero) { EXPECT_EQ(parse_text("1e-999"), "0.0"); }

}  // namespace
}  // namespace kijun::cel
