#pragma once

#include <CLI/CLI.hpp>

#include "engine/cli/command.h"

namespace kijun::cli {

/// Adds `report results` below `report`.
void add_report_results(CLI::App& report, Action& action, Language language);

}  // namespace kijun::cli
