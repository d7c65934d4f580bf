#pragma once

#include "engine/diag/diagnostic.h"

namespace kijun::cel {

// Syntax of expressions (KJ20xx).

inline constexpr diag::Definition kUnexpectedCharacter{
    "KJ2001",
    "unexpected-character",
    diag::Level::kError,
    {"式では使えない文字`{0}`があります", "unexpected character `{0}`"},
    {"", ""}};
inline constexpr diag::Definition kFullWidthCharacter{"KJ2002",
                                                      "full-width-character",
                                                      diag::Level::kError,
                                                      {"全角の`{0}`があります", "full-width `{0}`"},
                                                      {"半角で`{1}`と書いてください", "write `{1}`"}};
inline constexpr diag::Definition kForeignOperator{"KJ2003",
                                                   "foreign-operator",
                                                   diag::Level::kError,
                                                   {"`{0}`という演算子はありません", "`{0}` is not an operator here"},
                                                   {"`{1}`と書いてください", "write `{1}`"}};
inline constexpr diag::Definition kUnterminatedString{"KJ2004",
                                                      "unterminated-string",
                                                      diag::Level::kError,
                                                      {"文字列が閉じていません", "string is not closed"},
                                                      {"終わりに`{0}`を書いてください", "end it with `{0}`"}};
inline constexpr diag::Definition kBadEscape{
    "KJ2005",
    "bad-escape",
    diag::Level::kError,
    {"文字列の中のエスケープ`{0}`は正しくありません", "invalid escape `{0}` in a string"},
    {"`\\`そのものは`\\\\`と書き、正規表現では`r\"…\"`を使ってください",
     "write `\\\\` for a backslash, or `r\"…\"` for a pattern"}};
inline constexpr diag::Definition kBadNumber{
    "KJ2006", "bad-number", diag::Level::kError, {"`{0}`は数として読めません", "`{0}` is not a number"}, {"", ""}};
inline constexpr diag::Definition kNumberOutOfRange{"KJ2007",
                                                    "number-out-of-range",
                                                    diag::Level::kError,
                                                    {"`{0}`は{1}の範囲を超えています", "`{0}` does not fit into {1}"},
                                                    {"", ""}};
inline constexpr diag::Definition kUnexpectedToken{"KJ2008",
                                                   "unexpected-token",
                                                   diag::Level::kError,
                                                   {"{0}が必要なところに`{2}`があります", "expected {1}, found `{2}`"},
                                                   {"", ""}};
inline constexpr diag::Definition kUnexpectedEnd{
    "KJ2009",
    "unexpected-end",
    diag::Level::kError,
    {"{0}が必要なところで式が終わっています", "expected {1} before the end of the expression"},
    {"", ""}};
inline constexpr diag::Definition kUnclosedBracket{"KJ2010",
                                                   "unclosed-bracket",
                                                   diag::Level::kError,
                                                   {"`{0}`が閉じていません", "`{0}` is never closed"},
                                                   {"`{1}`を補ってください", "add `{1}`"}};
inline constexpr diag::Definition kReservedWord{
    "KJ2011",
    "reserved-word",
    diag::Level::kError,
    {"`{0}`は予約語なので名前に使えません", "`{0}` is a reserved word and cannot be a name"},
    {"項目ならば`self.{0}`と書けます", "a field of that name is `self.{0}`"}};
inline constexpr diag::Definition kTooDeep{
    "KJ2012",
    "too-deep",
    diag::Level::kError,
    {"式の入れ子や演算の連なりが{0}段を超えています", "the expression is nested or chained deeper than {0} levels"},
    {"名前付きの条件に分けてください", "split it into named conditions"}};
inline constexpr diag::Definition kTooLong{"KJ2013",
                                           "too-long",
                                           diag::Level::kError,
                                           {"式が{0}バイトを超えています", "the expression is longer than {0} bytes"},
                                           {"名前付きの条件に分けてください", "split it into named conditions"}};
inline constexpr diag::Definition kEmptyExpression{
    "KJ2014", "empty-expression", diag::Level::kError, {"式が空です", "the expression is empty"}, {"", ""}};
inline constexpr diag::Definition kMessageLiteral{
    "KJ2015",
    "message-literal",
    diag::Level::kError,
    {"メッセージ型`{0}`の値は作れません", "message literals such as `{0}{{…}}` are not part of this language"},
    {"", ""}};
inline constexpr diag::Definition kMacroVariable{
    "KJ2016",
    "macro-variable",
    diag::Level::kError,
    {"`{0}`の変数には名前を一つ書きます", "the variable of `{0}` must be a plain name"},
    {"例: `{0}(m, …)`", "for example `{0}(m, …)`"}};
inline constexpr diag::Definition kMacroVariableTwice{
    "KJ2017",
    "macro-variable-twice",
    diag::Level::kError,
    {"`{0}`の二つの変数が同じ名前`{1}`です", "both variables of `{0}` are called `{1}`"},
    {"", ""}};
inline constexpr diag::Definition kHasNeedsSelection{
    "KJ2018",
    "has-needs-selection",
    diag::Level::kError,
    {"`has`の中には`a.b`の形を書きます", "`has` needs a selection such as `a.b`"},
    {"回答の有無は`answered(項目)`で調べます", "whether there is an answer is `answered(FIELD)`"}};

}  // namespace kijun::cel
