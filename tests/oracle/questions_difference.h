#pragma once

#include <string>

#include "tests/oracle/oracle_case.h"

namespace kijun::oracle {

/// A survey of few cells with few answers missing, and the clauses of up to three rules: `require1`, `when1`,
/// `judgeable1`, `require2` and so on.
[[nodiscard]] OracleCase generate_questions_case(std::uint32_t seed, Choices& choices);

/// Twelve missing answers of one record, and six rules that read a few of them each.
[[nodiscard]] OracleCase generate_dozen_case(std::uint32_t seed, Choices& choices);

/// The first difference between the questions that are planned for a case and what `question_plan.h` says of them: that
/// they suffice with every question skipped whose condition is not met; that there are no fewer, and no earlier ones, that
/// would; that no order needs fewer or, needing as few, is nearer to the form's; and that no condition lets a question be
/// asked where it is not needed. Empty when there is none.
[[nodiscard]] std::string questions_difference(const OracleCase& made);

}  // namespace kijun::oracle
