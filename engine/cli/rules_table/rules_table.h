#pragma once

#include <CLI/CLI.hpp>

#include "engine/cli/command.h"

namespace kijun::cli {

/// Adds `rules table` below `rules`.
void add_rules_table(CLI::App& rules, Action& action, Language language);

}  // namespace kijun::cli
