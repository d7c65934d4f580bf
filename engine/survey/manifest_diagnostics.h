#pragma once

#include "engine/diag/diagnostic.h"

namespace kijun::survey {

using diag::Definition;
using diag::Level;

inline constexpr Definition kUnknownField{
    "KJ4304",
    "unknown-field",
    Level::kError,
    {"項目`{0}`は項目一覧にありません", "unknown field `{0}`"},
    {"{1}項目一覧（fields.toml）にあるidを書いてください", "{2}use an id of fields.toml"}};

inline constexpr Definition kMappedTwice{
    "KJ4305",
    "mapped-twice",
    Level::kError,
    {"項目`{0}`が二度書かれています", "field `{0}` is given twice"},
    {"一つの項目に対応する列と凡例は、それぞれ一つです", "a field has one column and one legend"}};

inline constexpr Definition kFieldNotAskable{
    "KJ4306",
    "field-not-askable",
    Level::kError,
    {"項目`{0}`は回答欄の項目ではありません", "field `{0}` is not answered in a column"},
    {"備考の読取りや圏域の項目は列に対応させません。読取りはdecisions.tomlに記録してください",
     "readings and fields of zones have no column; readings belong in decisions.toml"}};

inline constexpr Definition kHeaderOrIndex{"KJ4307",
                                           "header-or-index",
                                           Level::kError,
                                           {"列は`header`か`index`（1以上の整数）のどちらか一つで示します",
                                            "a column is given by either `header` or `index` (1 or more)"},
                                           {"一方だけを書いてください", "write one of the two"}};

inline constexpr Definition kWrongLegend{
    "KJ4308",
    "wrong-legend",
    Level::kError,
    {"記号`{0}`の値が項目`{1}`に合いません", "the value of mark `{0}` does not fit field `{1}`"},
    {"{2}選択肢のid、true/false又は{{ missing = \"not_applicable\" }}の形で書いてください",
     "{3}write a value id, true/false, or {{ missing = \"not_applicable\" }}"}};

inline constexpr Definition kTwoSurveysOfYear{
    "KJ4313",
    "two-surveys-of-a-year",
    Level::kError,
    {"{0}年度の確定した調査が二つあります（`{1}`と`{2}`）", "fiscal year {0} has two surveys (`{1}` and `{2}`)"},
    {"一方の`status`を\"preliminary\"にするか、系列（series）を分けてください",
     "make one of them \"preliminary\" or give it another series"}};

inline constexpr Definition kSurveySetAside{"KJ4314",
                                            "survey-set-aside",
                                            Level::kNotice,
                                            {"{0}年度には調査`{1}`があるため、`{2}`は用いません",
                                             "`{2}` is set aside because `{1}` stands for fiscal year {0}"},
                                            {"", ""}};

inline constexpr Definition kWrongYear{
    "KJ4315",
    "wrong-year",
    Level::kError,
    {"`{0}`の値{1}は使えません（{2}から{3}まで）", "`{0}` is {1}, but must lie between {2} and {3}"},
    {"値を確かめてください", "check the value"}};

inline constexpr Definition kOnlyWhenListed{
    "KJ4316",
    "only-when-listed",
    Level::kError,
    {"`{0}`は`subject_by = \"listed\"`の調査にだけ書けます", "`{0}` goes with `subject_by = \"listed\"` only"},
    {"回答ファイル自体が対象を列記する調査でなければ、この行を削除してください",
     "remove it, unless the answer file itself lists the subjects"}};

inline constexpr Definition kWrongSubjectKind{
    "KJ4317",
    "wrong-subject-kind",
    Level::kError,
    {"`{0}`は対象の種類のidに使えません", "`{0}` cannot be the id of a kind of subjects"},
    {"英小文字で始まる英数字と`_`だけのidで、名簿の種別（municipality, prefecture, city …）とzone, body, survey, record"
     "以外にしてください",
     "use a lower-case letter followed by letters, digits and `_`, and no kind of the register (municipality, "
     "prefecture, city …), nor zone, body, survey or record"}};

inline constexpr Definition kFieldNotOfKind{
    "KJ4318",
    "field-not-of-kind",
    Level::kError,
    {"項目`{0}`は`{1}`に尋ねる項目ではありません", "field `{0}` is not asked of `{1}`"},
    {"項目一覧では{2}の項目です。対象の種類か、項目一覧の`kinds`を確かめてください",
     "the vocabulary asks it of {2}: check `subject_kind`, or `kinds` in fields.toml"}};

inline constexpr Definition kResubmissionOrder{
    "KJ4319",
    "resubmission-order",
    Level::kError,
    {"再提出の受付日{0}が、前に書かれた再提出`{1}`（{2}受付）より後ではありません",
     "received on {0}, which is not after the one before it (`{1}`, received on {2})"},
    {"受付日の順に書いてください。同じ日に二度受け付けたときは、後のファイルだけを書きます",
     "list resubmissions in the order they were received; of two of one day list the later only"}};

}  // namespace kijun::survey
