#pragma once

#include <vector>

#include "engine/analysis/diff/ruleset_difference.h"

namespace kijun::analysis {

/// What differing parts say of a change.
struct PartsSigns {
  bool tightened = false;
  bool loosened = false;
  bool reworded = false;
};

/// What readers are told of a rule that only one side has.
[[nodiscard]] std::vector<PartChange> summarise_rule(const audit::Plan& plan, const policy::Rule& rule, bool is_new);

/// Compares what of two rules is no condition, and adds what differs to `parts`. A change of severity or deadline shows
/// in the results and is no sign here; who is asked and the stage are.
[[nodiscard]] PartsSigns compare_parts(const audit::Plan& before, const policy::Rule& old_rule,
                                       const audit::Plan& after, const policy::Rule& new_rule,
                                       std::vector<PartChange>& parts);

}  // namespace kijun::analysis
