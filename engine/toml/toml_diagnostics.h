#pragma once

#include <array>

#include "engine/diag/diagnostic.h"

namespace kijun::toml_doc {

using diag::Definition;
using diag::Level;

inline constexpr Definition kSyntaxError{
    "KJ1001", "toml-syntax", Level::kError, {"TOMLとして読めません：{0}", "not valid TOML: {1}"}, {"", ""}};

inline constexpr Definition kNotUtf8{
    "KJ1002", "not-utf-8", Level::kError,
    {"ファイルがUTF-8ではありません（{0}バイト目が`{1}`）", "the file is not UTF-8 (byte {0} is `{1}`)"},
    {"UTF-8で保存し直してください", "save the file as UTF-8"}};

inline constexpr Definition kMissingKey{
    "KJ1003", "missing-key", Level::kError,
    {"{1}にキー`{0}`がありません", "{1} has no key `{0}`"},
    {"`{0} = …`を書いてください", "add `{0} = …`"}};

inline constexpr Definition kUnknownKey{
    "KJ1004", "unknown-key", Level::kError,
    {"{1}に未知のキー`{0}`があります", "unknown key `{0}` in {1}"}, {"", ""}};

inline constexpr Definition kWrongType{
    "KJ1005", "wrong-type", Level::kError,
    {"{1}の`{0}`の値の種類が違います（必要：{2}、実際：{4}）", "`{0}` of {1} has the wrong type (expected {3}, found {5})"},
    {"", ""}};

inline constexpr Definition kUnknownWord{
    "KJ1006", "unknown-word", Level::kError,
    {"{1}の`{0}`に`{2}`は使えません", "`{2}` is not a value of `{0}` in {1}"}, {"", ""}};

inline constexpr Definition kMissingLanguage{
    "KJ1007", "missing-language", Level::kError,
    {"{1}の`{0}`に{2}の文（`{4}`）がありません", "`{0}` of {1} has no {3} text (`{4}`)"},
    {"`{0} = {{ ja = \"…\", en = \"…\" }}`のように両方の言語で書いてください",
     "write both languages: `{0} = {{ ja = \"…\", en = \"…\" }}`"}};

inline constexpr Definition kBadDate{
    "KJ1008", "bad-date", Level::kError,
    {"`{0}`は日付として読めません", "`{0}` is not a date"},
    {"実在する日付を、引用符を付けずに`2026-03-31`の形で書いてください", "write an existing day without quotes, like `2026-03-31`"}};

inline constexpr Definition kDuplicateKey{
    "KJ1009", "duplicate-key", Level::kError,
    {"`{0}`が二度定義されています", "`{0}` is defined twice"},
    {"どちらか一方にまとめてください", "keep one of the two"}};

inline constexpr Definition kDocumentTooLarge{
    "KJ1010", "document-too-large", Level::kError,
    {"ファイルが大きすぎます（{0}バイト、上限{1}バイト）", "the file is too large ({0} bytes, at most {1})"},
    {"ファイルを分けてください", "split the file"}};

inline constexpr Definition kNestedTooDeep{
    "KJ1011", "nested-too-deep", Level::kError,
    {"入れ子が深すぎます（括弧は{0}重、キーは{1}段まで）", "nested too deep (at most {0} brackets and {1} parts of a key)"},
    {"テーブルの見出し（`[a.b]`）を使って浅く書いてください", "use table headers (`[a.b]`) to write it flatter"}};

/// Every diagnostic of this module.
inline constexpr std::array<const Definition*, 11> kDiagnostics{
    &kSyntaxError,     &kNotUtf8,  &kMissingKey,   &kUnknownKey,       &kWrongType,    &kUnknownWord,
    &kMissingLanguage, &kBadDate,  &kDuplicateKey, &kDocumentTooLarge, &kNestedTooDeep};

}  // namespace kijun::toml_doc
