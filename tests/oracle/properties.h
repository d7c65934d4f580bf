#pragma once

#include "tests/oracle/property_check.h"

namespace kijun::oracle {

/// The naive evaluator against the columnar one.
[[nodiscard]] Property evaluators_property();
/// The minimal causes of unknown results against brute force over all completions of the survey.
[[nodiscard]] Property causes_property();
/// The questions to ask, their order and their conditions against brute force over all sets of answers.
[[nodiscard]] Property questions_property();
/// The same over a dozen missing answers.
[[nodiscard]] Property dozen_property();
/// Evaluation with a memo of groups against evaluation for each subject alone.
[[nodiscard]] Property sharing_property();
/// Both evaluators against SQLite.
[[nodiscard]] Property sql_property();

/// The property of a saved case.
[[nodiscard]] Property property_named(const std::string& name);

}  // namespace kijun::oracle
