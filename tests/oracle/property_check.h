#pragma once

#include <functional>
#include <string>

#include "tests/oracle/oracle_case.h"

namespace kijun::oracle {

/// A comparison of generated cases.
struct Property {
  std::string name;  ///< Also `OracleCase::property` of its cases.
  std::function<OracleCase(std::uint32_t seed, Choices& choices)> generate;
  std::function<std::string(const OracleCase&)> difference;  ///< "" when the two sides agree.
};

/// Checks a property over cases that RapidCheck makes: as many as RC_PARAMS says (25 by default), or with
/// KIJUN_ORACLE_SECONDS in the environment from fresh seeds, or from KIJUN_ORACLE_SEED on, for so long. Both print the
/// seed and the number of cases. A failing case is made smaller, saved under build/oracle/ and reported with the command
/// that replays it.
void check_property(const Property& property);

}  // namespace kijun::oracle
