#pragma once

#include <string_view>

#include "engine/audit/compare/result_table.h"
#include "engine/base/result.h"

namespace kijun::audit {

/// Reads what `audit --out json` writes (`docs/results-json.md`). Fails with what is wrong with the document: also when it
/// does not hold every result, or only a part of the survey, since who is left out would seem to have left and what is
/// left out would seem resolved.
[[nodiscard]] Result<ResultTable> read_result_file(std::string_view json);

/// True for a text that is meant to be one.
[[nodiscard]] bool is_result_file(std::string_view text);

}  // namespace kijun::audit
