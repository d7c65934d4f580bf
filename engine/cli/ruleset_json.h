#pragma once

#include <string>
#include <string_view>

#include "engine/policy/merged_ruleset.h"

namespace kijun::cli {

/// A resolved ruleset as JSON, `kijun.ruleset/1`: `ruleset`, `params`, and the lists `basis topic actor condition group
/// rule indicator band_set` of entries, each with its `id`, its `values` as TOML has them (days as 2019-03-31), and `origins`: for
/// every single value, named by its JSON pointer within `values`, the file and the line it came from. Then `disabled`,
/// `amendments` and the `files` with their hashes.
[[nodiscard]] std::string ruleset_json(const policy::MergedRuleset& ruleset);

/// One entry of it with the same keys, such as a rule.
[[nodiscard]] std::string entry_json(const policy::MergedEntry& entry);

}  // namespace kijun::cli
