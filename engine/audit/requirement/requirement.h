#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/audit/requirement/gap.h"
#include "engine/audit/result_model.h"
#include "engine/base/language.h"
#include "engine/cel/state.h"

namespace kijun::audit {

/// One clause of what a rule requires, beside what was found.
struct RequiredClause {
  LocalizedText required;  ///< 協議の場の設置状況が「設置済み」であること
  LocalizedText bound;  ///< The value of what `required` compares with by name: 2019年3月31日; empty where it is said.
  std::string field;    ///< The field that is compared; empty where the clause is about no single one.
  std::string relation;    ///< As it has to hold: "==" "!=" "in" "not in" "<" "<=" ">" ">="; empty for other clauses.
  std::string limit;       ///< What it is compared with, language-free; ids of `in` stand behind each other with `;`.
  LocalizedText measured;  ///< 「×」未設置, 3（5のうち）, or the word of the reason there is nothing.
  std::string value;       ///< The same, language-free; empty where there is none.
  std::optional<Gap> gap;  ///< Of a number or a date that is not as required.
  cel::State state = cel::State::kTrue;  ///< Whether what is required is so.
};

/// What a rule requires of a subject: of a failing result the clauses that fail, of an undecided one those that are not
/// met, of a passing one those that make it pass. No clauses where there is nothing to measure: rules that diagnostics
/// enforce, results that are not applicable, erring or not judgeable.
struct Requirement {
  bool is_any = false;  ///< One of the clauses would do; else each is required.
  std::vector<RequiredClause> clauses;

  [[nodiscard]] bool empty() const { return clauses.empty(); }
};

}  // namespace kijun::audit
