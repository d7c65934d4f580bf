#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/audit/answer_domains.h"
#include "engine/audit/completed_world.h"
#include "engine/audit/plan.h"
#include "engine/cel/evaluator.h"

namespace kijun::audit {

/// True for a missing cell that the addressee of a survey can be asked for.
[[nodiscard]] bool can_be_asked(const cel::CellRef& cell, const cel::EvalContext& context);

/// The answers to a missing cell that tables try, in ascending order where its type has one.
struct TriedAnswers {
  std::vector<cel::Value> answers;
  bool has_others = false;  ///< The last one stands, as an unknown value, for those that are not tried.
};
[[nodiscard]] TriedAnswers tried_answers(const cel::CellRef& cell, const AnswerDomains& domains,
                                         const cel::EvalContext& context);

/// What a rule makes of a subject for every choice of answers to the missing cells that can be asked for, each of them
/// answered in one of several ways or left open. All else stays as it is.
class AnswerTable {
 public:
  /// All is borrowed.
  AnswerTable(const CompiledRule& rule, const cel::EvalContext& context, cel::RecordRef subject,
              const AnswerDomains& domains)
      : rule_(rule), context_(context), subject_(subject), domains_(domains) {}

  /// Tries all choices; false when the budget does not last, when there are too many, or when one reads too much.
  [[nodiscard]] bool fill(ReadBudget& budget);

  /// The cells whose answers the rule may read, sorted.
  [[nodiscard]] const std::vector<cel::CellRef>& cells() const { return cells_; }
  /// Whether what was tried shows everything.
  [[nodiscard]] bool is_complete() const;
  /// Whether some answers that were tried decide the result; not those that only stand for others.
  [[nodiscard]] bool is_decided_by_some() const { return is_decided_by_some_; }
  /// What one step of a cell's digit adds to the number of a choice; its digit is 0 when left open, else 1 + the answer.
  [[nodiscard]] std::size_t stride(std::size_t cell) const { return strides_[cell]; }
  /// Undecided, though answers to the cells left open could decide it.
  [[nodiscard]] bool is_open(std::size_t choice) const { return open_[choice]; }
  /// Whether no answers to a set of cells (bit by place in `cells()`) leave the result open.
  [[nodiscard]] bool suffices(std::uint32_t set) const { return sufficient_[set]; }

 private:
  [[nodiscard]] bool list_choices();
  [[nodiscard]] bool try_all(ReadBudget& budget);
  void find_open();
  [[nodiscard]] std::size_t digit(std::size_t choice, std::size_t cell) const;
  void add_cell(const cel::CellRef& cell);

  const CompiledRule& rule_;
  const cel::EvalContext& context_;
  cel::RecordRef subject_;
  const AnswerDomains& domains_;
  std::vector<cel::CellRef> cells_;
  std::vector<TriedAnswers> answers_;  ///< By cell.
  std::vector<std::size_t> strides_;
  std::size_t num_choices_ = 1;
  std::vector<bool> undecided_;   ///< By choice.
  std::vector<bool> open_;        ///< By choice.
  std::vector<bool> sufficient_;  ///< By set of cells.
  bool is_decided_by_some_ = false;
};

}  // namespace kijun::audit
