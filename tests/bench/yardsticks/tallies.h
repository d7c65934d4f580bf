#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kijun::bench {

/// The rules of tests/bench/pack/rules.toml, in its order.
enum Rule : std::size_t {
  kCouncilEstablished,
  kCouncilDated,
  kCoordinatorIntended,
  kCoordinatorBudget,
  kCapacityRange,
  kUsersCapacity,
  kOccupancyLimit,
  kUsersRatio,
  kNursesRatio,
  kMedicalUsers,
  kOccupancyAgrees,
  kOpenedBefore,
  kPlanAfterOpening,
  kPermitForm,
  kNoteDecided,
  kNoteExplains,
  kNoteOpen,
  kAnswersComplete,
  kStaffingService,
  kNothingDone,
  kZoneCouncils,
  kZonePlaces,
  kZoneCoordinator,
};

inline constexpr std::array<std::string_view, 23> kRuleIds{
    "council.established", "council.dated",   "coordinator.intended", "coordinator.budget", "capacity.range",
    "users.capacity",      "occupancy.limit", "users.ratio",          "nurses.ratio",       "medical.users",
    "occupancy.agrees",    "opened.before",   "plan.after_opening",   "permit.form",        "note.decided",
    "note.explains",       "note.open",       "answers.complete",     "staffing.service",   "nothing.done",
    "zone.councils",       "zone.places",     "zone.coordinator",
};

/// A truth value, ordered so that `and` is the smaller and `or` the greater of two.
using Truth = std::uint8_t;
inline constexpr Truth kFalse = 0;
inline constexpr Truth kUnknown = 1;
inline constexpr Truth kTrue = 2;

[[nodiscard]] constexpr Truth truth(bool value) { return value ? kTrue : kFalse; }
/// `value` where the answers it rests on are there, else unknown.
[[nodiscard]] constexpr Truth truth_if(bool answered, bool value) { return answered ? truth(value) : kUnknown; }
[[nodiscard]] constexpr Truth both(Truth a, Truth b) { return a < b ? a : b; }
[[nodiscard]] constexpr Truth either(Truth a, Truth b) { return a < b ? b : a; }
[[nodiscard]] constexpr Truth negated(Truth a) { return static_cast<Truth>(kTrue - a); }

/// How the subjects of one rule came out: indices are `Truth`, and `kNotApplicable`.
using Tally = std::array<std::int64_t, 4>;
inline constexpr std::size_t kNotApplicable = 3;

using Tallies = std::array<Tally, kRuleIds.size()>;

void add(Tallies& sum, const Tallies& part);

/// What every program that runs the rules prints: a line `seconds WALL CPU`, its own measure of reading and judging,
/// and for each rule a line `id pass fail unknown not_applicable`.
[[nodiscard]] std::string to_text(const Tallies& tallies, double wall_seconds, double cpu_seconds);

}  // namespace kijun::bench
