#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/analysis/domain/scene.h"
#include "engine/audit/plan.h"
#include "engine/audit/rule_column.h"
#include "engine/diag/diagnostic.h"

namespace kijun::analysis {

/// What no test of a rule shows, with answers that would.
struct CoverageGap {
  LocalizedText what;   ///< 「`council == "none"`が真で結果を左右する例」.
  std::string example;  ///< A `[[rule.example]]` ready to be pasted.
};

/// How far the examples of a rule show what its clauses do.
struct RuleCoverage {
  std::string rule;
  std::string field;            ///< Under `for_fields`.
  std::size_t num_covered = 0;  ///< Of the demands that some answers meet.
  std::size_t num_demands = 0;
  std::size_t num_undecided = 0;  ///< Demands that no answers looked at meet, while not all could be looked at.
  std::vector<CoverageGap> gaps;
};

/// Every clause of every rule has to be shown true and to decide (with its opposite the rule would give another outcome
/// or case), and false and to decide; and a failing result on both sides of the deadline where its severity differs.
/// What no answers can show is not demanded. At most `budget` rows a rule.
[[nodiscard]] std::vector<RuleCoverage> measure_coverage(const audit::Plan& plan, std::size_t budget);

/// The same of one rule of the plan that has a condition to be met.
[[nodiscard]] RuleCoverage measure_coverage(const audit::Plan& plan, const audit::CompiledRule& rule,
                                            std::size_t budget);

/// A scene as an example of a rule that expects what the rule gives.
[[nodiscard]] std::string example_text(const Scene& scene, const audit::ResultCode& code,
                                       const audit::CompiledRule& rule, const audit::Plan& plan, const Date* as_of,
                                       const std::string& name);

}  // namespace kijun::analysis
