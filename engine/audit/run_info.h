#pragma once

#include "engine/audit/plan.h"
#include "engine/audit/result_model.h"
#include "engine/audit/run.h"
#include "engine/policy/pack.h"
#include "engine/survey/series.h"

namespace kijun::audit {

/// What a run is about, for every output.
[[nodiscard]] RunInfo describe_run(const Plan& plan, const survey::SurveySeries& series, const policy::Pack& pack,
                                   const AuditOptions& options);

}  // namespace kijun::audit
