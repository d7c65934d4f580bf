#pragma once

#include <ostream>

#include "reports/model/format.h"

namespace kijun::reports {

/// Writes `kijun.results/1` (docs/results-json.md): one JSON object whose `results` stream one per line, so that any
/// number of them needs the memory of one. UTF-8, LF, keys in a fixed order.
void write_json_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out);

/// The format `json`.
inline constexpr Format kJsonFormat{"json", write_json_report};

}  // namespace kijun::reports
