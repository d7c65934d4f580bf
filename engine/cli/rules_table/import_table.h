#pragma once

#include <CLI/CLI.hpp>

#include "engine/cli/command.h"

namespace kijun::cli {

/// Adds `rules import-table` below `rules`.
void add_rules_import_table(CLI::App& rules, Action& action, Language language);

}  // namespace kijun::cli
