#pragma once

#include "engine/diag/diagnostic.h"

namespace kijun::survey {

using diag::Definition;
using diag::Level;

inline constexpr Definition kBadCheckDigit{
    "KJ4101",
    "bad-check-digit",
    Level::kError,
    {"団体コード`{0}`の検査数字が合いません", "check digit of code `{0}` is wrong"},
    {"先頭5桁が正しければ`{1}`です。団体コード表と照合してください",
     "if the first five digits are right, the code is `{1}`; compare it with the list of codes"}};

inline constexpr Definition kCodeNotValid{
    "KJ4102",
    "code-not-valid",
    Level::kError,
    {"団体コード`{0}`（{1}）は回答時点（{2}）で有効ではありません",
     "code `{0}` ({1}) is not valid on {2}, when the answers were given"},
    {"調査時点で有効な団体コードに直してください{3}", "use the code valid on that day{4}"}};

inline constexpr Definition kMalformedCode{
    "KJ4103",
    "malformed-code",
    Level::kError,
    {"`{0}`は団体コードではありません", "`{0}` is no municipality code"},
    {"検査数字を含む6桁の数字で書いてください。先頭の0が落ちていないか確かめてください",
     "write six digits, the check digit included; check that no leading 0 was dropped"}};

inline constexpr Definition kDuplicateCode{"KJ4104",
                                           "duplicate-code",
                                           Level::kError,
                                           {"団体コード`{0}`が名簿に二度あります", "code `{0}` is listed twice"},
                                           {"一方を削除してください", "remove one of the two"}};

inline constexpr Definition kUnknownKind{"KJ4105",
                                         "unknown-kind",
                                         Level::kError,
                                         {"`{0}`という団体の種別はありません", "unknown kind of municipality `{0}`"},
                                         {"{1}のいずれかを書いてください", "write one of {1}"}};

inline constexpr Definition kUnknownZone{"KJ4106",
                                         "unknown-zone",
                                         Level::kError,
                                         {"圏域`{0}`は圏域の一覧にありません", "unknown zone `{0}`"},
                                         {"{1}zones.tomlにあるidを書いてください", "{2}use an id of zones.toml"}};

inline constexpr Definition kRegisterColumn{"KJ4107",
                                            "register-column",
                                            Level::kError,
                                            {"名簿に列`{0}`がありません", "the register has no column `{0}`"},
                                            {"見出し行に`{0}`を加えてください", "add `{0}` to the heading row"}};

inline constexpr Definition kRegisterValue{"KJ4108",
                                           "register-value",
                                           Level::kError,
                                           {"列`{0}`の`{1}`を読めません", "`{1}` in column `{0}` cannot be read"},
                                           {"順序は整数、日付はYYYY-MM-DD、タイルの列と行は両方とも1～99で、名称は空欄にせずに書いてください",
                                            "orders are integers, dates are YYYY-MM-DD, a tile's column and row are both 1 to 99, names are never empty"}};

inline constexpr Definition kUnknownSuccessor{
    "KJ4109",
    "unknown-successor",
    Level::kError,
    {"承継団体のコード`{0}`が名簿にありません", "successor `{0}` is not in the register"},
    {"承継団体の行を加えるか、コードを直してください", "add the successor's row or correct the code"}};

inline constexpr Definition kWrongValidity{
    "KJ4110",
    "wrong-validity",
    Level::kError,
    {"`{0}`の有効期間の終わり（{2}）が始まり（{1}）より前です", "`{0}` is valid until {2}, which is before {1}"},
    {"valid_fromとvalid_toを確かめてください", "check valid_from and valid_to"}};

inline constexpr Definition kWrongPrefecture{"KJ4111",
                                             "wrong-prefecture",
                                             Level::kError,
                                             {"`prefecture`の`{0}`は、名簿の都道府県の行ではありません",
                                              "`prefecture` names `{0}`, which is no record of kind `prefecture`"},
                                             {"都道府県の団体コードを書き、その行の種別を`prefecture`にしてください",
                                              "write the prefecture's code and give its record the kind `prefecture`"}};

inline constexpr Definition kRegisterUnknownColumn{
    "KJ4112",
    "register-unknown-column",
    Level::kWarning,
    {"名簿の列`{0}`は使われません", "column `{0}` of the register is not used"},
    {"{1}列名を確かめてください", "{2}check the column's name"}};

inline constexpr Definition kPrefectureInZone{
    "KJ4113",
    "prefecture-in-zone",
    Level::kError,
    {"都道府県`{0}`に圏域が書かれています", "prefecture `{0}` is given a zone"},
    {"都道府県は圏域に属しません。zoneを空欄にしてください", "a prefecture belongs to no zone; leave `zone` empty"}};

inline constexpr Definition kSameTile{
    "KJ4114",
    "same-tile",
    Level::kError,
    {"`{0}`のタイル（{1}列{2}行）は`{3}`と同じです", "the tile of `{0}` (column {1}, row {2}) is that of `{3}`"},
    {"同じ時期にある団体には、別の`tile_column`と`tile_row`を書いてください",
     "give municipalities that exist at the same time different `tile_column` and `tile_row`"}};

inline constexpr Definition kGlossaryEmpty{
    "KJ4115",
    "glossary-empty",
    Level::kError,
    {"用語集の`{0}`に語がありません", "`{0}` of the glossary holds no term"},
    {"置き換える語（`from`）と、その代わりの語（`to`）を書いてください。語を取り除くことはできません",
     "write the term (`from`) and what stands in its place (`to`); a term cannot be taken out"}};

inline constexpr Definition kGlossaryTwice{
    "KJ4116",
    "glossary-twice",
    Level::kError,
    {"用語集に`{0}`の置き換えが二度あります", "the glossary replaces `{0}` twice"},
    {"一方を削除してください", "remove one of the two"}};

inline constexpr Definition kGlossaryBrace{
    "KJ4117",
    "glossary-brace",
    Level::kError,
    {"用語集の`{0}`に波括弧があります", "`{0}` of the glossary holds a brace"},
    {"波括弧は文に値を差し込む印です。括弧の外にある語だけを書いてください",
     "braces are where values go into a text; write only words that stand outside of them"}};

inline constexpr Definition kGlossaryOneSide{
    "KJ4118",
    "glossary-one-side",
    Level::kError,
    {"用語集の`{0}`に対する`{1}`がありません", "`{0}` of the glossary has no `{1}`"},
    {"同じ言語の`{1}`を書くか、`{0}`を削除してください", "write `{1}`, or remove `{0}`"}};

inline constexpr Definition kGlossaryUnused{
    "KJ4119",
    "glossary-unused",
    Level::kWarning,
    {"用語集の`{0}`は、規則集の文にも報告書の定型文にもありません",
     "no text of the rules or of the reports holds `{0}` of the glossary"},
    {"{1}表記を確かめるか、この置き換えを削除してください", "{2}check how it is written, or remove it"}};

inline constexpr Definition kDuplicateGroup{
    "KJ4401",
    "duplicate-group",
    Level::kError,
    {"`{0}`が二度定義されています", "`{0}` is defined twice"},
    {"一方を削除するか、別のidにしてください", "remove one of them or give it another id"}};

inline constexpr Definition kUnknownMember{
    "KJ4402",
    "unknown-member",
    Level::kError,
    {"構成団体`{0}`が名簿にありません", "member `{0}` is not in the register"},
    {"{1}名簿にある6桁の団体コードを書いてください", "{2}write a code of six digits from the register"}};

inline constexpr Definition kPrefectureMember{
    "KJ4403",
    "prefecture-member",
    Level::kError,
    {"都道府県`{0}`は構成団体になりません", "prefecture `{0}` cannot be a member"},
    {"県の関与は`prefecture_involved = true`と書いてください", "write `prefecture_involved = true` instead"}};

inline constexpr Definition kDuplicateMember{"KJ4404",
                                             "duplicate-member",
                                             Level::kError,
                                             {"構成団体`{0}`が二度書かれています", "member `{0}` is listed twice"},
                                             {"一方を削除してください", "remove one of the two"}};

}  // namespace kijun::survey
