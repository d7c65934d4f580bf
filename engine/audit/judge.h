#pragma once

#include "engine/audit/plan.h"
#include "engine/audit/result_model.h"
#include "engine/cel/evaluator.h"

namespace kijun::audit {

/// The decision of a rule for one subject by the naive evaluator.
[[nodiscard]] Decision decide_naively(const CompiledRule& rule, const cel::EvalContext& context,
                                      cel::RecordRef subject);

/// The whole code of a rule for one subject by the naive evaluator: what the columnar run gives, the slow way.
[[nodiscard]] ResultCode judge_naively(const CompiledRule& rule, const cel::EvalContext& context,
                                       cel::RecordRef subject);

}  // namespace kijun::audit
