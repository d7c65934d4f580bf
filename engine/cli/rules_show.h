#pragma once

#include <CLI/CLI.hpp>

#include "engine/cli/command.h"

namespace kijun::cli {

/// Adds `rules show` below `rules`.
void add_rules_show(CLI::App& rules, Action& action, Language language);

}  // namespace kijun::cli
