#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/golden/process.h"
#include "tests/golden/scratch.h"

namespace kijun::install {

using golden::Scratch;

/// Installs components of the build into `prefix`; what the installation printed when it failed, else nothing.
[[nodiscard]] std::string install_into(const std::filesystem::path& prefix, const std::vector<std::string>& components);

/// Runs a program of an installed tree in `directory`, with an environment that leads nowhere.
[[nodiscard]] golden::ProcessResult run_in(const std::filesystem::path& directory, const std::filesystem::path& program,
                                           const std::vector<std::string>& arguments);

}  // namespace kijun::install
