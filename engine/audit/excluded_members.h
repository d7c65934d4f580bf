#pragma once

#include <cstddef>

#include "engine/audit/plan.h"
#include "engine/cel/evaluator.h"

namespace kijun::audit {

/// Number of members that a rule leaves out of what it counts or adds up for a subject because they gave no answer: those
/// whom a `.filter(m, … && answered(m.x))` drops only for want of that answer. Each counts once.
[[nodiscard]] std::size_t count_excluded(const CompiledRule& rule, const cel::EvalContext& context,
                                         cel::RecordRef subject);

}  // namespace kijun::audit
