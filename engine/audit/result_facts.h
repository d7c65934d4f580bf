#pragma once

#include <cstddef>

#include "engine/audit/cause_finder.h"
#include "engine/audit/plan.h"
#include "engine/audit/rule_column.h"
#include "engine/cel/evaluator.h"
#include "engine/survey/series.h"

namespace kijun::audit {

/// What a column of results was made from.
struct ColumnSource {
  const RuleColumn& column;
  const CompiledRule& rule;
  const Plan& plan;
  const survey::SurveySeries& series;
  const cel::EvalContext& context;
  CauseFinder& causes;
};

/// The undecided results that no question and no reading of this survey could settle: the form lacks what decides them,
/// or the rule says that it cannot be judged. By index within the column's space; of size 0 when there are none. Which
/// ones they are is told by what the rule reads; only where that leaves it open are causes looked for one by one.
[[nodiscard]] BitPlane find_not_asked(const ColumnSource& source);

/// Number of passes and fails that a reading of a note took part in deciding. Only subjects that a reading can reach are
/// looked at.
[[nodiscard]] std::size_t count_verdicts_on_readings(const ColumnSource& source);

}  // namespace kijun::audit
