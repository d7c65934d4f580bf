#pragma once

#include <cstddef>
#include <vector>

#include "engine/audit/compare/comparison.h"

namespace kijun::audit {

/// An answer, note or reading of somebody in both surveys that is another in the new one.
struct AnswerChange {
  std::size_t subject = 0;  ///< In `Comparison::subjects`.
  CellView before;
  CellView after;
};

/// What both forms ask and was answered, or concluded, otherwise: by subject, then in the vocabulary's order. The models
/// are those that the ends of `corners` are made of.
[[nodiscard]] std::vector<AnswerChange> find_answer_changes(const ResultModel& before, const ResultModel& after,
                                                            const Corners& corners, const Comparison& comparison);

}  // namespace kijun::audit
