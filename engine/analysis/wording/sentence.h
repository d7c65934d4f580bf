#pragma once

#include "engine/analysis/wording/assertion.h"
#include "engine/audit/plan.h"
#include "engine/base/language.h"
#include "engine/cel/checked_expr.h"

namespace kijun::analysis {

/// A condition of a plan in words, as an official would write it, with the labels of fields and answers: 協議の場の設置状況が
/// 「調整中」又は「未設置」である場合. A named condition is quoted by its description, and spelt out where it has none. What
/// cannot be worded is shown as written, between 「 and 」.
[[nodiscard]] LocalizedText condition_sentence(const cel::CheckedExpr& condition, const audit::Plan& plan,
                                               SentenceUse use);

/// An expression that is no condition, as a noun: 協議の場の備考.
[[nodiscard]] LocalizedText value_phrase(const cel::CheckedExpr& expression, const audit::Plan& plan);

}  // namespace kijun::analysis
