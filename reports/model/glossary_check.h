#pragma once

#include "engine/audit/plan.h"
#include "engine/policy/pack.h"
#include "engine/survey/survey.h"

namespace kijun::reports {

/// Reports every term of a survey's glossary that no text holds which a glossary may change (KJ4119): of the plan, of the
/// other editions of its pack, and of the reports. Reads the files of the other editions only for a term that is not found
/// otherwise. To be called before the plan is reworded.
void report_unused_terms(const survey::SurveyTable& survey, const audit::Plan& plan, const policy::Pack& pack,
                         const policy::LoadContext& context);

}  // namespace kijun::reports
