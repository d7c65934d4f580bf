#pragma once

#include "engine/audit/plan.h"
#include "engine/audit/wording/assertion.h"
#include "engine/base/language.h"
#include "engine/cel/checked_expr.h"

namespace kijun::audit {

/// A condition of a plan in words, as an official would write it, with the labels of fields and answers: 協議の場の設置状況が
/// 「調整中」又は「未設置」である場合. A named condition is quoted by its description, and spelt out where it has none. What
/// cannot be worded is shown as written, between 「 and 」.
[[nodiscard]] LocalizedText condition_sentence(const cel::CheckedExpr& condition, const Plan& plan, SentenceUse use);

/// A part of a condition as a duty on one line, or that it does not hold: 協議の場の設置状況が「設置済み」であること. Of a rule with
/// `for_fields` it names the field it is compiled for.
[[nodiscard]] LocalizedText clause_sentence(const cel::CheckedExpr& condition, cel::NodeId clause, bool is_denied,
                                            const Plan& plan);

/// An expression that is no condition, as a noun: 協議の場の備考.
[[nodiscard]] LocalizedText value_phrase(const cel::CheckedExpr& expression, const Plan& plan);

}  // namespace kijun::audit
