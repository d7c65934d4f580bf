#pragma once

#include <array>

#include "engine/diag/diagnostic.h"

namespace kijun::analysis {

using diag::Definition;
using diag::Level;

inline constexpr Definition kTableHeading{
    "KJ1236",
    "table-heading",
    Level::kError,
    {"見出し`{0}`は表の列でないか、二度あります", "the heading `{0}` is no column of the table, or stands there twice"},
    {"`kijun rules table`で作った表の見出しを変えないでください",
     "leave the headings as `kijun rules table` wrote them"}};

inline constexpr Definition kTableColumnMissing{
    "KJ1237",
    "table-column-missing",
    Level::kError,
    {"表に列`{0}`がありません", "the table has no column `{1}`"},
    {"種別、id、細別及び照合番号の列は消さないでください", "keep the columns kind, id, part and stamp"}};

inline constexpr Definition kTableRow{"KJ1238",
                                      "table-row",
                                      Level::kError,
                                      {"`{0}`に当たるものは規則にありません", "there is no `{0}` in the rules"},
                                      {"行を加えるときは、規則のTOMLに書いてから表を作り直してください",
                                       "to add something, write it in the TOML and make the table anew"}};

inline constexpr Definition kTableRowTwice{"KJ1239",
                                           "table-row-twice",
                                           Level::kError,
                                           {"`{0}`の行が二つあります", "there are two rows of `{0}`"},
                                           {"一方を消してください", "take one of them out"}};

inline constexpr Definition kTableRowMissing{
    "KJ1240",
    "table-row-missing",
    Level::kError,
    {"表に`{0}`の行がありません", "the table has no row of `{1}`"},
    {"ルールを使わないときは、行を消さずに、規則のTOMLに`[[disable]]`と理由を書いてください",
     "to drop a rule, keep its row and write a `[[disable]]` with its reason in the TOML"}};

inline constexpr Definition kTableStale{
    "KJ1241",
    "table-stale",
    Level::kError,
    {"`{0}`は、表を作った後に規則の側で変わっています", "`{0}` has changed in the rules since the table was made"},
    {"`kijun rules table`で表を作り直し、その表を直してください",
     "make the table anew with `kijun rules table` and edit that one"}};

inline constexpr Definition kTableReadOnly{
    "KJ1242",
    "table-read-only",
    Level::kError,
    {"この行の列`{0}`は表では変えられません", "the column `{0}` of this row cannot be changed in the table"},
    {"元の値に戻してください：{1}", "put back what was there: {2}"}};

inline constexpr Definition kTableCell{"KJ1243",
                                       "table-cell",
                                       Level::kError,
                                       {"列`{1}`に`{0}`は書けません", "`{0}` cannot be written into the column `{1}`"},
                                       {"", ""}};

inline constexpr Definition kTableCellEmpty{
    "KJ1244",
    "table-cell-empty",
    Level::kError,
    {"列`{0}`の値が消されています", "the value of the column `{0}` is taken out"},
    {"元の値は`{1}`です。値を除くときは、規則のTOMLから除いてください",
     "it was `{1}`; to drop a value, take it out of the TOML"}};

inline constexpr Definition kTableOneLanguage{
    "KJ1245",
    "table-one-language",
    Level::kError,
    {"列`{0}`に書くときは、列`{1}`にも書いてください",
     "what is written into the column `{0}` is also needed in the column `{1}`"},
    {"日本語と英語の両方を書いてください", "write both Japanese and English"}};

inline constexpr Definition kTableNoEffect{
    "KJ1246",
    "table-no-effect",
    Level::kError,
    {"`{0}`と書いても、後から適用される改正等により`{1}`のままです",
     "`{0}` would have no effect: an amendment or the like makes it `{1}`"},
    {"その値を定めている改正を直してください（`kijun rules show --origin`で分かります）",
     "change the amendment that sets the value (`kijun rules show --origin` tells which)"}};

/// Every diagnostic of reading a table of rules back.
inline constexpr std::array<const Definition*, 11> kTableDiagnostics{
    &kTableHeading,  &kTableColumnMissing, &kTableRow,       &kTableRowTwice,    &kTableRowMissing, &kTableStale,
    &kTableReadOnly, &kTableCell,          &kTableCellEmpty, &kTableOneLanguage, &kTableNoEffect};

}  // namespace kijun::analysis
