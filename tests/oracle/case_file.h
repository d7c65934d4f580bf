#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "tests/oracle/oracle_case.h"

namespace kijun::oracle {

/// A case as a file to read, edit and replay: JSON Lines, one field, row, group, condition or rule on each. Cells are
/// values, `{"missing": REASON}`, or either with the raw text beside it; a cell that is not written is absent.
[[nodiscard]] std::string case_text(const OracleCase& made);

/// The case of such a text. Fails on a line that is no part of a case, naming it.
[[nodiscard]] Result<OracleCase> parse_case(std::string_view text);

}  // namespace kijun::oracle
