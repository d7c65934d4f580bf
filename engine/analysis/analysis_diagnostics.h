#pragma once

#include <array>

#include "engine/diag/diagnostic.h"

namespace kijun::analysis {

using diag::Definition;
using diag::Level;

inline constexpr Definition kExampleKey{
    "KJ1230",
    "example-key",
    Level::kError,
    {"例の`given`に書かれた`{0}`は項目でも予約の語でもありません",
     "`{0}` in the example's `given` is neither a field nor a word of examples"},
    {"項目のid、members、bodies、zone、previous、params、as_of、fiscal_"
     "year、kind、name、restのいずれかを書いてください",
     "write a field id, members, bodies, zone, previous, params, as_of, fiscal_year, kind, name or rest"}};

inline constexpr Definition kExampleValue{
    "KJ1231",
    "example-value",
    Level::kError,
    {"例の`{0}`の値が項目の型（{1}）に合いません", "the value of `{0}` in the example does not fit its type ({1})"},
    {"型に合う値か、`{{ missing = \"blank\" }}`の形を書いてください",
     "write a value of that type, or `{{ missing = \"blank\" }}`"}};

inline constexpr Definition kTestColumn{
    "KJ1232",
    "test-column",
    Level::kError,
    {"テスト表の列`{0}`は項目でも表の列でもありません",
     "the column `{0}` of the table of tests is neither a field nor a column of such tables"},
    {"項目のid、rule、name、edition、as_of、expect、case、severityのいずれかを書いてください",
     "write a field id, rule, name, edition, as_of, expect, case or severity"}};

inline constexpr Definition kTestColumnMissing{
    "KJ1233",
    "test-column-missing",
    Level::kError,
    {"テスト表に列`{0}`がありません", "the table of tests has no column `{0}`"},
    {"1行目に`rule`と`expect`の列を書いてください", "the first line needs the columns `rule` and `expect`"}};

inline constexpr Definition kTestWord{"KJ1234",
                                      "test-word",
                                      Level::kError,
                                      {"列`{1}`に`{0}`は書けません", "`{0}` is no word for the column `{1}`"},
                                      {"次のいずれかを書いてください：{2}", "write one of {2}"}};

inline constexpr Definition kTestRule{
    "KJ1235",
    "test-rule",
    Level::kError,
    {"テスト表のルール`{0}`はどの版にもありません", "no edition has the rule `{0}` of the table of tests"},
    {"`kijun rules list`で一覧を表示できます", "`kijun rules list` lists them"}};

inline constexpr Definition kNotBound{
    "KJ5010",
    "not-bound",
    Level::kError,
    {"`{0}`の値が与えられていません", "`{0}` has no value here"},
    {"`--bindings '{{\"{0}\": {1}}}'`のように与えてください", "give it one, as in `--bindings '{{\"{0}\": {1}}}'`"}};

inline constexpr Definition kEvalError{"KJ5011",
                                       "eval-error",
                                       Level::kError,
                                       {"評価がエラーで終わりました：{0}（{1}）", "evaluation ends in an error: {1}"},
                                       {"", ""}};

/// Every diagnostic of this module.
inline constexpr std::array<const Definition*, 8> kDiagnostics{
    &kExampleKey, &kExampleValue, &kTestColumn, &kTestColumnMissing, &kTestWord, &kTestRule, &kNotBound, &kEvalError};

}  // namespace kijun::analysis
