#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/cel/state.h"
#include "engine/policy/severity.h"

namespace kijun::audit {

/// What a rule says of a subject (design section 5).
enum class Outcome : std::uint8_t { kPass, kFail, kUnknown, kNotApplicable, kError };
inline constexpr std::array kAllOutcomes{Outcome::kPass, Outcome::kFail, Outcome::kUnknown, Outcome::kNotApplicable,
                                         Outcome::kError};

/// True for what reports list as a finding: a failing, undecided or erring result.
[[nodiscard]] bool is_finding(Outcome outcome);

/// Which clause left a result undecided.
enum class Undecided : std::uint8_t { kNone, kApplicability, kRequirement, kNotJudgeable };

/// An outcome and, when unknown, where it came from.
struct Decision {
  Outcome outcome = Outcome::kPass;
  Undecided undecided = Undecided::kNone;
  bool operator==(const Decision&) const = default;
};

/// Combines the states of `when`, `judgeable` and `require`: `when` false is not applicable whatever the rest; else an
/// error anywhere is an error; else an undecided `when` is unknown; else a false `judgeable` is unknown; else `require`
/// decides. Absent clauses are given as true.
[[nodiscard]] Decision decide(cel::State when, cel::State judgeable, cel::State require);

/// The words reports use (design section 6): 達成 met, 目標未達 unmet, 期限前 not yet due, 留意 note, 要確認 confirm,
/// 判定保留 undecided, 対象外 n/a, and 評価不能 for an erring rule.
enum class Verdict : std::uint8_t { kMet, kUnmet, kNotYetDue, kNote, kConfirm, kUndecided, kNotApplicable, kError };

/// The verdict of a result. A failing policy rule is unmet at severity error, not yet due before its deadline, else a
/// note; failing quality and review rules ask to confirm.
[[nodiscard]] Verdict verdict_of(Outcome outcome, policy::RuleKind kind, policy::Severity severity,
                                 bool before_deadline);

/// "pass", "fail", "unknown", "not_applicable", "error".
[[nodiscard]] std::string_view outcome_id(Outcome outcome);
/// "met", "unmet", "not_yet_due", "note", "confirm", "undecided", "not_applicable", "error".
[[nodiscard]] std::string_view verdict_id(Verdict verdict);

/// The outcome or verdict of an id; nothing where none has it.
[[nodiscard]] std::optional<Outcome> parse_outcome(std::string_view id);
[[nodiscard]] std::optional<Verdict> parse_verdict(std::string_view id);

}  // namespace kijun::audit
