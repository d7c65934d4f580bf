#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/audit/outcome.h"

namespace kijun::audit {

/// What a rule says of a subject, as far as comparing goes.
struct ResultState {
  Outcome outcome = Outcome::kPass;
  policy::Severity severity = policy::Severity::kNotice;
  Verdict verdict = Verdict::kMet;
};

/// A result, or nothing where the ruleset has no such rule or does not ask it of the subject.
using MaybeState = std::optional<ResultState>;

/// True for what is failing, undecided or erring.
[[nodiscard]] bool is_finding(const MaybeState& state);

/// True when outcome or, of a finding, severity is another. To be met by a rule that is not there on the other side is no
/// difference.
[[nodiscard]] bool differs(const MaybeState& one, const MaybeState& other);

/// True when `one` is worse than `other`: undecided is worse than nothing found, failing worse than undecided, and the
/// higher severity worse among either.
[[nodiscard]] bool is_worse(const MaybeState& one, const MaybeState& other);

/// What became of a finding, worst first.
enum class ChangeClass : std::uint8_t {
  kWorsened,         ///< Failing at a higher severity, failing where it was undecided, or erring.
  kFallenDue,        ///< New or worsened by the day alone, at either end: a deadline or a promised day has passed.
  kNew,              ///< There was no finding.
  kNoLongerDecided,  ///< It was failing, and now nobody can tell: no improvement.
  kImproved,
  kResolved,  ///< There is no finding any more.
  kUnchanged,
};
inline constexpr std::size_t kNumChangeClasses = 7;
/// "worsened", "fallen_due", "new", "no_longer_decided", "improved", "resolved", "unchanged".
[[nodiscard]] std::string_view change_class_id(ChangeClass of);
[[nodiscard]] std::optional<ChangeClass> parse_change_class(std::string_view id);

/// The class of two states of which at least one is a finding, whatever the day: never `kFallenDue`.
[[nodiscard]] ChangeClass classify(const MaybeState& before, const MaybeState& after);

}  // namespace kijun::audit
