#pragma once

#include <array>

#include "engine/diag/diagnostic.h"

namespace kijun::policy {

using diag::Definition;
using diag::Level;

inline constexpr Definition kDuplicateId{
    "KJ1201", "duplicate-id", Level::kError,
    {"id `{0}`が二度使われています", "id `{0}` is used twice"},
    {"継承したルールを変えるときは[[override]]を使い、新しいルールには別のidを付けてください",
     "to change an inherited rule use [[override]]; give a new rule another id"}};

inline constexpr Definition kUnknownId{
    "KJ1202", "unknown-id", Level::kError,
    {"{0} `{1}`は定義されていません", "{0} `{1}` is not defined"},
    {"定義済みのid：{2}", "defined ids: {2}"}};

inline constexpr Definition kExtendsCycle{
    "KJ1203", "extends-cycle", Level::kError,
    {"`extends`が循環しています：{0}", "`extends` runs in a circle: {0}"},
    {"継承元から継承先を指さないでください", "a base file must not extend the file that extends it"}};

inline constexpr Definition kUnreadableFile{
    "KJ1204", "unreadable-file", Level::kError,
    {"`{0}`を読み込めません：{1}", "cannot read `{0}`: {1}"},
    {"ファイルの名前と場所を確かめてください", "check the name and the place of the file"}};

inline constexpr Definition kListChange{
    "KJ1205", "list-change", Level::kError,
    {"リスト`{0}`の変更には`add`か`replace`が必要です", "changing the list `{0}` needs `add` or `replace`"},
    {"`{0} = {{ add = […] }}`又は`{0} = {{ replace = […] }}`と書いてください",
     "write `{0} = {{ add = […] }}` or `{0} = {{ replace = […] }}`"}};

inline constexpr Definition kNoSeverity{
    "KJ1206", "no-severity", Level::kError,
    {"ルール`{0}`に重大度がありません", "rule `{0}` has no severity"},
    {"`severity`に`error`、`warning`、`notice`のいずれかを書いてください", "set `severity` to `error`, `warning` or `notice`"}};

inline constexpr Definition kNoRequirement{
    "KJ1207", "no-requirement", Level::kError,
    {"ルール`{0}`に`require`がありません", "rule `{0}` has no `require`"},
    {"満たすべき条件を`require`に書いてください", "write the condition to be met as `require`"}};

inline constexpr Definition kWrongYears{
    "KJ1208", "wrong-fiscal-years", Level::kError,
    {"年度の範囲が逆です：{0}〜{1}", "the fiscal years run backwards: {0} to {1}"},
    {"`from`を`to`以前にしてください", "`from` must not be after `to`"}};

inline constexpr Definition kParamType{
    "KJ1209", "param-type", Level::kError,
    {"パラメーター`{0}`の値が単純な値ではありません", "parameter `{0}` is not a plain value"},
    {"文字列、数、真偽値、日付のいずれかを書いてください", "write a string, a number, a boolean or a date"}};

inline constexpr Definition kOverlappingEditions{
    "KJ1210", "overlapping-editions", Level::kError,
    {"版`{0}`と`{1}`の年度が重なっています", "editions `{0}` and `{1}` cover the same fiscal year"},
    {"`fiscal_years`を見直してください", "correct their `fiscal_years`"}};

/// Every diagnostic of this module.
inline constexpr std::array<const Definition*, 10> kDiagnostics{
    &kDuplicateId, &kUnknownId,     &kExtendsCycle, &kUnreadableFile, &kListChange,
    &kNoSeverity,  &kNoRequirement, &kWrongYears,   &kParamType,      &kOverlappingEditions};

}  // namespace kijun::policy
