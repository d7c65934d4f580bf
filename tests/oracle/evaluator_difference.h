#pragma once

#include <string>

#include "tests/oracle/oracle_case.h"

namespace kijun::oracle {

/// The first difference between the naive evaluator and the columnar one over every rule and subject of a case, however
/// the rows come: at every batch size, on one thread and on two, texts as they are and coded. Empty when there is none,
/// or when a text does not check.
[[nodiscard]] std::string evaluator_difference(const OracleCase& made);

}  // namespace kijun::oracle
