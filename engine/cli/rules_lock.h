#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "engine/audit/rules_lock.h"
#include "engine/cli/command.h"
#include "engine/policy/pack.h"

namespace kijun::cli {

/// What every edition of a pack means now. Mistakes are printed; nothing comes back then.
[[nodiscard]] std::optional<audit::RulesLock> lock_of(const policy::Pack& pack, Session& session);

/// Adds `rules lock` below `rules`.
void add_rules_lock(CLI::App& rules, Action& action, Language language);

}  // namespace kijun::cli
