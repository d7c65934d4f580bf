#pragma once

#include "engine/audit/requirement/requirement.h"
#include "engine/base/language.h"

namespace kijun::reports {

/// 求める内容, and of several clauses whether each or one of them is required.
[[nodiscard]] LocalizedText requirement_heading(const audit::Requirement& requirement);

/// 協議の場の設置状況が「設置済み」であること。実績：「×」未設置: a clause, what was found, and how far it is from it.
[[nodiscard]] LocalizedText requirement_text(const audit::RequiredClause& clause);

/// The same of all clauses, a line each; where there are several, the first line says how they stand together.
[[nodiscard]] LocalizedText requirement_lines(const audit::Requirement& requirement);

/// A requirement as the columns of a table; of several clauses each text has a line for each.
struct RequirementCells {
  LocalizedText required;
  LocalizedText measured;
  const audit::Gap* gap = nullptr;  ///< Of the only clause that has one; null where none or several have.
};
/// Borrows from `requirement`.
[[nodiscard]] RequirementCells requirement_cells(const audit::Requirement& requirement);

}  // namespace kijun::reports
