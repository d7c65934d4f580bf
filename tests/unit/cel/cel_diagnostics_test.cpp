#include "engine/cel/cel_diagnostics.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "engine/cel/checker.h"
#include "engine/diag/renderer.h"
#include "tests/unit/cel/front_end_support.h"

namespace kijun::cel {
namespace {

/// One wrong expression and all of what a terminal shows for it, in both languages.
struct Wrong {
  const diag::Definition* definition;
  std::string text;
  std::size_t column;  ///< In code points, from 1.
  std::string carets;  ///< The line below the text, trailing blanks left out.
  LocalizedText message;
  LocalizedText hint;
};

void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.definition->code << " " << wrong.text; }

std::string expected(const Wrong& wrong, Language language) {
  const bool is_ja = language == Language::kJapanese;
  const bool is_error = wrong.definition->level == diag::Level::kError;
  const std::string word = is_ja ? (is_error ? "エラー" : "警告") : (is_error ? "error" : "warning");
  std::string text =
      fmt::format("{}[{}]: {}\n --> rule:1:{}\n  |\n1 |{}\n  | {}\n", word, wrong.definition->code,
                  wrong.message.in(language), wrong.column, wrong.text.empty() ? "" : " " + wrong.text, wrong.carets);
  if (!wrong.hint.empty()) text += fmt::format("  = {}: {}\n", is_ja ? "ヒント" : "hint", wrong.hint.in(language));
  return text;
}

const std::vector<Wrong>& wrong_expressions() {
  static const auto* const table = new std::vector<Wrong>{
      {&kUnexpectedCharacter, "#", 1, "^", {"式では使えない文字`#`があります", "unexpected character `#`"}, {}},
      {&kFullWidthCharacter,
       "面積 ＞ 1",
       4,
       "     ^^",
       {"全角の`＞`があります", "full-width `＞`"},
       {"半角で`>`と書いてください", "write `>`"}},
      {&kForeignOperator,
       "council = \"none\"",
       9,
       "        ^",
       {"`=`という演算子はありません", "`=` is not an operator here"},
       {"`==`と書いてください", "write `==`"}},
      {&kUnterminatedString,
       "note == \"abc",
       9,
       "        ^",
       {"文字列が閉じていません", "string is not closed"},
       {"終わりに`\"`を書いてください", "end it with `\"`"}},
      {&kBadEscape,
       "note == \"\\d\"",
       10,
       "         ^^",
       {"文字列の中のエスケープ`\\d`は正しくありません", "invalid escape `\\d` in a string"},
       {"`\\`そのものは`\\\\`と書き、正規表現では`r\"…\"`を使ってください",
        "write `\\\\` for a backslash, or `r\"…\"` for a pattern"}},
      {&kBadNumber, "面積 > 1ha", 6, "       ^^^", {"`1ha`は数として読めません", "`1ha` is not a number"}, {}},
      {&kNumberOutOfRange,
       "99999999999999999999",
       1,
       "^^^^^^^^^^^^^^^^^^^^",
       {"`99999999999999999999`はintの範囲を超えています", "`99999999999999999999` does not fit into int"},
       {}},
      {&kUnexpectedToken,
       "funded hub",
       8,
       "       ^^^",
       {"演算子が必要なところに`hub`があります", "expected an operator, found `hub`"},
       {}},
      {&kUnexpectedEnd,
       "funded &&",
       10,
       "         ^",
       {"値が必要なところで式が終わっています", "expected a value before the end of the expression"},
       {}},
      {&kUnclosedBracket,
       "(funded",
       1,
       "^",
       {"`(`が閉じていません", "`(` is never closed"},
       {"`)`を補ってください", "add `)`"}},
      {&kReservedWord,
       "for > 1",
       1,
       "^^^",
       {"`for`は予約語なので名前に使えません", "`for` is a reserved word and cannot be a name"},
       {"項目ならば`self.for`と書けます", "a field of that name is `self.for`"}},
      {&kEmptyExpression, "", 1, "^", {"式が空です", "the expression is empty"}, {}},
      {&kMessageLiteral,
       "T{a: 1}",
       1,
       "^",
       {"メッセージ型`T`の値は作れません", "message literals such as `T{…}` are not part of this language"},
       {}},
      {&kMacroVariable,
       "zone.members.all(1, true)",
       18,
       "                 ^",
       {"`all`の変数には名前を一つ書きます", "the variable of `all` must be a plain name"},
       {"例: `all(m, …)`", "for example `all(m, …)`"}},
      {&kMacroVariableTwice,
       "[1].all(i, i, true)",
       12,
       "           ^",
       {"`all`の二つの変数が同じ名前`i`です", "both variables of `all` are called `i`"},
       {}},
      {&kHasNeedsSelection,
       "has(note)",
       5,
       "    ^^^^",
       {"`has`の中には`a.b`の形を書きます", "`has` needs a selection such as `a.b`"},
       {"回答の有無は`answered(項目)`で調べます", "whether there is an answer is `answered(FIELD)`"}},
      {&kUnknownName,
       "fundd",
       1,
       "^^^^^",
       {"`fundd`という名前はありません", "unknown name `fundd`"},
       {"`funded`ではありませんか", "did you mean `funded`?"}},
      {&kUnknownName,
       "council == none",
       12,
       "           ^^^^",
       {"`none`という名前はありません", "unknown name `none`"},
       {"値ならば`\"none\"`と引用符で囲んでください", "a value is written in quotes: `\"none\"`"}},
      {&kUnknownMember,
       "self.fundd",
       6,
       "     ^^^^^",
       {"`self`に`fundd`という項目はありません", "`self` has no field `fundd`"},
       {"`funded`ではありませんか", "did you mean `funded`?"}},
      {&kFieldNotAsked,
       "zone_council",
       1,
       "^^^^^^^^^^^^",
       {"項目`zone_council`は市町村には尋ねていません", "field `zone_council` is not asked of a municipality"},
       {"`zone_council`を尋ねている対象: 圏域", "`zone_council` is asked of: zone"}},
      {&kUnknownFunction,
       "note.contain(\"a\")",
       6,
       "     ^^^^^^^",
       {"`contain`という関数はありません", "unknown function `contain`"},
       {"`contains`ではありませんか", "did you mean `contains`?"}},
      {&kOperatorTypes,
       "面積 > children",
       1,
       "^^^^^^^^^^^^^^^",
       {"演算子`>`は`面積`（double）と`children`（int）には使えません",
        "operator `>` cannot take `面積` (double) and `children` (int)"},
       {"`double(children)`と書いてください", "write `double(children)`"}},
      {&kOperatorTypes,
       "planned_date < \"2019-03-31\"",
       1,
       "^^^^^^^^^^^^^^^^^^^^^^^^^^^",
       {"演算子`<`は`planned_date`（date）と`\"2019-03-31\"`（string）には使えません",
        "operator `<` cannot take `planned_date` (date) and `\"2019-03-31\"` (string)"},
       {"`date(\"2019-03-31\")`と書いてください", "write `date(\"2019-03-31\")`"}},
      {&kOperatorTypes,
       "council && funded",
       1,
       "^^^^^^^^^^^^^^^^^",
       {"演算子`&&`は`council`（enum council）と`funded`（bool）には使えません",
        "operator `&&` cannot take `council` (enum council) and `funded` (bool)"},
       {"`council == \"established\"`と書いてください", "write `council == \"established\"`"}},
      {&kFunctionTypes,
       "note.contains(1)",
       6,
       "     ^^^^^^^^",
       {"関数`contains`は`note`（string）と`1`（int）には使えません",
        "function `contains` cannot take `note` (string) and `1` (int)"},
       {"書き方: `string.contains(string)`", "write `string.contains(string)`"}},
      {&kUnknownEnumValue,
       "council == \"establised\"",
       12,
       "           ^^^^^^^^^^^^",
       {"`establised`は項目`council`の値にありません", "`establised` is not a value of field `council`"},
       {"`established`ではありませんか（`council`の値: \"established\", \"planned\", \"none\"）",
        "did you mean `established`? (values of `council`: \"established\", \"planned\", \"none\")"}},
      {&kEnumDomains,
       "council == coordinator",
       1,
       "^^^^^^^^^^^^^^^^^^^^^^",
       {"項目`council`と`coordinator`は値の一覧が違うため比べられません",
        "fields `council` and `coordinator` have different values and cannot be compared"},
       {"それぞれを値と比べてください（例: `council == \"established\"`）",
        "compare each with a value, for example `council == \"established\"`"}},
      {&kEnumNotOrdered,
       "coordinator > \"no\"",
       13,
       "            ^",
       {"項目`coordinator`の値には順序がないため`>`は使えません",
        "the values of field `coordinator` have no order, so `>` cannot compare them"},
       {"`coordinator in [\"…\"]`のように値を並べてください", "list the values, for example `coordinator in [\"…\"]`"}},
      {&kNullComparison,
       "council == null",
       1,
       "^^^^^^^^^^^^^^^",
       {"`council`はnullになりません", "`council` is never null"},
       {"回答の有無は`answered(council)`で調べます", "whether there is an answer is `answered(council)`"}},
      {&kNeedsField,
       "answered(1)",
       10,
       "         ^",
       {"`answered`の中には項目を一つ書きます", "`answered` needs the name of one field"},
       {"例: `answered(council)`、`answered(m.council)`", "for example `answered(council)` or `answered(m.council)`"}},
      {&kNoFields,
       "note.length > 3",
       6,
       "     ^^^^^^",
       {"`note`（string）から`.length`は取り出せません", "cannot select `.length` from `note`, which is string"},
       {}},
      {&kMacroRange,
       "note.all(c, true)",
       1,
       "^^^^",
       {"`all`はリストかmapに使います。`note`はstringです", "`all` works on a list or a map, `note` is string"},
       {}},
      {&kNotBool,
       "zone.members.all(m, m.council)",
       21,
       "                    ^^^^^^^^^",
       {"`all`の条件`m.council`はenum councilで、boolではありません",
        "the condition `m.council` of `all` is enum council, not bool"},
       {"`m.council == \"established\"`と書いてください", "write `m.council == \"established\"`"}},
      {&kAggregateElement,
       "zone.members.sum(m, m.note) > 1",
       21,
       "                    ^^^^^^",
       {"`sum`は数に使います。`m.note`はstringです", "`sum` works on numbers, `m.note` is string"},
       {}},
      {&kUnexpectedType,
       "children",
       1,
       "^^^^^^^^",
       {"ここにはboolの式が必要ですが、この式はintです", "expected type bool here, this expression is int"},
       {}},
      {&kUnknownParam,
       "as_of < params.dedline",
       16,
       "               ^^^^^^^",
       {"パラメーター`params.dedline`は定義されていません", "unknown parameter `params.dedline`"},
       {"`deadline`ではありませんか", "did you mean `deadline`?"}},
      {&kBareParams,
       "params",
       1,
       "^^^^^^",
       {"`params`だけでは値になりません", "`params` alone is not a value"},
       {"`params.名前`と書いてください", "write `params.NAME`"}},
      {&kAnswerOutside,
       "answered(answer)",
       10,
       "         ^^^^^^",
       {"`answer`はfor_fieldsのあるルールの中でだけ使えます", "`answer` has a meaning only in a rule with for_fields"},
       {}},
      {&kBadDate,
       "as_of < date(\"2019-02-29\")",
       14,
       "             ^^^^^^^^^^^^",
       {"`2019-02-29`という日付はありません", "`2019-02-29` is not a date"},
       {"実在の日付をYYYY-MM-DDで書いてください", "write an existing day as YYYY-MM-DD"}},
      {&kBadDate,
       "as_of < date(2019, 2, 29)",
       9,
       "        ^^^^^^^^^^^^^^^^^",
       {"`date(2019, 2, 29)`という日付はありません", "`date(2019, 2, 29)` is not a date"},
       {"実在の日付をYYYY-MM-DDで書いてください", "write an existing day as YYYY-MM-DD"}},
      {&kBadPattern,
       "note.matches(\"(a\")",
       14,
       "             ^^^^",
       {"正規表現`(a`が正しくありません（missing ): (a）", "invalid pattern `(a`: missing ): (a"},
       {}},
      {&kBadTimestamp,
       "timestamp(\"2019-03-31\") > timestamp(0)",
       11,
       "          ^^^^^^^^^^^^",
       {"`2019-03-31`という時刻はありません", "`2019-03-31` is not a timestamp"},
       {"時差まで書いてください（例: `2019-03-31T00:00:00+09:00`）。日付は`date(\"2019-03-31\")`です",
        "write it with its zone, as `2019-03-31T00:00:00+09:00`; a day is `date(\"2019-03-31\")`"}},
      {&kBadDuration,
       "duration(\"5d\") > duration(\"1h\")",
       10,
       "         ^^^^",
       {"`5d`という時間の長さはありません", "`5d` is not a duration"},
       {"単位は`h m s ms us ns`です。日数は`d.addDays(n)`を使ってください",
        "units are `h m s ms us ns`; for days use `d.addDays(n)`"}},
      {&kHasOnField,
       "has(self.council)",
       1,
       "^^^^^^^^^^^^^^^^^",
       {"`has`は項目`self.council`には使えません", "`has` does not apply to field `self.council`"},
       {"回答の有無は`answered(self.council)`で調べます", "whether there is an answer is `answered(self.council)`"}},
      {&kConditionSpace,
       "zone_ok",
       1,
       "^^^^^^^",
       {"条件`zone_ok`は圏域のもので、市町村には使えません",
        "condition `zone_ok` is one of a zone, not of a municipality"},
       {}},
      {&kOptionalEntry,
       "[?1] == [1]",
       3,
       "  ^",
       {"`?`を付けた要素`1`はintで、optionalではありません", "the `?` entry `1` is int, not an optional"},
       {}},
      {&kUnknownReason,
       "missing_reason(note) == \"blnk\"",
       25,
       "                        ^^^^^^",
       {"`blnk`という無回答の理由はありません", "`blnk` is not a missing reason"},
       {"`blank`ではありませんか", "did you mean `blank`?"}},
      {&kTransformEntry,
       "[1].transformMapEntry(i, v, v) == {}",
       29,
       "                            ^",
       {"`transformMapEntry`の結果`v`はintで、mapではありません",
        "the result `v` of `transformMapEntry` is int, not a map"},
       {}},
      {&kConstantComparison,
       "council >= \"none\"",
       1,
       "^^^^^^^^^^^^^^^^^",
       {"`council >= \"none\"`は、回答があれば常に真です",
        "`council >= \"none\"` is always true where there is an answer"},
       {}},
      {&kConstantComparison,
       "council in []",
       1,
       "^^^^^^^^^^^^^",
       {"`council in []`は、回答があれば常に偽です", "`council in []` is always false where there is an answer"},
       {}},
      {&kConditionalAbsorbs,
       "funded ? true : council == \"none\"",
       1,
       "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
       {"`?:`は条件が判定できないとき、どちらの枝も見ずに判定保留になります",
        "a `?:` whose condition is unknown stays unknown and looks at neither branch"},
       {"`funded || council == \"none\"`と書けば、もう一方だけで決まる場合も判定できます",
        "`funded || council == \"none\"` also decides where one side is enough"}},
      {&kMacroShape,
       "zone.members.all(m)",
       14,
       "             ^^^",
       {"`all`の書き方が違います", "`all` is used in a wrong form"},
       {"`all`はリストに付けて変数と式を書きます（例: `zone.members.all(m, …)`）",
        "it follows a list and takes a variable and an expression, as `zone.members.all(m, …)`"}},
  };
  return *table;
}

class CelDiagnosticsTest : public testing::TestWithParam<Wrong> {};

std::string row_name(const testing::TestParamInfo<Wrong>& row) {
  return std::string(row.param.definition->code) + "Row" + std::to_string(row.index);
}

TEST_P(CelDiagnosticsTest, ShowsTheMistakeInBothLanguages) {
  const ProfileSample sample;
  const Wrong& wrong = GetParam();
  EXPECT_EQ(sample.rendered(wrong.text, Language::kJapanese), expected(wrong, Language::kJapanese));
  EXPECT_EQ(sample.rendered(wrong.text, Language::kEnglish), expected(wrong, Language::kEnglish));
}

INSTANTIATE_TEST_SUITE_P(Wrong, CelDiagnosticsTest, testing::ValuesIn(wrong_expressions()), row_name);

TEST(CelDiagnosticsCoverageTest, EveryCodeHasItsWrongExpression) {
  // Shown by tests of their own: budgets (parser_test) and names outside their space (checker_test).
  std::set<std::string_view> seen{kTooDeep.code, kTooLong.code, kHandleSpace.code};
  for (const Wrong& wrong : wrong_expressions()) seen.insert(wrong.definition->code);
  std::set<std::string_view> defined;
  for (const diag::Definition* definition : kDiagnostics) defined.insert(definition->code);
  EXPECT_EQ(seen, defined);
  EXPECT_EQ(defined.size(), kDiagnostics.size());
}

TEST(CelDiagnosticsPlaceTest, CaretPointsIntoTheTomlFile) {
  const ProfileSample sample;
  const std::string toml = "require = \"council == \\\"nome\\\"\"\n";
  const diag::Source source("base.toml", toml);
  // The decoded text is `council == "nome"`; each of its two quotation marks stands for two bytes of the file.
  std::vector<std::size_t> offsets;
  for (std::size_t i = 0; i <= 16; ++i) offsets.push_back(11 + i + (i > 11 ? 1 : 0));
  offsets.push_back(30);
  const diag::EmbeddedText text("council == \"nome\"", &source, offsets);
  diag::Sink sink;
  EXPECT_FALSE(compile(text, sample.environment(), Type::of(TypeKind::kBool), sink));
  ASSERT_EQ(sink.diagnostics().size(), 1U);
  EXPECT_EQ(sink.diagnostics()[0].span.text(), "\\\"nome\\\"");
}

}  // namespace
}  // namespace kijun::cel
