#pragma once

#include <string>

#include "engine/cli/reference/command_table.h"

namespace kijun::cli {

/// A script that completes commands, options and values in bash; it takes nothing but bash itself.
[[nodiscard]] std::string bash_completions(const CommandEntry& root);

/// Likewise for zsh, to be found as `_kijun` on `fpath`.
[[nodiscard]] std::string zsh_completions(const CommandEntry& root);

/// Likewise for fish.
[[nodiscard]] std::string fish_completions(const CommandEntry& root);

}  // namespace kijun::cli
