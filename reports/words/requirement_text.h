#pragma once

#include "engine/audit/requirement/requirement.h"
#include "engine/base/language.h"

namespace kijun::reports {

/// 求める内容, and of several clauses whether each or one of them is required.
[[nodiscard]] LocalizedText requirement_heading(const audit::Requirement& requirement);

/// 協議の場の設置状況が「設置済み」であること。実績：「×」未設置: a clause, what was found, and how far it is from it.
[[nodiscard]] LocalizedText requirement_text(const audit::RequiredClause& clause);

}  // namespace kijun::reports
