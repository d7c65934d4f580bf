#pragma once

#include <CLI/CLI.hpp>

#include "engine/cli/command.h"

namespace kijun::cli {

/// Adds `report council` below `report`.
void add_report_briefing(CLI::App& report, Action& action, Language language);

}  // namespace kijun::cli
