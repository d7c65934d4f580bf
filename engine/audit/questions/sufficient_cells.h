#pragma once

#include <vector>

#include "engine/audit/causes.h"
#include "engine/audit/plan.h"
#include "engine/cel/evaluator.h"

namespace kijun::audit {

/// Cells that can be asked for.
struct SufficientCells {
  std::vector<cel::CellRef> cells;  ///< Sorted.
  bool is_smallest = true;          ///< None of them can be left out, for all that is known.
};

/// Cells whose answers leave an undecided result open in no case: its causes, and what the evaluation waits for beside them
/// whatever it is. `open` is what `find_causes` gives for it. All is borrowed.
[[nodiscard]] SufficientCells sufficient_cells(const CompiledRule& rule, const Plan& plan,
                                               const cel::EvalContext& context, cel::RecordRef subject,
                                               const OpenResult& open);

}  // namespace kijun::audit
