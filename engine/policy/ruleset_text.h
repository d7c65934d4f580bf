#pragma once

#include <string>

#include "engine/policy/merged_ruleset.h"

namespace kijun::policy {

/// Whether each value is followed by the file and line it came from.
enum class Origins : std::uint8_t { kHidden, kShown };

/// A resolved ruleset as TOML that means the same without the files it came from; what was disabled and amended stands in
/// comments.
[[nodiscard]] std::string ruleset_text(const MergedRuleset& ruleset, Origins origins);

/// One `[[section]]` of it, such as a `[[rule]]` with its cases and examples.
[[nodiscard]] std::string entry_text(std::string_view section, const MergedEntry& entry, Origins origins);

}  // namespace kijun::policy
