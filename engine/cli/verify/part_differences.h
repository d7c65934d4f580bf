#pragma once

#include <vector>

#include "engine/audit/part_hashes.h"
#include "engine/cli/verify/difference.h"
#include "engine/cli/verify/shown_answers.h"
#include "engine/survey/survey.h"

namespace kijun::cli {

/// Rules and indicators that were added, removed, changed or reworded, in the order they are in now.
[[nodiscard]] std::vector<Difference> compare_rules(const std::vector<audit::Meaning>& recorded,
                                                    const std::vector<audit::Meaning>& now);

/// Decisions that were added, removed or changed. Subjects are named as `survey` knows them.
[[nodiscard]] std::vector<Difference> compare_decisions(const std::vector<audit::DecisionHash>& recorded,
                                                        const std::vector<audit::DecisionHash>& now,
                                                        const survey::SurveyTable& survey);

/// Rows that were added or removed, and the cells that say something else, each with what it says now and what it said
/// before, where the form has few answers to choose from or the report shows it. `now` are the parts of `survey`.
[[nodiscard]] std::vector<Difference> compare_answers(const audit::PartHashes& recorded, const audit::PartHashes& now,
                                                      const survey::SurveyTable& survey, const ShownAnswers& shown);

}  // namespace kijun::cli
