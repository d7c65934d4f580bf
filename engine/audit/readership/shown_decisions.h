#pragma once

#include <cstddef>
#include <vector>

#include "engine/audit/readership/withholding.h"
#include "engine/audit/result_model.h"

namespace kijun::audit {

/// The decisions that a readership sees, with what it may see of each.
struct ShownDecisions {
  std::vector<DecisionView> views;
  /// By place among all decisions the place in `views`; `kLeftOut` for those that are not there.
  std::vector<std::size_t> places;
  static constexpr std::size_t kLeftOut = static_cast<std::size_t>(-1);

  [[nodiscard]] std::size_t num_left_out() const { return places.size() - views.size(); }
};

/// Leaves out remarks, what is decided about others, about withheld fields, and about rules that are not judged; takes
/// names, quotes of withheld notes and, for the public, reasons from the rest.
[[nodiscard]] ShownDecisions show_decisions(const std::vector<DecisionView>& decisions, const Withholding& withholding,
                                            const Plan& plan);

}  // namespace kijun::audit
