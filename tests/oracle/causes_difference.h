#pragma once

#include <string>
#include <vector>

#include "tests/oracle/oracle_case.h"

namespace kijun::oracle {

/// Every answer that a field of a small survey can have: of numbers and days those around the constants that rules
/// compare them with, of texts the short ones.
[[nodiscard]] std::vector<cel::Value> answers_to(const table::Field& field);

/// A survey of few cells with few answers missing, and the clauses `when`, `judgeable` and `require`
/// of one rule (the first two not always).
[[nodiscard]] OracleCase generate_causes_case(std::uint32_t seed, Choices& choices);

/// The first undecided subject whose minimal causes are not those of the definition: a missing cell is a cause if two
/// completions of the survey that differ only in it give different outcomes; if none is, and no record that is missing
/// altogether keeps the outcome open, the rule's form is the cause; or those that alike subjects share. Empty when there
/// is none.
[[nodiscard]] std::string causes_difference(const OracleCase& made);

}  // namespace kijun::oracle
