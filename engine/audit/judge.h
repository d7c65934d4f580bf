#pragma once

#include "engine/audit/plan.h"
#include "engine/audit/result_model.h"
#include "engine/cel/evaluator.h"

namespace kijun::audit {

/// Sets severity and `before_deadline` of a code whose case and deadline are known: the case's severity where it has
/// one, else the rule's, and while `as_of` is before the deadline the `before_deadline` of either.
void set_severity(const CompiledRule& rule, Date as_of, ResultCode& code);

/// The decision of a rule for one subject by the naive evaluator.
[[nodiscard]] Decision decide_naively(const CompiledRule& rule, const cel::EvalContext& context,
                                      cel::RecordRef subject);

/// The whole code of a rule for one subject by the naive evaluator: what the columnar run gives, the slow way.
[[nodiscard]] ResultCode judge_naively(const CompiledRule& rule, const cel::EvalContext& context,
                                       cel::RecordRef subject);

}  // namespace kijun::audit
