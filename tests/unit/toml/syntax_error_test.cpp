// How syntax errors of documents are explained; the texts live in engine/toml/syntax_reason.cpp.
#include "engine/toml/syntax_reason.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/diag/renderer.h"
#include "engine/toml/document.h"

namespace kijun::toml_doc {
namespace {

using testing::ElementsAre;

// "line:column code [text at the place] message" of every diagnostic.
std::vector<std::string> errors_of(const std::string& text) {
  const diag::Source source("a.toml", text);
  diag::Sink sink;
  EXPECT_FALSE(parse_document(source, sink).has_value()) << text;
  std::vector<std::string> lines;
  for (const diag::Diagnostic& diagnostic : sink.diagnostics()) {
    const diag::LineColumn place = source.line_column(diagnostic.span.begin);
    lines.push_back(std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
                    std::string(diagnostic.definition->code) + " [" + std::string(diagnostic.span.text()) + "] " +
                    diagnostic.message.en);
  }
  return lines;
}

TEST(SyntaxErrorTest, SaysWhatIsWrongAndWhere) {
  struct Case {
    std::string text;
    std::string expected;
  };
  const Case cases[] = {
      {"severity = error", "1:12 KJ1001 [error] not valid TOML: `error` is no value"},
      {"a = True", "1:5 KJ1001 [True] not valid TOML: `True` is no value"},
      {"a = [\n \"x\",\n  y\n]", "3:3 KJ1001 [y] not valid TOML: `y` is no value"},
      {"a = \n", "1:5 KJ1001 [] not valid TOML: no value after `=`"},
      {"a\n", "1:2 KJ1001 [] not valid TOML: no `=` after the key"},
      {"title ja = 1", "1:7 KJ1001 [ja] not valid TOML: no `=` after the key"},
      {"a == 1", "1:4 KJ1001 [=] not valid TOML: `=` is no value"},
      {"= 1", "1:1 KJ1001 [=] not valid TOML: `=` where a key is expected"},
      {"ラベル = 1", "1:1 KJ1001 [ラベル] not valid TOML: `ラベル` where a key is expected"},
      {"a = \"日本\" x", "1:10 KJ1001 [x] not valid TOML: `x` after the end of the value"},
      {"a = \"x\n", "1:7 KJ1001 [] not valid TOML: the line ends inside a string"},
      {"a = 'x\r\n", "1:7 KJ1001 [] not valid TOML: the line ends inside a string"},
      {"a = \"\"\"x\n", "2:1 KJ1001 [] not valid TOML: the file ends inside a string"},
      {"a = \"c:\\d\"", "1:8 KJ1001 [\\d] not valid TOML: `\\d` is no escape"},
      {"a = \"c:\\users\"", "1:8 KJ1001 [\\u] not valid TOML: `\\u` must be followed by hexadecimal digits"},
      {"a = \"\x1B\"", "1:6 KJ1001 [\x1B] not valid TOML: there is a control character"},
      {"a = 01", "1:5 KJ1001 [01] not valid TOML: the number `01` starts with 0"},
      {"a = 1.", "1:5 KJ1001 [1.] not valid TOML: `1.` is no value"},
      {"a = 1__0", "1:5 KJ1001 [1__0] not valid TOML: `1__0` is no value"},
      {"a = 99999999999999999999",
       "1:5 KJ1001 [99999999999999999999] not valid TOML: `99999999999999999999` does not fit into 64 bits"},
      {"a = 25:00:00", "1:5 KJ1001 [25:00:00] not valid TOML: `25:00:00` is no time"},
      {"a = [1 2]", "1:8 KJ1001 [2] not valid TOML: no `,` between two elements of the array, or no `]` at its end"},
      {"a = [1,,2]", "1:8 KJ1001 [,] not valid TOML: a `,` too many in the array"},
      {"a = {x=1 y=2}", "1:10 KJ1001 [y] not valid TOML: no `,` between two entries of `{…}`, or no `}` at its end"},
      {"a = {x=1,}", "1:10 KJ1001 [}] not valid TOML: no `,` may follow the last entry of `{…}`"},
      {"a = { ja = \"題\"\n en = \"x\" }", "1:15 KJ1001 [] not valid TOML: the line ends inside `{…}`"},
      {"[a\nb = 1", "1:3 KJ1001 [] not valid TOML: the header is not closed by `]`"},
      {"[]", "1:2 KJ1001 []] not valid TOML: the header has no name"},
      {"[=]", "1:2 KJ1001 [=]] not valid TOML: `=]` where a key is expected"},
      {"[a] b", "1:5 KJ1001 [b] not valid TOML: `b` after the end of the header"},
      {"[ [a]]", "1:3 KJ1001 [[] not valid TOML: no space may stand inside `[[`"},
      {"a = 1\rb = 2", "2:1 KJ1001 [b] not valid TOML: a line ends in CR alone"},
      {"\xEF\xBB\xBF"
       "a = b",
       "1:5 KJ1001 [b] not valid TOML: `b` is no value"},
      {"a = 2019-02-30", "1:5 KJ1008 [2019-02-30] `2019-02-30` is not a date"},
      {"a = R5.4.1 # x", "1:5 KJ1008 [R5.4.1] `R5.4.1` is not a date"},
      {"a = 0000-01-01", "1:5 KJ1008 [0000-01-01] `0000-01-01` is not a date"},
  };
  for (const Case& item : cases) EXPECT_THAT(errors_of(item.text), ElementsAre(item.expected)) << item.text;
}

TEST(SyntaxErrorTest, HelpsWithJapaneseKeyboards) {
  struct Case {
    std::string text;
    std::string ja;
    std::string en;
  };
  const Case cases[] = {
      {"a ＝ 1", "全角の`＝`を半角の`=`にしてください", "write the half-width `=` instead of `＝`"},
      {"a　= 1", "全角スペースを半角スペースにしてください", "replace the full-width space by a plain one"},
      {"a = “x”", "`“`ではなく半角の`\"`で囲んでください", "use the plain quote `\"` instead of `“`"},
      {"a = 「x」", "`「`ではなく半角の`\"`で囲んでください", "use the plain quote `\"` instead of `「`"},
      {"a = １", "全角の`１`を半角の`1`にしてください", "write the half-width `1` instead of `１`"},
      {"［a］", "全角の`［`を半角の`[`にしてください", "write the half-width `[` instead of `［`"},
      {"a = 平成31年度末", "`2020-03-31`と書いてください", "write `2020-03-31`"},
      {"a = 2019/3/31", "`2019-03-31`と書いてください", "write `2019-03-31`"},
  };
  for (const Case& item : cases) {
    const diag::Source source("a.toml", item.text);
    diag::Sink sink;
    EXPECT_FALSE(parse_document(source, sink).has_value()) << item.text;
    EXPECT_EQ(sink.diagnostics().at(0).hint.ja, item.ja);
    EXPECT_EQ(sink.diagnostics().at(0).hint.en, item.en);
  }
}

TEST(SyntaxErrorTest, RendersInJapanese) {
  const diag::Source source("規則.toml", "[[rule]]\nseverity = error  # 重要度\n");
  diag::Sink sink;
  EXPECT_FALSE(parse_document(source, sink).has_value());
  EXPECT_EQ(diag::render_all(sink.diagnostics(), {}),
            "エラー[KJ1001]: TOMLとして読めません：`error`は値として読めません\n"
            " --> 規則.toml:2:12\n"
            "  |\n"
            "2 | severity = error  # 重要度\n"
            "  |            ^^^^^\n"
            "  = ヒント: 文字列は引用符で囲んでください（`\"…\"`）\n"
            "\n"
            "エラー 1件\n");
}

TEST(SyntaxErrorTest, ShowsBothPlacesOfADoubledKey) {
  const diag::Source source("a.toml", "[[rule]]\nid = \"a\"\nkind = \"policy\"\nid = \"b\"\n");
  diag::Sink sink;
  EXPECT_FALSE(parse_document(source, sink).has_value());
  EXPECT_EQ(diag::render_all(sink.diagnostics(), {}),
            "エラー[KJ1009]: `id`が二度定義されています\n"
            " --> a.toml:4:1\n"
            "  |\n"
            "4 | id = \"b\"\n"
            "  | ^^\n"
            " ::: a.toml:2:1\n"
            "  |\n"
            "2 | id = \"a\"\n"
            "  | -- 最初の定義\n"
            "  = ヒント: どちらか一方にまとめてください\n"
            "\n"
            "エラー 1件\n");
}

TEST(SyntaxErrorTest, ReportsSeveralSlipsTogether) {
  EXPECT_THAT(
      errors_of("a = yes\nb = 1\nc = [1 2]\n[t]\nd = 01\nb = 1\nb = 2\ne = no\n"),
      ElementsAre("1:5 KJ1001 [yes] not valid TOML: `yes` is no value",
                  "3:8 KJ1001 [2] not valid TOML: no `,` between two elements of the array, or no `]` at its end",
                  "5:5 KJ1001 [01] not valid TOML: the number `01` starts with 0",
                  "7:1 KJ1009 [b] `b` is defined twice", "8:5 KJ1001 [no] not valid TOML: `no` is no value"));
}

// What follows would be a consequence of the first error, not a second one.
TEST(SyntaxErrorTest, StopsWhereFollowUpErrorsWouldBeFalse) {
  struct Case {
    std::string text;
    std::string expected;
  };
  const Case cases[] = {
      {"[a b]\nc = 1\n[d]\nc = 1\n", "1:4 KJ1001 [b] not valid TOML: the header is not closed by `]`"},
      {"[t]\nc = 1\n[t]\nc = 2\n", "3:1 KJ1009 [[t]] `t` is defined twice"},
      {"a = [1, 2\nb = 3\nc = [4]\n",
       "2:1 KJ1001 [b] not valid TOML: no `,` between two elements of the array, or no `]` at its end"},
      {"a = \"x\nmore text\"\nb = 1\n", "1:7 KJ1001 [] not valid TOML: the line ends inside a string"},
      {"a = {\n b = 1\n}\n", "1:6 KJ1001 [] not valid TOML: the line ends inside `{…}`"},
      {"a = \"\"\"x\nb = 1\nc = yes\n", "4:1 KJ1001 [] not valid TOML: the file ends inside a string"},
  };
  for (const Case& item : cases) EXPECT_THAT(errors_of(item.text), ElementsAre(item.expected)) << item.text;
}

TEST(SyntaxErrorTest, StopsAfterTwentyErrors) {
  std::string text;
  for (int i = 0; i < 30; ++i) text += "k" + std::to_string(i) + " = no\n";
  EXPECT_EQ(errors_of(text).size(), 20U);
}

TEST(SyntaxErrorTest, KeepsTheParsersWordsForWhatItDoesNotKnow) {
  const SyntaxReason explained = explain_syntax_error("Error while parsing thing: something odd", "abc", 1);
  EXPECT_EQ(explained.mistake, SyntaxMistake::kForm);
  EXPECT_EQ(explained.reason, (LocalizedText{"something odd", "something odd"}));
  EXPECT_TRUE(explained.hint.empty());
  EXPECT_EQ(explained.begin, 1U);
  EXPECT_EQ(explained.end, 2U);
  EXPECT_EQ(explain_syntax_error("", "", 0).reason.en, "");
  EXPECT_EQ(explain_syntax_error("Error while parsing key: x", "abc", 99).end, 3U);
}

}  // namespace
}  // namespace kijun::toml_doc
