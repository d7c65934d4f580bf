#pragma once

#include <cstddef>
#include <vector>

#include "engine/audit/questions/answer_conditions.h"
#include "engine/audit/questions/answer_table.h"

namespace kijun::audit {

/// A cell that one addressee is asked for.
struct AskedCell {
  std::size_t num_answers = 0;
  bool can_be_named = false;  ///< Its answers can stand in a condition.
  bool always = false;        ///< It is asked for in any case.
};

/// A result whose questions all go to this addressee.
struct OwnResult {
  static constexpr std::size_t kNotAsked = static_cast<std::size_t>(-1);
  const AnswerTable* table = nullptr;
  std::vector<std::size_t> cells;  ///< By place in the table: the cell in the list of those asked for, or `kNotAsked`.
};

/// One question in its place.
struct OrderedQuestion {
  std::size_t cell = 0;
  std::vector<AnswerCase> only_if;  ///< Empty: in any case.
};

/// The questions of one addressee in order.
struct OrderedQuestions {
  std::vector<OrderedQuestion> questions;
  bool is_smallest = true;  ///< False where there was too much to try, or a condition took too many cases.
};

/// Orders the cells of a sufficient set, which stand in the form's order, as a question plan says (`question_plan.h`). Cells
/// that no result connects do not wait for each other.
[[nodiscard]] OrderedQuestions order_questions(const std::vector<AskedCell>& cells,
                                               const std::vector<OwnResult>& results);

}  // namespace kijun::audit
