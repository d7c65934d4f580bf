#include "engine/audit/compare/result_state.h"

#include <array>

#include "engine/audit/finding_rank.h"

namespace kijun::audit {
namespace {

constexpr std::array<std::string_view, kNumChangeClasses> kChangeIds{
    "worsened", "fallen_due", "new", "no_longer_decided", "improved", "resolved", "unchanged"};

int rank_of(const MaybeState& state) { return state ? finding_rank(state->outcome, state->severity) : 0; }

}  // namespace

bool is_finding(const MaybeState& state) { return rank_of(state) > 0; }

bool differs(const MaybeState& one, const MaybeState& other) {
  if (!one || !other) return is_finding(one) || is_finding(other);
  return one->outcome != other->outcome || (is_finding(one) && one->severity != other->severity);
}

bool is_worse(const MaybeState& one, const MaybeState& other) {
  const int rank = rank_of(one);
  const int other_rank = rank_of(other);
  if (rank != other_rank) return rank > other_rank;
  return rank > 0 && one->severity < other->severity;
}

std::string_view change_class_id(ChangeClass of) { return kChangeIds[static_cast<std::size_t>(of)]; }

std::optional<ChangeClass> parse_change_class(std::string_view id) {
  for (std::size_t i = 0; i < kChangeIds.size(); ++i)
    if (kChangeIds[i] == id) return static_cast<ChangeClass>(i);
  return std::nullopt;
}

ChangeClass classify(const MaybeState& before, const MaybeState& after) {
  if (!differs(before, after)) return ChangeClass::kUnchanged;
  if (!is_finding(before)) return ChangeClass::kNew;
  if (!is_finding(after)) return ChangeClass::kResolved;
  if (before->outcome == Outcome::kFail && after->outcome == Outcome::kUnknown) return ChangeClass::kNoLongerDecided;
  return is_worse(after, before) ? ChangeClass::kWorsened : ChangeClass::kImproved;
}

}  // namespace kijun::audit
