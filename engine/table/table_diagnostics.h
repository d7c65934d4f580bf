#pragma once

#include <array>

#include "engine/diag/diagnostic.h"

namespace kijun::table {

using diag::Definition;
using diag::Level;

inline constexpr Definition kDuplicateField{
    "KJ1101", "duplicate-field", Level::kError,
    {"項目`{0}`が二度定義されています", "field `{0}` is defined twice"},
    {"一方を削除するか、別のidにしてください", "remove one of them or give it another id"}};

inline constexpr Definition kInvalidFieldId{
    "KJ1102", "invalid-field-id", Level::kError,
    {"`{0}`は項目のidに使えません", "`{0}` cannot be a field id"},
    {"英小文字で始まる英数字と`_`だけのidで、式の予約名（{1}）以外にしてください",
     "use a lower-case letter followed by letters, digits and `_`, and none of the reserved names ({1})"}};

inline constexpr Definition kDuplicateValue{
    "KJ1103", "duplicate-value", Level::kError,
    {"項目`{0}`の値に`{1}`が二度あります", "field `{0}` lists `{1}` twice"},
    {"値のidと記号は、一つの項目の中で一度だけ書いてください", "an id or mark may stand only once within a field"}};

inline constexpr Definition kValuesAndType{
    "KJ1106", "values-and-type", Level::kError,
    {"項目`{0}`の型`{1}`と[[field.value]]の有無が合いません", "field `{0}` of type `{1}` and its [[field.value]] tables do not agree"},
    {"選択肢のある項目は型をenumにし、値を一つ以上書いてください",
     "a field with values has type `enum` and at least one [[field.value]]"}};

inline constexpr Definition kWrongReads{
    "KJ1104", "wrong-reads", Level::kError,
    {"項目`{0}`の`reads`が指す`{1}`は備考の項目（role = \"note\"）ではありません",
     "`reads` of field `{0}` names `{1}`, which is not a note field (role = \"note\")"},
    {"備考の項目のidを書いてください", "name a field whose role is `note`"}};

inline constexpr Definition kWrongDefault{
    "KJ1105", "wrong-unless-reviewed", Level::kError,
    {"項目`{0}`の`unless_reviewed`の値が型（{1}）に合いません", "`unless_reviewed` of field `{0}` does not fit its type ({1})"},
    {"型に合う値を書くか、\"unknown\"にしてください", "write a value of that type, or \"unknown\""}};

inline constexpr Definition kUnitOfNoNumber{
    "KJ1107", "unit-of-no-number", Level::kError,
    {"項目`{0}`の型`{1}`は数ではないため、`unit`を付けられません", "field `{0}` has a `unit`, but its type `{1}` is no number"},
    {"`unit`を削除するか、型をint、double又はdecimalにしてください",
     "remove `unit`, or make the type `int`, `double` or `decimal`"}};

/// Every diagnostic of this module.
inline constexpr std::array<const Definition*, 7> kDiagnostics{&kDuplicateField, &kInvalidFieldId, &kDuplicateValue,
                                                               &kWrongReads,     &kWrongDefault,   &kValuesAndType,
                                                               &kUnitOfNoNumber};

}  // namespace kijun::table
