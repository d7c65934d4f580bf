#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/golden/process.h"

namespace kijun::ci {

/// Texts by name.
using Texts = std::map<std::string, std::string>;

/// A file of the repository, by its path from the root.
[[nodiscard]] std::filesystem::path in_repository(const std::string& path);

/// A YAML file as Debian's python3-yaml reads it; a failure of the test when it does not. The key `on` of workflows is
/// "true" there, as YAML 1.1 has it.
[[nodiscard]] nlohmann::json load_yaml(const std::filesystem::path& path);

/// A scalar as a service puts it into an environment: `true` for a bool, digits for a number.
[[nodiscard]] std::string scalar_text(const nlohmann::json& value);

/// Lines for bash, run in `directory` as services run them: the first one that fails ends them.
struct Script {
  std::string lines;
  std::filesystem::path directory;
  Texts environment;  ///< Beside HOME, and PATH unless it names one.
};
[[nodiscard]] golden::ProcessResult run_script(const Script& script);

}  // namespace kijun::ci
