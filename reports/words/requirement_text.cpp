#include "reports/words/requirement_text.h"

#include "reports/words/words.h"

namespace kijun::reports {

LocalizedText requirement_heading(const audit::Requirement& requirement) {
  if (requirement.clauses.size() < 2) return word(Word::kRequired);
  return word(requirement.is_any ? Word::kRequiredAny : Word::kRequiredEach);
}

LocalizedText requirement_text(const audit::RequiredClause& clause) {
  LocalizedText required = clause.required;
  if (!clause.bound.empty()) required = fill(Word::kRequiredBound, {{"required", required}, {"bound", clause.bound}});
  if (!clause.gap) return fill(Word::kRequiredMeasured, {{"required", required}, {"measured", clause.measured}});
  return fill(Word::kRequiredGap, {{"required", required}, {"measured", clause.measured}, {"gap", clause.gap->text}});
}

}  // namespace kijun::reports
