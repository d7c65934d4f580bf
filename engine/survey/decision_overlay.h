#pragma once

#include <vector>

#include "engine/survey/decisions.h"
#include "engine/survey/survey.h"

namespace kijun::survey {

/// Lays decisions over the answers in `parts`: resolves subjects, checks each decision against the raw answers it rests on
/// (KJ45xx), marks stale ones, and fills `parts.decisions`, `parts.notes` and `parts.overlays`.
void lay_decisions(std::vector<Decision> decisions, SurveyParts& parts, diag::Sink& sink);

}  // namespace kijun::survey
