#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/audit/plan.h"
#include "engine/cli/session.h"
#include "engine/policy/pack.h"

namespace kijun::cli {

/// One side of a comparison: the rulesets that a fiscal year, a file or a folder names.
struct RulesetSide {
  std::unique_ptr<policy::Pack> pack;  ///< Its vocabulary is borrowed by the plans.
  std::vector<std::unique_ptr<audit::Plan>> plans;
  std::vector<std::string> paths;  ///< By plan: its file.
};

/// Loads a side: a fiscal year of the pack in `rules`, a ruleset file, or a pack's folder with all its editions. A file is
/// compiled against the pack beside it, else against that in `rules`. Mistakes are printed; without plans then.
[[nodiscard]] RulesetSide load_side(const std::string& name, const std::string& rules, Session& session);

/// Positions of rulesets in two lists.
using PlanPairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// The rulesets to compare with each other: the only ones of both lists, or those of the same id, in the order of `after`.
[[nodiscard]] PlanPairs pair_plans(const std::vector<std::unique_ptr<audit::Plan>>& before,
                                   const std::vector<std::unique_ptr<audit::Plan>>& after);

/// A ruleset file of a pack, compiled with every amendment in it. Mistakes are printed; null then.
[[nodiscard]] std::unique_ptr<audit::Plan> load_whole_plan(const policy::Pack& pack, const std::string& path,
                                                           Session& session);

}  // namespace kijun::cli
