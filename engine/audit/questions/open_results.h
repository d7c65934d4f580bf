#pragma once

#include <cstdint>
#include <vector>

#include "engine/audit/cause_finder.h"
#include "engine/audit/plan.h"
#include "engine/audit/questions/question_plan.h"
#include "engine/audit/rule_column.h"
#include "engine/cel/evaluator.h"
#include "engine/survey/survey.h"

namespace kijun::audit {

/// An audit whose undecided results are to be decided. All is borrowed.
struct AskedAudit {
  const std::vector<RuleColumn>& columns;
  const std::vector<const CompiledRule*>& rules;          ///< By column.
  const std::vector<std::vector<std::uint32_t>>& listed;  ///< By column: the results that count.
  const Plan& plan;
  const std::vector<const SubjectList*>& rated;  ///< By indicator: whom it is about.
  const survey::SurveyTable& survey;
  const cel::EvalContext& context;  ///< Of the plan.
};

/// The questions that decide the listed results and, subject by subject, the indicators.
[[nodiscard]] QuestionPlan plan_questions(const AskedAudit& audit, CauseFinder& causes);

}  // namespace kijun::audit
