#pragma once

#include <cstddef>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "engine/audit/plan.h"
#include "engine/diag/diagnostic.h"

namespace kijun::analysis {

/// A question that enumeration left open.
struct OpenQuestion {
  std::string subject;  ///< The rule, or the pair of rules.
  std::size_t num_judged = 0;
  double num_combinations = 0;
  std::set<std::string> inexact;  ///< What representatives do not exhaust.
};

/// What lint found out beside the findings in its sink.
struct LintReport {
  std::size_t num_proven = 0;  ///< Questions about a rule or a pair of rules that all answers were looked at for.
  std::vector<OpenQuestion> open;
};

/// What lint asks and how far it goes.
struct LintOptions {
  std::size_t rule_budget = 0;  ///< Rows of a rule's domain that are looked at, at most.
  std::size_t pair_budget = 0;  ///< Likewise of a pair of rules.
  /// Only what is asked of one of these rules, alone or with any other rule, and their files' characters; empty: everything.
  std::set<std::string> only_rules = {};
};

/// Looks at every edition of a pack. Findings go to the sink as warnings whose code is the check's name; every place is
/// reported once, whichever editions have it.
[[nodiscard]] LintReport lint(const std::vector<std::unique_ptr<audit::Plan>>& plans, const LintOptions& options,
                              diag::Sink& sink);

}  // namespace kijun::analysis
