#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/cli/session.h"
#include "engine/toml/shape.h"

namespace kijun::cli {

/// Defaults of `kijun.toml`. Paths are already relative to the working directory, not to the file.
struct Config {
  std::string path;  ///< Of the file; empty when there is none.
  std::optional<std::string> survey;
  std::optional<std::string> rules;
  std::vector<std::string> pack_folders;  ///< `packs`: where `pack:ID@MAJOR` is looked for.
  std::optional<std::string> fail_on;
  std::optional<std::string> gate;
  std::optional<std::int64_t> max_unknown;
  std::optional<std::string> strict_decisions;
  std::optional<std::int64_t> expiring_within;
  std::optional<std::string> baseline;
};

/// The nearest `kijun.toml` in `directory` or above it, stopping at the folder that holds `.git`. No file gives an empty
/// config; a wrong file goes to the session's sink.
[[nodiscard]] Config find_config(const std::string& directory, Session& session);

/// Writes down what a reader of kijun.toml asks for.
void describe_config(toml_doc::Shape& shape);

}  // namespace kijun::cli
