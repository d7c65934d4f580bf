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

/// The subjects of a survey that an earlier one has under another code, or that do not compare with it. Subjects that a
/// survey lists itself have no history.
[[nodiscard]] std::vector<SeriesJoin> joins_of(const survey::SurveyTable& later, const survey::SurveyTable& earlier);

/// Those of the audited survey with every earlier one of its series.
[[nodiscard]] std::vector<SeriesJoin> joins_of(const survey::SurveySeries& series);

}  // namespace kijun::audit
