#pragma once

#include <cstddef>
#include <vector>

#include "engine/audit/cause_finder.h"
#include "engine/audit/plan.h"
#include "engine/audit/questions/question_plan.h"
#include "engine/cel/evaluator.h"

namespace kijun::audit {

/// An undecided result.
struct OpenItem {
  const CompiledRule* rule = nullptr;
  cel::RecordRef subject;
};

/// Cells that the search for questions may read for one result, and for all of them. What is beyond is asked for as far as
/// it is a cause, in any case.
struct QuestionBudget {
  std::size_t reads_of_result = 20'000;
  std::size_t reads = 1'000'000;
};

/// The questions that decide all results which questions can decide (`question_plan.h`). The places of results in `decides`
/// and `beyond_asking` are those in `items`; `results` stays empty. `form` has for every field its place in the survey's
/// form. All is borrowed.
[[nodiscard]] QuestionPlan plan_questions(const std::vector<OpenItem>& items, const cel::EvalContext& context,
                                          CauseFinder& causes, const std::vector<std::size_t>& form,
                                          QuestionBudget budget = {});

}  // namespace kijun::audit
