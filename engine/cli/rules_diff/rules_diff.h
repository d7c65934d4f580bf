#pragma once

#include "engine/cli/command.h"

namespace kijun::cli {

/// Adds `kijun rules diff` to `kijun rules`.
void add_rules_diff(CLI::App& rules, Action& action, Language language);

}  // namespace kijun::cli
