#pragma once

#include "engine/diag/diagnostic.h"

namespace kijun::survey {

using diag::Definition;
using diag::Level;

inline constexpr Definition kDecisionSubject{
    "KJ4501",
    "decision-subject",
    Level::kError,
    {"`{0}`という団体、圏域、共同設置体はありません", "no municipality, zone or body is called `{0}`"},
    {"{1}名簿の6桁の団体コード（対象を列記する調査では回答ファイルの番号）、圏域又は共同設置体のidを書いてください",
     "{2}write a code of six digits from the register (or from the answer file, when that lists the subjects), or the "
     "id of a zone or body"}};

inline constexpr Definition kDecisionField{
    "KJ4502",
    "decision-field",
    Level::kError,
    {"項目`{0}`は項目一覧にありません", "unknown field `{0}`"},
    {"{1}項目一覧（fields.toml）にあるidを書いてください", "{2}use an id of fields.toml"}};

inline constexpr Definition kDecisionValue{
    "KJ4503",
    "decision-value",
    Level::kError,
    {"値`{0}`は項目`{1}`（{2}）に合いません", "value `{0}` does not fit field `{1}` ({2})"},
    {"{3}", "{4}"}};

inline constexpr Definition kNotAReading{
    "KJ4504",
    "not-a-reading",
    Level::kError,
    {"項目`{0}`は備考`{1}`の読取りの項目ではありません", "field `{0}` is no reading of note `{1}`"},
    {"この備考の読取りの項目は{2}です", "the readings of this note are {2}"}};

inline constexpr Definition kQuoteNotInNote{
    "KJ4505",
    "quote-not-in-note",
    Level::kError,
    {"{0}の備考`{1}`に、引用した語句がありません", "the note `{1}` of {0} does not hold the quoted words"},
    {"備考から一字一句そのまま引用してください（改行は無視されます）",
     "quote the note letter by letter (line breaks do not count)"}};

inline constexpr Definition kStaleReading{
    "KJ4506",
    "stale-reading",
    Level::kWarning,
    {"{0}の備考`{1}`は、読取りの後に書き換えられています", "the note `{1}` of {0} has changed since it was read"},
    {"読取りは用いず、未確認として扱います。`kijun review`で読み直してください",
     "the reading does not hold and the note counts as unread; read it again with `kijun review`"}};

inline constexpr Definition kStaleCorrection{
    "KJ4507",
    "stale-correction",
    Level::kWarning,
    {"{0}の項目`{1}`の回答は`{2}`であり、訂正の対象とした`{3}`ではありません",
     "{0} answers `{2}` to `{1}`, not `{3}` as the correction says"},
    {"訂正は用いません。現在の回答を確かめ、訂正を書き直すか削除してください",
     "the correction does not hold; check the answer and rewrite or remove it"}};

inline constexpr Definition kAttestationOverAnswer{
    "KJ4508",
    "attestation-over-answer",
    Level::kError,
    {"{0}は項目`{1}`に`{2}`と回答しています", "{0} answers `{2}` to `{1}`"},
    {"補足（attestation）は回答のない項目だけに使えます。回答を改めるには訂正（correction）を書いてください",
     "an attestation supplies what has no answer; to change an answer write a correction"}};

inline constexpr Definition kDecidedTwice{"KJ4509",
                                          "decided-twice",
                                          Level::kError,
                                          {"{0}の項目`{1}`が二度決められています", "`{1}` of {0} is decided twice"},
                                          {"一方を削除してください", "remove one of the two"}};

inline constexpr Definition kMalformedHash{"KJ4510",
                                           "malformed-hash",
                                           Level::kError,
                                           {"`{0}`はハッシュ値ではありません", "`{0}` is no hash"},
                                           {"sha256:に続けて64桁の16進数を書きます。`kijun review`が書き込みます",
                                            "write `sha256:` and 64 hex digits; `kijun review` does it"}};

inline constexpr Definition kDecisionWithoutRow{
    "KJ4511",
    "decision-without-row",
    Level::kError,
    {"{0}はこの調査に行がありません", "{0} has no row in this survey"},
    {"この調査の団体に直すか、削除してください", "name a subject of this survey, or remove the decision"}};

inline constexpr Definition kFieldNotDecidable{
    "KJ4512",
    "field-not-decidable",
    Level::kError,
    {"項目`{0}`はこの種類の決定の対象になりません", "field `{0}` cannot be decided this way"},
    {"{1}", "{2}"}};

inline constexpr Definition kFieldOfOtherKind{"KJ4513",
                                              "field-of-other-kind",
                                              Level::kError,
                                              {"項目`{0}`は{1}には問わない項目です", "field `{0}` is not asked of {1}"},
                                              {"団体又は項目を確かめてください", "check the subject and the field"}};

inline constexpr Definition kWaivedTwice{
    "KJ4514",
    "waived-twice",
    Level::kWarning,
    {"{0}の規則`{1}`には、同じ期間に二つの県了承があります", "rule `{1}` is waived twice for {0} at one time"},
    {"後のものだけを用います。前のものを削除してください", "the later one counts; remove the earlier"}};

}  // namespace kijun::survey
