#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/audit/plan.h"
#include "engine/audit/result_model.h"
#include "engine/audit/rule_column.h"
#include "engine/cel/evaluator.h"
#include "engine/survey/decisions.h"
#include "engine/survey/series.h"

namespace kijun::audit {

/// What evaluation a waiver is judged against. Everything is borrowed.
struct WaiverWorld {
  const std::vector<RuleColumn>& columns;
  const std::vector<const CompiledRule*>& rules;  ///< By column.
  const Plan& plan;
  const survey::SurveySeries& series;
  const cel::EvalContext& context;
  Date as_of;
};

/// A waiver as it stands on the day of the audit.
struct JudgedWaiver {
  DecisionState state = DecisionState::kUnused;
  std::size_t column = 0;    ///< Of the result it is about, when `is_judged`.
  std::size_t position = 0;  ///< In the column.
  bool is_judged = false;    ///< The result is among those of this run.
};

/// What a result rests on now: the deciding cells ("992011 council none"; of more than 20 their number and hash) and the
/// meaning of the rule.
[[nodiscard]] survey::GrantedOn granted_on(const WaiverWorld& world, std::size_t column, table::SubjectRef subject);

/// How a waiver stands. In this order: expired when `as_of` is after its last day; unused when a later waiver is about the
/// same result, or the rule does not fail and is not undecided, or is not asked; stale when answers or rule are no longer
/// those it was granted on; else it holds.
[[nodiscard]] JudgedWaiver judge_waiver(const WaiverWorld& world, const survey::PlacedDecision& waiver);

}  // namespace kijun::audit
