#pragma once

#include <functional>

#include "tests/oracle/oracle_case.h"

namespace kijun::oracle {

/// A smaller case for which `fails` still holds: fewer rules, conditions, years, rows and groups, expressions replaced
/// by their own parts, answers left blank. Greedy, and bounded in tries.
[[nodiscard]] OracleCase reduced(OracleCase failing, const std::function<bool(const OracleCase&)>& fails);

}  // namespace kijun::oracle
