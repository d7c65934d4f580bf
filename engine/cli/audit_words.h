#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/run.h"

namespace kijun::cli {

/// The words by which people, kijun.toml and reports say how an audit is to be. Each adds what the word means; false for a
/// word that means nothing there.

/// "error", "warning", "notice", "unknown".
[[nodiscard]] bool add_fail_on(std::string_view word, audit::GateOptions& gate);
/// "policy", "quality", "review".
[[nodiscard]] bool add_gate_kind(std::string_view word, audit::GateOptions& gate);
/// "stale", "unused", "expired", "expiring".
[[nodiscard]] bool add_strict(std::string_view word, audit::StrictDecisions& strict);
/// "rules", "results".
[[nodiscard]] bool add_allowed_empty(std::string_view word, audit::AllowOptions& allow);

/// "internal", "council", "municipality", "public".
[[nodiscard]] std::vector<std::string> readership_words();

}  // namespace kijun::cli
