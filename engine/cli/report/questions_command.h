#pragma once

#include <CLI/CLI.hpp>

#include "engine/cli/command.h"

namespace kijun::cli {

/// Adds `report questions` below `report`.
void add_report_questions(CLI::App& report, Action& action, Language language);

}  // namespace kijun::cli
