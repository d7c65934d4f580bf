#pragma once

#include <CLI/CLI.hpp>

#include "engine/cli/command.h"

namespace kijun::cli {

/// Adds `rules confirm` below `rules`.
void add_rules_confirm(CLI::App& rules, Action& action, Language language);

}  // namespace kijun::cli
