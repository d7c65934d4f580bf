#include "reports/words/requirement_text.h"

#include "reports/words/words.h"

namespace kijun::reports {
namespace {

LocalizedText required_text(const audit::RequiredClause& clause) {
  if (clause.bound.empty()) return clause.required;
  return fill(Word::kRequiredBound, {{"required", clause.required}, {"bound", clause.bound}});
}

}  // namespace

LocalizedText requirement_heading(const audit::Requirement& requirement) {
  if (requirement.clauses.size() < 2) return word(Word::kRequired);
  return word(requirement.is_any ? Word::kRequiredAny : Word::kRequiredEach);
}

LocalizedText requirement_text(const audit::RequiredClause& clause) {
  const LocalizedText required = required_text(clause);
  if (!clause.gap) return fill(Word::kRequiredMeasured, {{"required", required}, {"measured", clause.measured}});
  return fill(Word::kRequiredGap, {{"required", required}, {"measured", clause.measured}, {"gap", clause.gap->text}});
}

LocalizedText requirement_lines(const audit::Requirement& requirement) {
  LocalizedText lines;
  if (requirement.clauses.size() > 1) lines = requirement_heading(requirement);
  for (const audit::RequiredClause& clause : requirement.clauses) append_line(lines, requirement_text(clause));
  return lines;
}

RequirementCells requirement_cells(const audit::Requirement& requirement) {
  RequirementCells cells;
  std::size_t num_gaps = 0;
  for (const audit::RequiredClause& clause : requirement.clauses) {
    LocalizedText required = required_text(clause);
    if (!cells.required.empty())
      required = fill(requirement.is_any ? Word::kRequiredOr : Word::kRequiredAnd, {{"required", required}});
    append_line(cells.required, required);
    append_line(cells.measured, clause.measured);
    if (!clause.gap) continue;
    cells.gap = &*clause.gap;
    ++num_gaps;
  }
  if (num_gaps > 1) cells.gap = nullptr;
  return cells;
}

}  // namespace kijun::reports
