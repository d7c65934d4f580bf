#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/file_system.h"
#include "engine/cli/outputs.h"
#include "engine/cli/session.h"

namespace kijun::cli {

/// What `--sheets FORMAT=DIR` asks for, of formats among `known`; nothing after a usage error.
[[nodiscard]] std::optional<std::vector<Output>> parse_folders(const std::vector<std::string>& asked,
                                                               const std::vector<std::string>& known, Session& session);

/// Writes papers into a folder, all of them or none, and over nothing that is there. False after a usage error.
[[nodiscard]] bool write_folder(const std::string& folder, const std::vector<NewFile>& papers, Session& session);

}  // namespace kijun::cli
