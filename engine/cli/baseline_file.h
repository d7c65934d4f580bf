#pragma once

#include <optional>
#include <string>

#include "engine/audit/baseline.h"
#include "engine/cli/inputs.h"
#include "engine/cli/session.h"

namespace kijun::cli {

/// Reads a baseline for surveys of `series`. Nothing after a usage error: no such file, not a baseline, another series.
[[nodiscard]] std::optional<audit::Baseline> read_baseline_file(const std::string& path, const std::string& series,
                                                                Session& session);

/// Every finding of an audit; without `as_of`, as of the survey's own date. Mistakes are printed; nothing comes back then.
[[nodiscard]] std::optional<audit::Baseline> take_baseline(const InputPaths& paths, std::optional<Date> as_of,
                                                           Session& session);

/// Writes a baseline; false after a usage error.
[[nodiscard]] bool write_baseline_file(const std::string& path, const audit::Baseline& baseline, Session& session);

}  // namespace kijun::cli
