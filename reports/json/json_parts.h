#pragma once

#include <nlohmann/json.hpp>

#include "engine/audit/result_model.h"
#include "reports/model/unlisted.h"

namespace kijun::reports {

/// Keys keep the order they are written in.
using Json = nlohmann::ordered_json;

/// Parts of the document of `docs/results-json.md`.
[[nodiscard]] Json json_of(const LocalizedText& text);
[[nodiscard]] Json json_of(const table::SubjectName& subject);
[[nodiscard]] Json json_of(const audit::Place& place);
[[nodiscard]] Json json_of(const audit::CellView& cell);
[[nodiscard]] Json json_of(const policy::Ask& ask);
/// `survey`, `as_of`, `ruleset`, `tool`, `inputs`, `gate`, `narrowed`.
[[nodiscard]] Json json_of_run(const audit::ResultModel& model);
[[nodiscard]] Json json_of(const audit::Summary& summary);
/// One entry of `not_listed`.
[[nodiscard]] Json json_of_unlisted(const audit::ResultModel& model, std::size_t column, const Unlisted& unlisted);
[[nodiscard]] Json json_of(const audit::IndicatorResult& indicator, const audit::ResultModel& model);
[[nodiscard]] Json json_of(const policy::Rule& rule, const audit::ResultModel& model);
[[nodiscard]] Json json_of(const policy::Basis& basis);
[[nodiscard]] Json json_of(const audit::DecisionView& decision);
/// One entry of `results`.
[[nodiscard]] Json json_of_result(const audit::ResultModel& model, std::size_t column, std::size_t position);

}  // namespace kijun::reports
