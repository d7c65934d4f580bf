#pragma once

#include <array>

#include "engine/diag/diagnostic.h"

namespace kijun::audit {

using diag::Definition;
using diag::Level;

inline constexpr Definition kConditionCycle{
    "KJ1220",
    "condition-cycle",
    Level::kError,
    {"条件が循環しています：{0}", "conditions run in a circle: {0}"},
    {"条件は、自分自身を経由して参照できません", "a condition must not depend on itself"}};

inline constexpr Definition kUnknownField{
    "KJ1221",
    "unknown-field",
    Level::kError,
    {"項目`{0}`は語彙（fields.toml）にありません", "field `{0}` is not in the vocabulary (fields.toml)"},
    {"fields.tomlの項目のidを書いてください", "name a field id of fields.toml"}};

inline constexpr Definition kUnbalancedBrace{
    "KJ1222",
    "unbalanced-brace",
    Level::kError,
    {"文中の波括弧が閉じていません", "a brace in the text is not closed"},
    {"波括弧そのものは`{{{{`又は`}}}}`と書いてください", "write `{{{{` or `}}}}` for a brace itself"}};

inline constexpr Definition kConditionClash{
    "KJ1223",
    "condition-clash",
    Level::kError,
    {"条件のid `{0}`は項目又は予約名と重なっています", "condition id `{0}` is also a field or a reserved name"},
    {"別のidにしてください", "choose another id"}};

inline constexpr Definition kConditionDepth{
    "KJ1224",
    "condition-depth",
    Level::kError,
    {"条件`{0}`は、参照する条件と合わせて{1}段を超えています",
     "condition `{0}` is deeper than {1} levels together with the conditions it reads"},
    {"条件の積み重ねを減らしてください", "build it upon fewer conditions"}};

inline constexpr Definition kLockedMeaning{
    "KJ1225",
    "locked-meaning",
    Level::kError,
    {"版`{0}`の意味が`{1}`の記録と異なります：{2}", "edition `{0}` does not mean what `{1}` records: {3}"},
    {"変更を確かめ、これでよければ`kijun rules lock`で記録し直してください",
     "look at what changed; if that is what you want, record it with `kijun rules lock`"}};

inline constexpr Definition kLockedTool{
    "KJ1226",
    "locked-tool",
    Level::kError,
    {"`{0}`はkijun {1}で記録されています（実行しているのは{2}）", "`{0}` was recorded with kijun {1}, and this is {2}"},
    {"{1}のkijunを使うか、判定の変わらないことを確かめて`kijun rules lock`で記録し直してください",
     "use kijun {1}, or make sure that no verdict changes and record it anew with `kijun rules lock`"}};

inline constexpr Definition kNoEdition{
    "KJ5001",
    "no-edition",
    Level::kError,
    {"規則集`{0}`に{1}年度の版がありません", "pack `{0}` has no edition for fiscal year {1}"},
    {"ある版：{2}", "editions there are: {2}"}};

inline constexpr Definition kNoRules{
    "KJ5002",
    "no-rules",
    Level::kError,
    {"規則集`{0}`に判定するルールがありません", "ruleset `{0}` has no rule to audit with"},
    {"ルールを書くか、`--allow-empty rules`を指定してください", "write a rule, or pass `--allow-empty rules`"}};

inline constexpr Definition kNothingApplicable{
    "KJ5004",
    "nothing-applicable",
    Level::kError,
    {"どのルールもどの対象にも当てはまりません", "no rule applies to any subject"},
    {"ルールの`for_each`と`when`を確かめるか、`--allow-empty results`を指定してください",
     "check `for_each` and `when` of the rules, or pass `--allow-empty results`"}};

inline constexpr Definition kRuleError{
    "KJ5005",
    "rule-error",
    Level::kError,
    {"ルール`{0}`を{1}について評価できませんでした：{2}", "rule `{0}` could not be evaluated for {1}: {2}"},
    {"ルールの式を直すか、`--allow-rule-errors`を指定してください",
     "mend the rule's expression, or pass `--allow-rule-errors`"}};

inline constexpr Definition kDecidedRule{
    "KJ5006", "decided-rule", Level::kError,
    {"ルール`{0}`は規則`{1}`にありません", "ruleset `{1}` has no rule `{0}`"},
    {"{2}`kijun rules list`にあるidに直すか、決定を削除してください",
     "{3}use an id of `kijun rules list`, or remove the decision"}};

inline constexpr Definition kEarlierResultUnfit{
    "KJ4320",
    "earlier-result-unfit",
    Level::kError,
    {"`{0}`は以前の判定結果として使えません：{1}", "`{0}` is no earlier result: {2}"},
    {"同じ系列の以前の年度の調査から`kijun audit --out json=ファイル名`で作った結果ファイルを指定してください",
     "name a result file that `kijun audit --out json=FILE` wrote of an earlier survey of the series"}};

inline constexpr Definition kEarlierResultChanged{
    "KJ4321",
    "earlier-result-changed",
    Level::kError,
    {"以前の判定結果`{0}`のハッシュが一致しません（ファイルは{1}）",
     "the hash of the earlier result `{0}` is another one (the file's is {1})"},
    {"`kijun verify`で確かめた結果ファイルであれば、そのハッシュを`sha256`に書いてください",
     "if this is the file that `kijun verify` confirmed, write its hash as `sha256`"}};

/// Every diagnostic of this module.
inline constexpr std::array<const Definition*, 14> kDiagnostics{
    &kConditionCycle,    &kUnknownField, &kUnbalancedBrace, &kConditionClash, &kNoEdition,  &kNoRules,
    &kNothingApplicable, &kRuleError,    &kConditionDepth,  &kLockedMeaning,  &kLockedTool, &kDecidedRule, &kEarlierResultUnfit, &kEarlierResultChanged};

}  // namespace kijun::audit
