#pragma once

#include "engine/diag/diagnostic.h"

namespace kijun::survey {

using diag::Definition;
using diag::Level;

inline constexpr Definition kMissingRow{"KJ4201",
                                        "missing-row",
                                        Level::kError,
                                        {"{0}（{1}）の行がありません", "there is no row for {0} ({1})"},
                                        {"`{2}`に行を加えてください。回答がないときは、団体名だけの行にしてください",
                                         "add its row to `{2}`; without answers, a row with only the name"}};

inline constexpr Definition kDuplicateRow{
    "KJ4202",
    "duplicate-row",
    Level::kError,
    {"{0}の行が二つあります", "{0} has two rows"},
    {"どちらが正しい回答か確かめ、一方を削除してください", "find out which one is right and remove the other"}};

inline constexpr Definition kUnknownSubject{
    "KJ4203",
    "unknown-subject",
    Level::kError,
    {"`{0}`は名簿にありません", "`{0}` is not in the register"},
    {"{1}名簿の団体名又は団体コードに直すか、名簿のname_variantsに加えてください",
     "{2}correct it to the register's name or code, or add it to name_variants"}};

inline constexpr Definition kAmbiguousSubject{
    "KJ4204",
    "ambiguous-subject",
    Level::kError,
    {"`{0}`に当たる団体が複数あります", "`{0}` may be several municipalities"},
    {"{1}のいずれかを書いてください", "write one of {1}"}};

inline constexpr Definition kAliasSubject{"KJ4205",
                                          "alias-subject",
                                          Level::kNotice,
                                          {"`{0}`を{1}（{2}）と読みました", "`{0}` was taken for {1} ({2})"},
                                          {"", ""}};

inline constexpr Definition kNameCodeDisagree{
    "KJ4206",
    "name-code-disagree",
    Level::kError,
    {"団体コード`{0}`は{1}のものですが、団体名は`{2}`です", "code `{0}` is {1}'s, but the name is `{2}`"},
    {"コードと団体名のどちらが正しいか、団体コード表と照合してください", "compare both with the list of codes"}};

inline constexpr Definition kBlankSubject{
    "KJ4207",
    "blank-subject",
    Level::kError,
    {"団体名（対象の番号）のない行があります", "this row names no subject"},
    {"団体名、団体コード又は番号を書くか、行を削除してください", "name the subject or remove the row"}};

inline constexpr Definition kNoRows{
    "KJ4208",
    "no-rows",
    Level::kError,
    {"回答の行がありません", "there is no row of answers"},
    {"見出しの行数（header_rows = {0}）を確かめてください", "check the number of heading rows (header_rows = {0})"}};

inline constexpr Definition kUnknownRowZone{
    "KJ4209",
    "unknown-zone-of-row",
    Level::kError,
    {"`{0}`という圏域は名簿にありません（{1}件）", "`{0}` is no zone of the register ({1} rows)"},
    {"{2}圏域一覧（zones.toml）のid又は名称を書いてください", "{3}write the id or name of a zone of zones.toml"}};

inline constexpr Definition kMissingColumn{"KJ4301",
                                           "missing-column",
                                           Level::kError,
                                           {"`{1}`に列{0}がありません", "`{1}` has no column {0}"},
                                           {"{2}調査の定義の列名を回答ファイルの見出しに合わせてください",
                                            "{3}make the column agree with the headings of the answer file"}};

inline constexpr Definition kDuplicateHeader{
    "KJ4302",
    "duplicate-header",
    Level::kError,
    {"見出し`{0}`の列が二つあります", "two columns have the heading `{0}`"},
    {"調査の定義で`header`の代わりに`index`（1から数えた列の位置）を書いてください",
     "write `index` (the column's position, from 1) instead of `header` in survey.toml"}};

inline constexpr Definition kUnmappedHeader{
    "KJ4303",
    "unmapped-header",
    Level::kNotice,
    {"列`{0}`はどの項目にも対応していません", "column `{0}` answers no field"},
    {"読むには、調査の定義に[[column]]を加えてください", "to have it read, add a [[column]] to survey.toml"}};

inline constexpr Definition kMarkOutsideLegend{
    "KJ4309",
    "mark-outside-legend",
    Level::kWarning,
    {"`{0}`は項目`{1}`の凡例にない記号です", "`{0}` is not in the legend of `{1}`"},
    {"凡例（{2}）の記号で回答を得るか、この様式で使う記号なら[[legend]]に加えてください。判読不能として扱います",
     "ask for one of {2}, or add the mark to [[legend]] if this form uses it; it counts as unreadable"}};

inline constexpr Definition kUnreadableAnswer{
    "KJ4310",
    "unreadable-answer",
    Level::kWarning,
    {"`{0}`を項目`{1}`の答え（{2}）として読めません", "`{0}` cannot be read as an answer to `{1}` ({3})"},
    {"単位を付けず、元号を省略せずに記入するよう照会してください。判読不能として扱います",
     "numbers stand without units, dates with their era or western year; it counts as unreadable"}};

inline constexpr Definition kFoldedMark{
    "KJ4311",
    "folded-mark",
    Level::kNotice,
    {"項目`{1}`の`{0}`を`{2}`と読みました（{3}件）", "`{0}` in `{1}` was read as `{2}` ({3} cells)"},
    {"", ""}};

inline constexpr Definition kAnswerNotAsked{
    "KJ4312",
    "answer-not-asked",
    Level::kNotice,
    {"{0}には問わない項目`{1}`に回答があります", "{0} answers `{1}`, which it is not asked"},
    {"この回答は判定に使いません", "the answer takes no part"}};

}  // namespace kijun::survey
