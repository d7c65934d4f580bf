#pragma once

#include <vector>

#include "engine/analysis/diff/ruleset_difference.h"

namespace kijun::analysis {

/// A part of a rule as it is written and as readers are told of it: with the words of severities and stages, the titles
/// of topics and bases, the labels of fields, conditions as sentences.
struct PartText {
  LocalizedText written;
  LocalizedText words;
};

/// A part of a rule of a plan; empty where the rule has none. Of cases, all of them.
[[nodiscard]] PartText part_text(const audit::Plan& plan, const policy::Rule& rule, PartChange::Part part);

/// Some cases of a rule, in their order.
using Cases = std::vector<const policy::RuleCase*>;
[[nodiscard]] PartText cases_text(const audit::Plan& plan, const policy::Rule& rule, const Cases& cases);

/// What readers see of the cases beside their conditions: whether a reworded condition matters, results say.
[[nodiscard]] LocalizedText cases_words(const policy::Rule& rule);

}  // namespace kijun::analysis
