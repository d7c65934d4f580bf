#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tests/oracle/choices.h"
#include "tests/unit/exec/expressions.h"
#include "tests/unit/exec/memory_survey.h"

namespace kijun::oracle {

/// An expression as text, and whose it is.
struct OracleText {
  std::string id;  ///< Of a condition.
  table::SpaceId space = table::kRecordSpace;
  std::string kind = "record";  ///< In the record space, which records it asks about.
  std::string text;
};

/// Everything a comparison needs, as data: it can be saved, read back and made smaller.
struct OracleCase {
  std::string property;  ///< Which comparison it is for.
  std::unique_ptr<exec::MemorySurvey> survey;
  std::vector<OracleText> conditions;  ///< Each may use those before it.
  std::vector<OracleText> rules;

  [[nodiscard]] OracleCase copy() const;
};

/// The expressions of a case, checked: conditions declared, one root per rule. Null when a text does not check.
/// Parameters are the same in every case: `limit` 2, `year` 2016, `deadline` 2019-03-31.
[[nodiscard]] std::unique_ptr<exec::Expressions> prepare(const OracleCase& made);

/// A survey with two conditions and no rules.
[[nodiscard]] OracleCase generate_evaluator_survey(std::uint32_t seed);
/// Up to `count` rules about subjects of every space: those whose text checks.
[[nodiscard]] std::vector<OracleText> generate_rules(const OracleCase& over, Choices& choices, std::size_t count);
/// Both: a survey and a handful of rules.
[[nodiscard]] OracleCase generate_evaluator_case(std::uint32_t seed, Choices& choices);

}  // namespace kijun::oracle
