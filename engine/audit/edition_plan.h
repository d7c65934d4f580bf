#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/plan.h"
#include "engine/audit/rules_lock.h"
#include "engine/policy/pack.h"

namespace kijun::audit {

/// Where the lock of a pack is.
[[nodiscard]] std::string lock_path(const policy::Pack& pack);

/// What differs, one line each; empty when nothing does.
[[nodiscard]] std::vector<LocalizedText> describe(const StateDifference& state);

/// The edition of a fiscal year, with 0 the latest. That there is none is reported; null then.
[[nodiscard]] const policy::Edition* require_edition(const policy::Pack& pack, int fiscal_year, diag::Sink& sink);

/// A ruleset file of a pack, compiled. Mistakes are reported; null then.
[[nodiscard]] std::unique_ptr<Plan> compile_ruleset(const policy::Pack& pack, const std::string& path, Date as_of,
                                                    const policy::LoadContext& context);

/// Whether a plan means what the lock of its pack says, where the pack extends another one and has a lock. What changed is
/// reported. `tool_version` is kijun's own.
[[nodiscard]] bool is_as_locked(const policy::Pack& pack, const Plan& plan, Date as_of, std::string_view tool_version,
                                const policy::LoadContext& context);

}  // namespace kijun::audit
