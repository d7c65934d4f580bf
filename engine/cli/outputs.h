#pragma once

#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "engine/cli/session.h"

namespace kijun::cli {

/// One `--out FORMAT=PATH`.
struct Output {
  std::string format;
  std::string path;  ///< "-" is standard output.
};

/// The outputs that were asked for, of formats among `known`; nothing after a usage error.
[[nodiscard]] std::optional<std::vector<Output>> parse_outputs(const std::vector<std::string>& asked,
                                                               const std::vector<std::string>& known, Session& session);

/// Writes one format.
using WriteFormat = std::function<void(const std::string& format, std::ostream& out)>;

/// Writes all outputs, files as a whole, and `fallback` to standard output unless something else went there or the session
/// is quiet. False after a usage error.
[[nodiscard]] bool write_outputs(const std::vector<Output>& outputs, const std::string& fallback,
                                 const WriteFormat& write, Session& session);

}  // namespace kijun::cli
