#pragma once

#include <vector>

#include "engine/audit/plan.h"
#include "engine/cel/evaluator.h"

namespace kijun::audit {

/// Why a result stays open.
struct OpenResult {
  std::vector<cel::Cause> causes;  ///< Sorted. With `by_form` every missing cell the evaluation met.
  bool by_form = false;            ///< No single answer changes the outcome: the rule's form is the cause.
};

/// The minimal causes of an unknown result (design section 4): a missing cell is a cause if two completions of the
/// missing cells that differ only in it give different outcomes. Completions are enumerated over enum and bool answers
/// up to a budget; beyond it every cell the evaluation met stays. Cells of other types stay where they leave a
/// completion undecided, and so do records that are missing altogether. A result that is unknown because the rule is
/// not judgeable has no causes.
[[nodiscard]] OpenResult find_causes(const CompiledRule& rule, const cel::EvalContext& context, cel::RecordRef subject);

}  // namespace kijun::audit
