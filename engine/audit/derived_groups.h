#pragma once

#include "engine/audit/plan.h"
#include "engine/exec/execution.h"
#include "engine/survey/series.h"

namespace kijun::audit {

/// Adds the plan's derived groups to the audited survey (earlier ones get empty ones), by the keys that an execution
/// gives: its root i is the key of group i.
void add_derived_groups(const Plan& plan, const exec::Execution& keys, survey::SurveySeries& series);

}  // namespace kijun::audit
