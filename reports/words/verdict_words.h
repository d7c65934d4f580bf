#pragma once

#include <string_view>

#include "engine/audit/result_model.h"
#include "reports/words/words.h"

namespace kijun::reports {

/// All verdicts in the order legends and counts show them.
inline constexpr std::array kVerdictOrder{
    audit::Verdict::kUnmet,   audit::Verdict::kError, audit::Verdict::kUndecided, audit::Verdict::kNotYetDue,
    audit::Verdict::kConfirm, audit::Verdict::kNote,  audit::Verdict::kMet,       audit::Verdict::kNotApplicable};

/// A verdict's place in that order, from 0.
[[nodiscard]] std::size_t verdict_rank(audit::Verdict verdict);

/// 目標未達 / unmet …
[[nodiscard]] LocalizedText verdict_word(audit::Verdict verdict);
/// The compact mark: `未` in Japanese; in English, where the word leads, a letter that abbreviates it.
[[nodiscard]] LocalizedText verdict_mark(audit::Verdict verdict);
/// One sentence for a legend.
[[nodiscard]] LocalizedText verdict_meaning(audit::Verdict verdict);

/// 案 根拠要確認 案・根拠要確認, or nothing: what to know of a rule before relying on its verdicts.
[[nodiscard]] LocalizedText rule_mark(bool is_draft, bool has_unconfirmed_basis);
[[nodiscard]] LocalizedText rule_mark(const policy::Rule& rule, const policy::Ruleset& ruleset);
/// 「目標未達〔案〕」: the text with the mark behind it; as it is where there is no mark.
[[nodiscard]] LocalizedText marked(const LocalizedText& text, const LocalizedText& mark);

/// 重要 注意 参考 / error warning notice.
[[nodiscard]] LocalizedText severity_word(policy::Severity severity);
/// 施策 回答の質 確認 / policy quality review.
[[nodiscard]] LocalizedText rule_kind_word(policy::RuleKind kind);
/// Where an answer's value comes from: 回答 訂正 補足 読取り …
[[nodiscard]] LocalizedText origin_word(audit::Origin origin);
/// 無回答 / no answer …
[[nodiscard]] LocalizedText reason_word(table::MissingReason reason);
/// A decision's kind ("reading" …); an unknown id comes back as it is.
[[nodiscard]] LocalizedText decision_kind_word(std::string_view kind);
/// A decision's source ("note" …); an unknown id comes back as it is.
[[nodiscard]] LocalizedText decision_source_word(std::string_view source);
/// An input file's role ("answers" …); an unknown id comes back as it is.
[[nodiscard]] LocalizedText input_role_word(std::string_view role);

}  // namespace kijun::reports
