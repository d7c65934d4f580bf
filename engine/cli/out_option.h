#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cli/session.h"
#include "reports/xlsx/workbook.h"

namespace kijun::cli {

/// One `--out FORMAT=PATH`; without a path, and with `-`, standard output.
struct WantedOutput {
  std::string format;
  std::string path;
};

/// Reads every `--out`. `md` is `markdown`. A format that is not in `formats`, and a workbook without a path, are usage
/// errors, which give nothing.
[[nodiscard]] std::optional<std::vector<WantedOutput>> parse_outputs(const std::vector<std::string>& asked,
                                                                     std::span<const std::string_view> formats,
                                                                     Session& session);

/// Writes a whole output; false after a usage error.
[[nodiscard]] bool write_output(const WantedOutput& output, const std::string& content, Session& session);
/// Likewise a workbook.
[[nodiscard]] bool write_output(const WantedOutput& output, const reports::Workbook& workbook, Session& session);

}  // namespace kijun::cli
