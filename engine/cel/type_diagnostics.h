#pragma once

#include "engine/diag/diagnostic.h"

namespace kijun::cel {

// Names and types of expressions (KJ30xx).

inline constexpr diag::Definition kUnknownName{
    "KJ3001", "unknown-name", diag::Level::kError, {"`{0}`という名前はありません", "unknown name `{0}`"}, {"", ""}};
inline constexpr diag::Definition kUnknownMember{"KJ3002",
                                                 "unknown-member",
                                                 diag::Level::kError,
                                                 {"`{1}`に`{0}`という項目はありません", "`{1}` has no field `{0}`"},
                                                 {"", ""}};
inline constexpr diag::Definition kFieldNotAsked{
    "KJ3003",
    "field-not-asked",
    diag::Level::kError,
    {"項目`{0}`は{1}には尋ねていません", "field `{0}` is not asked of a {2}"},
    {"`{0}`を尋ねている対象: {3}", "`{0}` is asked of: {4}"}};
inline constexpr diag::Definition kUnknownFunction{"KJ3004",
                                                   "unknown-function",
                                                   diag::Level::kError,
                                                   {"`{0}`という関数はありません", "unknown function `{0}`"},
                                                   {"", ""}};
inline constexpr diag::Definition kOperatorTypes{"KJ3005",
                                                 "operator-types",
                                                 diag::Level::kError,
                                                 {"演算子`{0}`は{1}には使えません", "operator `{0}` cannot take {2}"},
                                                 {"", ""}};
inline constexpr diag::Definition kFunctionTypes{"KJ3006",
                                                 "function-types",
                                                 diag::Level::kError,
                                                 {"関数`{0}`は{1}には使えません", "function `{0}` cannot take {2}"},
                                                 {"書き方: {3}", "write {3}"}};
inline constexpr diag::Definition kUnknownEnumValue{
    "KJ3007",
    "unknown-enum-value",
    diag::Level::kError,
    {"`{0}`は項目`{1}`の値にありません", "`{0}` is not a value of field `{1}`"},
    {"`{1}`の値: {2}", "values of `{1}`: {2}"}};
inline constexpr diag::Definition kEnumDomains{"KJ3008",
                                               "enum-domains",
                                               diag::Level::kError,
                                               {"項目`{0}`と`{1}`は値の一覧が違うため比べられません",
                                                "fields `{0}` and `{1}` have different values and cannot be compared"},
                                               {"それぞれを値と比べてください（例: `{0} == \"{2}\"`）",
                                                "compare each with a value, for example `{0} == \"{2}\"`"}};
inline constexpr diag::Definition kEnumNotOrdered{
    "KJ3009",
    "enum-not-ordered",
    diag::Level::kError,
    {"項目`{0}`の値には順序がないため`{1}`は使えません",
     "the values of field `{0}` have no order, so `{1}` cannot compare them"},
    {"`{0} in [\"…\"]`のように値を並べてください", "list the values, for example `{0} in [\"…\"]`"}};
inline constexpr diag::Definition kNullComparison{
    "KJ3010",
    "null-comparison",
    diag::Level::kError,
    {"`{0}`はnullになりません", "`{0}` is never null"},
    {"回答の有無は`answered({0})`で調べます", "whether there is an answer is `answered({0})`"}};
inline constexpr diag::Definition kNeedsField{"KJ3011",
                                              "needs-field",
                                              diag::Level::kError,
                                              {"`{0}`の中には項目を一つ書きます", "`{0}` needs the name of one field"},
                                              {"`{0}(項目のid)`又は`{0}(m.項目のid)`と書いてください",
                                               "write `{0}(FIELD)` or `{0}(m.FIELD)` with the field's id"}};
inline constexpr diag::Definition kNoFields{
    "KJ3012",
    "no-fields",
    diag::Level::kError,
    {"`{0}`（{1}）から`.{2}`は取り出せません", "cannot select `.{2}` from `{0}`, which is {1}"},
    {"", ""}};
inline constexpr diag::Definition kMacroRange{
    "KJ3013",
    "macro-range",
    diag::Level::kError,
    {"`{0}`は{1}に使います。`{3}`は{4}です", "`{0}` works on {2}, `{3}` is {4}"},
    {"", ""}};
inline constexpr diag::Definition kNotBool{
    "KJ3014",
    "not-bool",
    diag::Level::kError,
    {"`{0}`の条件`{1}`は{2}で、boolではありません", "the condition `{1}` of `{0}` is {2}, not bool"},
    {"", ""}};
inline constexpr diag::Definition kAggregateElement{
    "KJ3015",
    "aggregate-element",
    diag::Level::kError,
    {"`{0}`は{1}に使います。`{3}`は{4}です", "`{0}` works on {2}, `{3}` is {4}"},
    {"", ""}};
inline constexpr diag::Definition kUnexpectedType{
    "KJ3016",
    "unexpected-type",
    diag::Level::kError,
    {"ここには{1}の式が必要ですが、この式は{0}です", "expected type {1} here, this expression is {0}"},
    {"", ""}};
inline constexpr diag::Definition kUnknownParam{"KJ3017",
                                                "unknown-param",
                                                diag::Level::kError,
                                                {"パラメーター`{0}`は定義されていません", "unknown parameter `{0}`"},
                                                {"", ""}};
inline constexpr diag::Definition kBareParams{"KJ3018",
                                              "bare-params",
                                              diag::Level::kError,
                                              {"`params`だけでは値になりません", "`params` alone is not a value"},
                                              {"`params.名前`と書いてください", "write `params.NAME`"}};
inline constexpr diag::Definition kAnswerOutside{
    "KJ3019",
    "answer-outside",
    diag::Level::kError,
    {"`answer`はfor_fieldsのあるルールの中でだけ使えます", "`answer` has a meaning only in a rule with for_fields"},
    {"", ""}};
inline constexpr diag::Definition kBadDate{"KJ3020",
                                           "bad-date",
                                           diag::Level::kError,
                                           {"`{0}`という日付はありません", "`{0}` is not a date"},
                                           {"実在の日付を`2019-03-31`か`平成31年3月31日`の形で書いてください",
                                            "write an existing day, as `2019-03-31` or `平成31年3月31日`"}};
inline constexpr diag::Definition kBadPattern{"KJ3021",
                                              "bad-pattern",
                                              diag::Level::kError,
                                              {"正規表現`{0}`が正しくありません（{1}）", "invalid pattern `{0}`: {1}"},
                                              {"", ""}};
inline constexpr diag::Definition kBadTimestamp{
    "KJ3022",
    "bad-timestamp",
    diag::Level::kError,
    {"`{0}`という時刻はありません", "`{0}` is not a timestamp"},
    {"時差まで書いてください（例: `2019-03-31T00:00:00+09:00`）。日付は`date(\"2019-03-31\")`です",
     "write it with its zone, as `2019-03-31T00:00:00+09:00`; a day is `date(\"2019-03-31\")`"}};
inline constexpr diag::Definition kBadDuration{"KJ3023",
                                               "bad-duration",
                                               diag::Level::kError,
                                               {"`{0}`という時間の長さはありません", "`{0}` is not a duration"},
                                               {"単位は`h m s ms us ns`です。日数は`d.addDays(n)`を使ってください",
                                                "units are `h m s ms us ns`; for days use `d.addDays(n)`"}};
inline constexpr diag::Definition kHasOnField{
    "KJ3024",
    "has-on-field",
    diag::Level::kError,
    {"`has`は項目`{0}`には使えません", "`has` does not apply to field `{0}`"},
    {"回答の有無は`answered({0})`で調べます", "whether there is an answer is `answered({0})`"}};
inline constexpr diag::Definition kConditionSpace{
    "KJ3025",
    "condition-space",
    diag::Level::kError,
    {"条件`{0}`は{1}のもので、{3}には使えません", "condition `{0}` is one of a {2}, not of a {4}"},
    {"", ""}};
inline constexpr diag::Definition kOptionalEntry{
    "KJ3026",
    "optional-entry",
    diag::Level::kError,
    {"`?`を付けた要素`{0}`は{1}で、optionalではありません", "the `?` entry `{0}` is {1}, not an optional"},
    {"", ""}};
inline constexpr diag::Definition kUnknownReason{
    "KJ3027",
    "unknown-reason",
    diag::Level::kError,
    {"`{0}`という無回答の理由はありません", "`{0}` is not a missing reason"},
    {"理由: {1}", "reasons: {1}"}};
inline constexpr diag::Definition kHandleSpace{"KJ3028",
                                               "handle-space",
                                               diag::Level::kError,
                                               {"`{0}`は{1}には使えません", "`{0}` has no meaning for a {2}"},
                                               {"", ""}};
inline constexpr diag::Definition kTransformEntry{"KJ3029",
                                                  "transform-entry",
                                                  diag::Level::kError,
                                                  {"`transformMapEntry`の結果`{0}`は{1}で、mapではありません",
                                                   "the result `{0}` of `transformMapEntry` is {1}, not a map"},
                                                  {"", ""}};
inline constexpr diag::Definition kConstantComparison{
    "KJ3030",
    "constant-comparison",
    diag::Level::kWarning,
    {"`{0}`は、回答があれば常に{1}です", "`{0}` is always {2} where there is an answer"},
    {"", ""}};
inline constexpr diag::Definition kConditionalAbsorbs{
    "KJ3031",
    "conditional-absorbs",
    diag::Level::kWarning,
    {"`?:`は条件が判定できないとき、どちらの枝も見ずに判定保留になります",
     "a `?:` whose condition is unknown stays unknown and looks at neither branch"},
    {"`{0}`と書けば、もう一方だけで決まる場合も判定できます", "`{0}` also decides where one side is enough"}};
inline constexpr diag::Definition kMacroShape{
    "KJ3032",
    "macro-shape",
    diag::Level::kError,
    {"`{0}`の書き方が違います", "`{0}` is used in a wrong form"},
    {"`{0}`はリストに付けて変数と式を書きます（例: `zone.members.{0}(m, …)`）",
     "it follows a list and takes a variable and an expression, as `zone.members.{0}(m, …)`"}};

inline constexpr diag::Definition kBadDecimal{
    "KJ3033",
    "bad-decimal",
    diag::Level::kError,
    {"`{0}`は34桁以内の十進数ではありません", "`{0}` is not a decimal number of at most 34 digits"},
    {"半角の数字と小数点で書いてください（例: `decimal(\"0.1\")`）",
     "write digits and a point, as `decimal(\"0.1\")`"}};
inline constexpr diag::Definition kBoolConstant{
    "KJ3034",
    "bool-constant",
    diag::Level::kWarning,
    {"`{0}`はboolなので、{1}と比べる必要はありません", "`{0}` is a bool already and need not be compared with {1}"},
    {"`{2}`と書いてください", "write `{2}`"}};
inline constexpr diag::Definition kConstantError{"KJ3035",
                                                 "constant-error",
                                                 diag::Level::kError,
                                                 {"`{0}`は必ずエラーになります（{1}）", "`{0}` always fails: {2}"},
                                                 {"", ""}};
inline constexpr diag::Definition kUnknownTimeZone{
    "KJ3036",
    "unknown-time-zone",
    diag::Level::kError,
    {"`{0}`という時間帯はありません", "`{0}` is not a time zone"},
    {"`Asia/Tokyo`のような名称か、`+09:00`のような時差を書いてください",
     "write a name such as `Asia/Tokyo`, or an offset such as `+09:00`"}};

}  // namespace kijun::cel
