#include "engine/base/unicode.h"

#include <gtest/gtest.h>

namespace kijun {
namespace {

TEST(UnicodeTest, MeasuresColumns) {
  struct Case {
    std::string text;
    std::size_t narrow;  // ambiguous characters take 1
    std::size_t wide;    // ambiguous characters take 2
  };
  const Case cases[] = {
      {"", 0, 0},
      {"abc", 3, 3},
      {"協議の場", 8, 8},
      {"Ａ１＝", 6, 6},          // full-width forms
      {"ｱｲｳ", 3, 3},             // half-width kana
      {"ｶﾞ", 2, 2},              // half-width voice mark is a character of its own
      {"か\xE3\x82\x99", 2, 2},  // U+3099 combines
      {"e\xCC\x81", 1, 1},       // U+0301 combines, although its East Asian Width is ambiguous
      {"a\xE2\x80\x8D"
       "b",
       2, 2},  // zero width joiner
      {"○△×", 3, 6},
      {"①─→■…", 5, 10},
      {"◯", 1, 2},
      {"〇", 2, 2},  // the numeral is wide everywhere
      {"\t\r\n", 0, 0},
      {"\xFF", 1, 1},
      {"𠮷", 2, 2},
      {"é", 1, 2},  // U+00E9 is ambiguous
      {"ñ", 1, 1},
  };
  for (const Case& item : cases) {
    EXPECT_EQ(display_width(item.text), item.narrow) << item.text;
    EXPECT_EQ(display_width(item.text, 2), item.wide) << item.text;
  }
}

TEST(UnicodeTest, NormalizesCompatibilityForms) {
  EXPECT_EQ(nfkc("ﾊﾟｰﾄ①㈱Ａ１　㋿"), "パート1(株)A1 令和");
  EXPECT_EQ(nfkc("か\xE3\x82\x99"), "が");
  EXPECT_EQ(nfkc("abc"), "abc");
  EXPECT_EQ(nfkc("Ａ\xFF"), "Ａ\xFF");
}

TEST(UnicodeTest, ComposesWithoutChangingCompatibilityForms) {
  EXPECT_EQ(nfc("か\xE3\x82\x99①"), "が①");
  EXPECT_EQ(nfc("Ａ\xFF"), "Ａ\xFF");
}

TEST(UnicodeTest, FoldsNamesThatDifferOnlyInSpelling) {
  const std::string_view same[] = {"茅ヶ崎市", "茅ケ崎市", "茅ｹ崎市", "茅ガ崎市", "茅が崎市", "茅 ヶ　崎 市"};
  for (const std::string_view name : same) EXPECT_EQ(fold_name(name), "茅ケ崎市") << name;
  EXPECT_EQ(fold_name("Ｋanagawa　KEN\t"), "kanagawaken");
  EXPECT_EQ(fold_name("\xC2\xA0港\xE2\x80\x83町"), "港町");
}

TEST(UnicodeTest, KnowsIdentifierCharacters) {
  for (const char32_t c : {U'_', U'a', U'Z', U'協', U'の', U'カ', U'ｶ', U'ー', U'々', U'é', U'\u2118', U'Ⅳ'}) {
    EXPECT_TRUE(is_identifier_start(c)) << static_cast<std::uint32_t>(c);
    EXPECT_TRUE(is_identifier_continue(c)) << static_cast<std::uint32_t>(c);
  }
  for (const char32_t c : {U'0', U'９', U'\u3099', U'\u00B7', U'\uFF9E', U'\u0E33'}) {
    EXPECT_FALSE(is_identifier_start(c)) << static_cast<std::uint32_t>(c);
    EXPECT_TRUE(is_identifier_continue(c)) << static_cast<std::uint32_t>(c);
  }
  for (const char32_t c : {U' ', U'-', U'.', U'○', U'・', U'　', U'、', U'\u037A', U'\u2E2F', U'\u200D', U'①'}) {
    EXPECT_FALSE(is_identifier_start(c)) << static_cast<std::uint32_t>(c);
    EXPECT_FALSE(is_identifier_continue(c)) << static_cast<std::uint32_t>(c);
  }
}

TEST(UnicodeTest, EscapesWhatDisturbsATerminal) {
  EXPECT_EQ(escape_controls("協議\tの\n場"), "協議\tの\n場");
  EXPECT_EQ(escape_controls("a\x1B[31mb\r\x7F"), "a\\u{001B}[31mb\\u{000D}\\u{007F}");
  EXPECT_EQ(escape_controls("\xC2\x9B"), "\\u{009B}");
  EXPECT_EQ(escape_controls("x\xE2\x80\xAEy\xE2\x81\xA6z"), "x\\u{202E}y\\u{2066}z");
  EXPECT_EQ(escape_controls("\xE2\x80\xA8"), "\\u{2028}");
  EXPECT_EQ(escape_controls("a\x93\xFA"), "a\\x{93}\\x{FA}");
}

TEST(UnicodeTest, ASingleLineIsNoCommandOfARunner) {
  EXPECT_EQ(single_line(" ::error::a ::b"), " \\u{003A}:error::a ::b");
  EXPECT_EQ(single_line("a ##[error]b ##[add-mask]c"), "a \\u{0023}#[error]b \\u{0023}#[add-mask]c");
  EXPECT_EQ(single_line("::"), "\\u{003A}:");
  EXPECT_EQ(single_line("# [x] ## y"), "# [x] ## y");
}

TEST(UnicodeTest, ASingleLineShowsBreaksAndControls) {
  EXPECT_EQ(single_line("予定\n平成31年"), "予定 / 平成31年");
  EXPECT_EQ(single_line("a\x1b[31m"), "a\\u{001B}[31m");
}

}  // namespace
}  // namespace kijun
