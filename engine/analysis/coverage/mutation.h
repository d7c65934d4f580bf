#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/audit/plan.h"
#include "engine/base/language.h"
#include "engine/diag/diagnostic.h"

namespace kijun::analysis {

/// A changed rule that all its examples let pass.
struct Survivor {
  LocalizedText change;  ///< 「`<=` → `<`」.
  std::string text;      ///< The expression as changed.
  diag::Span span;
  std::string example;  ///< A `[[rule.example]]` that would tell it from the rule; empty when not decided.
};

/// How many changes of a rule its examples notice.
struct RuleMutation {
  std::string rule;
  std::string field;               ///< Under `for_fields`.
  std::size_t num_killed = 0;      ///< An example no longer gets what it expects.
  std::size_t num_equivalent = 0;  ///< Proven to judge all answers alike.
  std::size_t num_undecided = 0;   ///< Survived, and no answers tell it apart, while not all could be looked at.
  std::vector<Survivor> survivors;
};

/// Changes operators, constants, enum values, applicability, cases and deadline of every rule, and of the conditions it
/// reads, one at a time. At most `budget` rows a change that survives.
[[nodiscard]] std::vector<RuleMutation> mutate_rules(const audit::Plan& plan, std::size_t budget);

}  // namespace kijun::analysis
