#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/language.h"

namespace kijun::table {

/// A set of subjects that values are computed over: 0 is the records of the audited survey, 1 … the groups in the
/// order of the plan's group list.
using SpaceId = std::uint16_t;

/// The space of the audited survey's records.
inline constexpr SpaceId kRecordSpace = 0;

/// Index of a group in the plan's group list; its space is `group + 1`.
using GroupId = std::uint16_t;

/// The space of a group.
[[nodiscard]] constexpr SpaceId group_space(GroupId group) { return static_cast<SpaceId>(group + 1); }

/// One thing a rule is asked about: a row of the survey or one group.
struct SubjectRef {
  SpaceId space = kRecordSpace;
  std::uint32_t index = 0;  ///< Row of the survey, or index of the group within its space.
  auto operator<=>(const SubjectRef&) const = default;
};

/// Subjects of one space that follow each other.
struct SubjectRange {
  SpaceId space = kRecordSpace;
  std::uint32_t first = 0;
  std::uint32_t size = 0;
};

/// What reports say about a subject.
struct SubjectName {
  std::string kind;  ///< Record kind or group id: municipality, prefecture, zone, body, survey, …
  std::string code;  ///< Municipality code (6 digits) or group key.
  LocalizedText name;
};

}  // namespace kijun::table
