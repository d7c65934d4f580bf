#pragma once

#include <string>

#include "tests/oracle/oracle_case.h"

namespace kijun::oracle {

/// A survey and expressions as for the evaluators.
[[nodiscard]] OracleCase generate_sharing_case(std::uint32_t seed, Choices& choices);

/// The first subject for which an expression gives another value, other causes or other deciding cells when what groups
/// give is remembered than when everything is evaluated for each subject alone. Empty when there is none.
[[nodiscard]] std::string sharing_difference(const OracleCase& made);

}  // namespace kijun::oracle
