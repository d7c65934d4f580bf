#include "engine/table/missing.h"

#include <array>

#include "engine/base/assert.h"

namespace kijun::table {
namespace {

struct ReasonEntry {
  MissingReason reason;
  std::string_view id;
  LocalizedView label;
  MissingRoute route;
  bool asks;
};

/// One line per reason, in the order of the enumeration.
constexpr std::array<ReasonEntry, 11> kReasons = {{
    {MissingReason::kNone, "", {"", ""}, MissingRoute::kUnknown, false},
    {MissingReason::kBlank, "blank", {"無回答", "no answer"}, MissingRoute::kUnknown, true},
    {MissingReason::kUnreadable, "unreadable", {"判読不能", "unreadable"}, MissingRoute::kUnknown, true},
    {MissingReason::kAbsent, "absent", {"設問なし", "not asked"}, MissingRoute::kUnknown, false},
    {MissingReason::kWithheld, "withheld", {"非公表", "withheld"}, MissingRoute::kUnknown, false},
    {MissingReason::kNotApplicable,
     "not_applicable",
     {"該当なし", "not applicable"},
     MissingRoute::kNotApplicable,
     false},
    {MissingReason::kNotReviewed, "not_reviewed", {"備考未確認", "note not reviewed"}, MissingRoute::kUnknown, false},
    {MissingReason::kEmptyGroup, "empty_group", {"対象団体なし", "empty group"}, MissingRoute::kUnknown, false},
    {MissingReason::kMerged, "merged", {"合併・分割", "merged or split"}, MissingRoute::kUnknown, false},
    {MissingReason::kNoSurvey,
     "no_survey",
     {"過年度調査なし", "no earlier survey"},
     MissingRoute::kNotApplicable,
     false},
    {MissingReason::kNewSubject,
     "new_subject",
     {"新設団体", "did not exist then"},
     MissingRoute::kNotApplicable,
     false},
}};

const ReasonEntry& entry(MissingReason reason) {
  const auto index = static_cast<std::size_t>(reason);
  KIJUN_ASSERT(index < kReasons.size() && kReasons[index].reason == reason);
  return kReasons[index];
}

}  // namespace

MissingRoute route(MissingReason reason) { return entry(reason).route; }

bool asks_question(MissingReason reason) { return entry(reason).asks; }

std::string_view reason_id(MissingReason reason) { return entry(reason).id; }

std::optional<MissingReason> parse_reason(std::string_view id) {
  if (id.empty()) return std::nullopt;
  for (const ReasonEntry& candidate : kReasons) {
    if (candidate.id == id) return candidate.reason;
  }
  return std::nullopt;
}

LocalizedView reason_label(MissingReason reason) { return entry(reason).label; }

}  // namespace kijun::table
