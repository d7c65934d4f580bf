#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "engine/audit/plan.h"
#include "engine/audit/rules_lock.h"
#include "engine/cli/command.h"
#include "engine/policy/pack.h"

namespace kijun::cli {

/// Where the lock of a pack is.
[[nodiscard]] std::string lock_path(const policy::Pack& pack);

/// What every edition of a pack means now. Mistakes are printed; nothing comes back then.
[[nodiscard]] std::optional<audit::RulesLock> lock_of(const policy::Pack& pack, Session& session);

/// Adds `rules lock` below `rules`.
void add_rules_lock(CLI::App& rules, Action& action, Language language);

/// Whether a plan means what the lock of its pack says, where the pack extends another one and has a lock. What changed is
/// reported to the session's sink.
[[nodiscard]] bool is_as_locked(const policy::Pack& pack, const audit::Plan& plan, Date as_of, Session& session);

}  // namespace kijun::cli
