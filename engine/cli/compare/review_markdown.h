#pragma once

#include <vector>

#include "engine/cli/compare/rules_review.h"
#include "reports/markdown/markdown_document.h"

namespace kijun::cli {

/// What became of the rules, in a sentence or two. `are_read_otherwise`: the files differ that judge the survey.
[[nodiscard]] std::vector<LocalizedText> review_sentences(const RulesReview& review, bool are_read_otherwise);

/// The parameters that changed; nothing where there are none.
void write_params(const RulesReview& review, reports::MarkdownDocument& page);
/// What lint finds of the changed rules.
void write_review_lint(const RulesReview& review, reports::MarkdownDocument& page);

/// A rule that changed: what of it, answers that show it, and how far its examples do.
void write_reviewed_rule(const ReviewedRule& rule, Language language, std::ostream& out);

}  // namespace kijun::cli
