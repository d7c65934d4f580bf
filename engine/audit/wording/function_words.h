#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/wording/assertion.h"
#include "engine/base/language.h"
#include "engine/cel/functions.h"

namespace kijun::audit {

/// What a function gives, as a noun; `{0}`, `{1}` … stand for its operands, and `{*}` for all of them. Null for operators
/// and functions whose wording depends on more than their name.
[[nodiscard]] const LocalizedView* function_noun(cel::FunctionId id);

/// What it says when a function of truth holds, and in English when it does not.
struct FunctionClause {
  std::string_view ja;
  Ending ending;
  std::string_view en;
  std::string_view en_denied;
};

/// Likewise, for functions that give true or false; or null.
[[nodiscard]] const FunctionClause* function_clause(cel::FunctionId id);

/// A wording with its operands put in.
[[nodiscard]] std::string fill(std::string_view wording, const std::vector<std::string>& operands,
                               std::string_view separator);

}  // namespace kijun::audit
