#pragma once

#include <optional>
#include <string>

#include "engine/base/date.h"
#include "engine/policy/merged_ruleset.h"
#include "engine/policy/pack.h"
#include "engine/policy/ruleset.h"
#include "engine/toml/shape.h"

namespace kijun::policy {

/// Loads a ruleset file and everything it extends, and resolves it by the merge law: base, edition, amendments whose
/// `effective` is not after `as_of`, in that order. `[[override]]` changes single keys (lists by `{ add = … }` or
/// `{ replace = … }`), `[[disable]]` removes a rule with a reason. Unknown ids and keys, an inherited id repeated in
/// `[[rule]]` and `extends` cycles are errors with both places. Expressions are kept as text; `engine/audit` compiles
/// them. Nothing comes back when there was an error.
[[nodiscard]] std::optional<Ruleset> load_ruleset(const std::string& path, Date as_of, const LoadContext& context);

/// Likewise, of files that were merged already, as of the same day.
[[nodiscard]] std::optional<Ruleset> read_ruleset(const MergedRuleset& merged, Date as_of, const LoadContext& context);

/// Writes down what a reader of a ruleset asks for, of `[[override]]` its id alone.
void describe_ruleset(toml_doc::Shape& shape);

}  // namespace kijun::policy
