#pragma once

#include "engine/audit/plan.h"
#include "engine/audit/result_model.h"
#include "engine/cel/value.h"
#include "engine/survey/series.h"

namespace kijun::audit {

/// One cell as reports show it: value in words, raw text, place, origin.
[[nodiscard]] CellView view_cell(const cel::CellRef& cell, const Plan& plan, const survey::SurveySeries& series);

/// The label of a group attribute ("confirmed" …).
[[nodiscard]] LocalizedText attribute_label(std::string_view attribute);

/// The place of a span, its file relative to the survey's folder.
[[nodiscard]] Place place_of(diag::Span span, const survey::SurveyTable& survey);

}  // namespace kijun::audit
