#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "engine/audit/audiences.h"
#include "engine/audit/result_model.h"
#include "engine/audit/run.h"
#include "engine/audit/waivers.h"

namespace kijun::audit {

/// The decisions of a survey as reports show them.
struct DecisionViews {
  std::vector<DecisionView> views;                         ///< In the order of the file.
  std::unordered_map<std::uint64_t, std::size_t> waivers;  ///< Those in force, by `result_key` of what they cover.
};

/// How the decisions stand on the day of the audit; a narrowed run leaves those out that it does not look at. A waiver in
/// force whose last day is at most `options.expiring_within` days away is marked so.
[[nodiscard]] DecisionViews view_decisions(const WaiverWorld& world, const Audiences& audiences,
                                           const AuditOptions& options);

/// What a decision is about: the id of a rule, or of the note or field.
[[nodiscard]] std::string decided_about(const survey::Decision& decision, const table::Vocabulary& vocabulary);

/// Reports waivers and remarks about rules that the ruleset neither has nor has switched off (KJ5006).
void check_decided_rules(const survey::SurveyTable& survey, const policy::Ruleset& ruleset, diag::Sink& sink);

}  // namespace kijun::audit
