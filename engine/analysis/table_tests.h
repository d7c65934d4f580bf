#pragma once

#include <set>
#include <string>

#include "engine/audit/plan.h"
#include "engine/diag/diagnostic.h"

namespace kijun::analysis {

/// Adds the rows of a table of tests to the examples of the plan's rules. The columns are
///
///   rule expect            id and outcome; demanded
///   name case severity     as `[[rule.example]]` has them
///   edition                only in this ruleset, by its id
///   as_of                  a day
///   (any field id)         an answer, an enum by its id; empty: not given; `missing:blank`: missing for this reason
///
/// Ids of rules that only other editions have are gathered in `others` instead of being a mistake. Mistakes go to the
/// sink at their cells.
void add_table_tests(const diag::Source& source, audit::Plan& plan, std::set<std::string>& others, diag::Sink& sink);

}  // namespace kijun::analysis
