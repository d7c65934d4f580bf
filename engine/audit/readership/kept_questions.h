#pragma once

#include <functional>

#include "engine/audit/questions/question_plan.h"

namespace kijun::audit {

/// Which questions stay in a plan.
struct KeptQuestions {
  std::function<bool(const cel::CellRef&)> cell;  ///< True for a cell that may be asked about.
  bool indicators = true;  ///< False: a question that only an indicator waits for is left out, too.
  /// True for a result that rests on what is withheld. Conditions may hold numbers that answers are compared with, so none
  /// is kept of a question that such a result waits for.
  std::function<bool(const QuestionPlan::Result&)> could_tell;
};

/// The plan without the other questions. What was asked only after answers to one of them is asked in any case, and a
/// plan that lost questions is no longer called smallest. Places in `QuestionPlan::results` stay as they are.
[[nodiscard]] QuestionPlan keep_questions(const QuestionPlan& plan, const KeptQuestions& kept);

}  // namespace kijun::audit
