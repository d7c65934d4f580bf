#pragma once

#include <ostream>

#include "reports/model/format.h"

namespace kijun::reports {

/// Writes `kijun.results/1` as JSON Lines (docs/ci-formats.en.md): an object a line, `type` first. One `run`, then
/// `notification`, `rule`, `indicator`, `band_set`, `decision`, `result` and `not_listed`, each with the members that the JSON
/// document has for it.
void write_json_lines(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);
/// A `run` without a result, and its `notification` lines.
void write_json_lines_failure(const ReportOptions& options, std::ostream& out);

/// The format `jsonl`.
inline constexpr Format kJsonLinesFormat{"jsonl", write_json_lines, nullptr, write_json_lines_failure};

}  // namespace kijun::reports
