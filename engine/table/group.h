#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "engine/base/language.h"
#include "engine/table/subject.h"
#include "engine/table/vocabulary.h"

namespace kijun::table {

/// An attribute every group of a kind has beside `id`, `name` and `members` (a body's `confirmed`).
struct GroupAttribute {
  std::string id;
  FieldType type = FieldType::kString;
};

/// A kind of group rules can name: zones, joint bodies, the survey itself, or a derived group of a ruleset.
struct GroupKind {
  std::string id;      ///< "zone", "body", "survey", or a `[[group]]` id.
  std::string handle;  ///< Name on a record: "zone", "bodies"; "" when records have none.
  LocalizedText title;
  bool many = false;  ///< A record may belong to several (bodies).
  std::vector<GroupAttribute> attributes;
};

/// The group kinds every survey has, in this order: zone, body, survey.
[[nodiscard]] std::vector<GroupKind> standard_group_kinds();

/// Positions in `standard_group_kinds()`.
inline constexpr GroupId kZoneGroup = 0;
inline constexpr GroupId kBodyGroup = 1;
inline constexpr GroupId kSurveyGroup = 2;

/// Positions of a body's attributes in `standard_group_kinds()[kBodyGroup].attributes`.
inline constexpr std::uint32_t kBodyConfirmed = 0;
inline constexpr std::uint32_t kBodyPrefectureInvolved = 1;
inline constexpr std::uint32_t kBodyAgreementDate = 2;
inline constexpr std::uint32_t kBodySecretariat = 3;

/// In place of a group's index where a row has none.
inline constexpr std::uint32_t kNoGroup = std::numeric_limits<std::uint32_t>::max();

/// Which rows belong to which groups of one kind. Groups are numbered in the order reports show them.
struct Grouping {
  std::vector<std::vector<std::uint32_t>> members;    ///< Per group: member rows (municipalities only), ascending.
  std::vector<std::vector<std::uint32_t>> groups_of;  ///< Per row: its groups, ascending; no rows when blocks tell.
};

}  // namespace kijun::table
