#pragma once

#include <functional>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "engine/cli/session.h"

namespace kijun::cli {

/// One `--out FORMAT=PATH`, or `--out FORMAT` for standard output.
struct Output {
  std::string format;
  std::string path;  ///< "-" is standard output.
};

/// The outputs that were asked for, of formats among `known` (`md` is `markdown`); nothing after a usage error. Workbooks and PDF
/// go into files only.
[[nodiscard]] std::optional<std::vector<Output>> parse_outputs(const std::vector<std::string>& asked,
                                                               const std::vector<std::string>& known, Session& session);

/// Writes one output.
using WriteFormat = std::function<void(const Output& output, std::ostream& out)>;

/// Writes all outputs, files as a whole, and `fallback`, where there is one, to standard output unless something else went
/// there or the session is quiet. False after a usage error.
[[nodiscard]] bool write_outputs(const std::vector<Output>& outputs, const std::string& fallback,
                                 const WriteFormat& write, Session& session);

/// Sends a summary without a path to what GitHub Actions shows of the step, where kijun runs there.
void use_step_summary(std::vector<Output>& outputs, const Session& session);

/// Puts what other steps of the job have written to the step summary before what is to be added to it; how many bytes.
[[nodiscard]] std::size_t keep_step_summary(const Output& output, const Session& session, std::ostream& out);

/// Makes the whole content of one format.
using MakeContent = std::function<Result<std::string>(const std::string& format)>;

/// Makes all outputs and then writes them; nothing is written when one of them cannot be made. False after a usage error.
[[nodiscard]] bool make_outputs(const std::vector<Output>& outputs, const MakeContent& make, Session& session);

}  // namespace kijun::cli
