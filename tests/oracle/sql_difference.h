#pragma once

#include <string>

#include "tests/oracle/oracle_case.h"

namespace kijun::oracle {

/// A survey with rules about its records that SQL can express.
[[nodiscard]] OracleCase generate_sql_case(std::uint32_t seed, Choices& choices);

/// The first record for which SQLite and both evaluators do not all say the same of a rule: true, false, or no value.
/// Empty when there is none, or when a rule does not check.
[[nodiscard]] std::string sql_difference(const OracleCase& made);

}  // namespace kijun::oracle
