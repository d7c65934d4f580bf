#pragma once

#include <array>

#include "engine/diag/diagnostic.h"

namespace kijun::policy {

using diag::Definition;
using diag::Level;

inline constexpr Definition kDuplicateId{
    "KJ1201",
    "duplicate-id",
    Level::kError,
    {"id `{0}`が二度使われています", "id `{0}` is used twice"},
    {"継承したルールを変えるときは[[override]]を使い、新しいルールには別のidを付けてください",
     "to change an inherited rule use [[override]]; give a new rule another id"}};

inline constexpr Definition kUnknownId{"KJ1202",
                                       "unknown-id",
                                       Level::kError,
                                       {"{0} `{1}`は定義されていません", "{0} `{1}` is not defined"},
                                       {"定義済みのid：{2}", "defined ids: {2}"}};

inline constexpr Definition kExtendsCycle{
    "KJ1203",
    "extends-cycle",
    Level::kError,
    {"`extends`が循環しています：{0}", "`extends` runs in a circle: {0}"},
    {"継承元から継承先を指さないでください", "a base file must not extend the file that extends it"}};

inline constexpr Definition kUnreadableFile{
    "KJ1204",
    "unreadable-file",
    Level::kError,
    {"`{0}`を読み込めません：{1}", "cannot read `{0}`: {1}"},
    {"ファイルの名前と場所を確かめてください", "check the name and the place of the file"}};

inline constexpr Definition kListChange{
    "KJ1205",
    "list-change",
    Level::kError,
    {"リスト`{0}`の変更には`add`か`replace`が必要です", "changing the list `{0}` needs `add` or `replace`"},
    {"`{0} = {{ add = […] }}`又は`{0} = {{ replace = […] }}`と書いてください",
     "write `{0} = {{ add = […] }}` or `{0} = {{ replace = […] }}`"}};

inline constexpr Definition kNoSeverity{"KJ1206",
                                        "no-severity",
                                        Level::kError,
                                        {"ルール`{0}`に重大度がありません", "rule `{0}` has no severity"},
                                        {"`severity`に`error`、`warning`、`notice`のいずれかを書いてください",
                                         "set `severity` to `error`, `warning` or `notice`"}};

inline constexpr Definition kNoRequirement{
    "KJ1207",
    "no-requirement",
    Level::kError,
    {"ルール`{0}`に`require`がありません", "rule `{0}` has no `require`"},
    {"満たすべき条件を`require`に書いてください", "write the condition to be met as `require`"}};

inline constexpr Definition kWrongYears{"KJ1208",
                                        "wrong-fiscal-years",
                                        Level::kError,
                                        {"年度の範囲が逆です：{0}〜{1}", "the fiscal years run backwards: {0} to {1}"},
                                        {"`from`を`to`以前にしてください", "`from` must not be after `to`"}};

inline constexpr Definition kParamType{
    "KJ1209",
    "param-type",
    Level::kError,
    {"パラメーター`{0}`の値が単純な値ではありません", "parameter `{0}` is not a plain value"},
    {"文字列、数、真偽値、日付のいずれかを書いてください", "write a string, a number, a boolean or a date"}};

inline constexpr Definition kOverlappingEditions{
    "KJ1210",
    "overlapping-editions",
    Level::kError,
    {"版`{0}`と`{1}`の年度が重なっています", "editions `{0}` and `{1}` cover the same fiscal year"},
    {"`fiscal_years`を見直してください", "correct their `fiscal_years`"}};

inline constexpr Definition kChangedTwice{
    "KJ1211",
    "changed-twice",
    Level::kError,
    {"キー`{0}`が同じファイル（又は同じ日の改正）の中で二度変更されています",
     "key `{0}` is changed twice in one file (or by amendments of one day)"},
    {"変更を一つにまとめてください。順序では決まりません", "keep one of the changes; no order decides between them"}};

inline constexpr Definition kParamRetyped{
    "KJ1212",
    "param-retyped",
    Level::kError,
    {"パラメーター`{0}`の型が{1}から{2}に変わっています", "parameter `{0}` changes its type from {1} to {2}"},
    {"同じ型の値を書くか、別の名前のパラメーターにしてください",
     "write a value of the same type, or give the parameter another name"}};

inline constexpr Definition kParamOrder{
    "KJ1213",
    "param-dates-order",
    Level::kError,
    {"パラメーター`{0}`の適用日が順に並んでいません：{2}の後に{1}",
     "the dates of parameter `{0}` are not in order: {1} after {2}"},
    {"`from`を早い日から順に、重ならないように並べてください", "list `from` from the earliest day on, each day once"}};

inline constexpr Definition kParamNotYet{
    "KJ1214",
    "param-not-yet",
    Level::kError,
    {"パラメーター`{0}`には{1}現在の値がありません（最初の適用日は{2}）",
     "parameter `{0}` has no value on {1}; its first day is {2}"},
    {"その日より前の値を`values`の先頭に加えてください", "add the value that held before as the first of `values`"}};

inline constexpr Definition kPackReference{"KJ1215",
                                           "pack-reference",
                                           Level::kError,
                                           {"`{0}`は規則集の指定として読めません", "`{0}` does not name a pack"},
                                           {"`pack:mcare@1`のように、idと版の最初の番号を書いてください",
                                            "write the id and the first number of the version, as `pack:mcare@1`"}};

inline constexpr Definition kPackNotFound{
    "KJ1216",
    "pack-not-found",
    Level::kError,
    {"規則集`{0}`が見つかりません（探した場所：{1}）", "there is no pack `{0}` (looked in: {1})"},
    {"規則集のフォルダーの親をkijun.tomlの[defaults]に`packs = [\"…\"]`と書いてください",
     "name the folder that holds the pack's folder in kijun.toml: `packs = [\"…\"]` under [defaults]"}};

inline constexpr Definition kPackVersion{
    "KJ1217",
    "pack-version",
    Level::kError,
    {"規則集`{0}`の版は{1}ですが、{2}が求められています", "pack `{0}` has version {1}, and {2} is asked for"},
    {"変更点を確かめてから`@`の後の番号を改めるか、求める版を置いてください",
     "look at what changed before you change the number behind `@`, or install the version asked for"}};

inline constexpr Definition kNoPackEdition{
    "KJ1218",
    "no-pack-edition",
    Level::kError,
    {"規則集`{0}`には{1}～{2}年度のすべてに当たる版がありません",
     "pack `{0}` has no edition for all of the fiscal years {1} to {2}"},
    {"`fiscal_years`を規則集の版に合わせてください：{3}", "match `fiscal_years` with an edition of the pack: {3}"}};

inline constexpr Definition kWrongFraction{
    "KJ1219",
    "wrong-fraction",
    Level::kError,
    {"`{0}`は0から1までの分数として読めません", "`{0}` is not a fraction from 0 to 1"},
    {"`at_least = \"2/3\"`のように、整数の分数、1又は0を文字列で書いてください",
     "write a fraction of whole numbers, 1 or 0 as a string: `at_least = \"2/3\"`"}};

inline constexpr Definition kBandOrder{
    "KJ1227",
    "band-order",
    Level::kError,
    {"区分の組`{0}`の下限が、上から順に0まで並んでいません", "the bounds of band set `{0}` do not lead down to 0"},
    {"最も良い区分から順に`at_least`を小さくし、最後を`\"0\"`としてください",
     "list the best band first, each next one with a smaller `at_least`, the last with `\"0\"`"}};

/// Every diagnostic of this module.
inline constexpr std::array<const Definition*, 20> kDiagnostics{
    &kDuplicateId,  &kUnknownId,     &kExtendsCycle,  &kUnreadableFile, &kListChange,
    &kNoSeverity,   &kNoRequirement, &kWrongYears,    &kParamType,      &kOverlappingEditions,
    &kChangedTwice, &kParamRetyped,  &kParamOrder,    &kParamNotYet,    &kPackReference,
    &kPackNotFound, &kPackVersion,   &kNoPackEdition, &kWrongFraction,  &kBandOrder};

}  // namespace kijun::policy
