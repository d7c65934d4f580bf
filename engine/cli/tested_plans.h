#pragma once

#include <memory>
#include <vector>

#include "engine/audit/plan.h"
#include "engine/cli/session.h"
#include "engine/policy/pack.h"

namespace kijun::cli {

/// Every edition of a pack, compiled as of its last day. Mistakes are printed; nothing comes back then.
[[nodiscard]] std::vector<std::unique_ptr<audit::Plan>> load_editions(const policy::Pack& pack, Session& session);

/// Every edition of a pack, compiled, with the rows of its `tests.csv` among the examples. Mistakes are printed; nothing
/// comes back then.
[[nodiscard]] std::vector<std::unique_ptr<audit::Plan>> load_tested_plans(const policy::Pack& pack, Session& session);

}  // namespace kijun::cli
