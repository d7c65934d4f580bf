/// The table starts with no cell and grows until it is closed: evaluation is a function of what it reads, so once no choice
/// reads a further cell that can be asked for, no cell outside can change anything.
///
/// Answers that a rule calculates with cannot all be tried. For them stands one more answer whose value is unknown: what
/// stays undecided by it is taken to be decided by the value when all cells are answered, and to need the others while they
/// are not. That may keep a cell that is not needed, and never leaves one out.
#include "engine/audit/questions/answer_table.h"

#include <algorithm>
#include <optional>

#include "engine/audit/judge.h"

namespace kijun::audit {
namespace {

using cel::CellRef;
using cel::Value;

/// Choices of one table: eight answers of three ways each, or a dozen of yes and no in a rule that reads little.
constexpr std::size_t kMaxChoices = 1U << 17U;
/// Cells that deciding the rule once may read. One that goes through a large group is left to the search for causes, which
/// counts members instead of trying each.
constexpr std::size_t kMaxReadsOfChoice = 50;

}  // namespace

bool can_be_asked(const CellRef& cell, const cel::EvalContext& context) {
  if (cell.is_attribute || cell.index == cel::kWholeRecord || cell.record.survey != 0) return false;
  if (cell.record.subject.space != table::kRecordSpace) return false;
  if (context.profile->vocabulary->field(cell.index).role == table::FieldRole::kReading) return false;
  return table::asks_question(context.world->missing_reason(cell));
}

TriedAnswers tried_answers(const CellRef& cell, const AnswerDomains& domains, const cel::EvalContext& context) {
  const AnswerDomain* domain = domains.of(cell);
  TriedAnswers tried{domain == nullptr ? std::vector<Value>{} : domain->answers,
                     domain == nullptr || !domain->is_complete};
  if (tried.has_others) tried.answers.push_back(context.world->cell(cell));
  return tried;
}

bool AnswerTable::is_complete() const {
  return std::none_of(answers_.begin(), answers_.end(), [](const TriedAnswers& tried) { return tried.has_others; });
}

void AnswerTable::add_cell(const CellRef& cell) {
  const auto place = std::lower_bound(cells_.begin(), cells_.end(), cell) - cells_.begin();
  cells_.insert(cells_.begin() + place, cell);
  answers_.insert(answers_.begin() + place, tried_answers(cell, domains_, context_));
}

/// False when there are too many choices.
bool AnswerTable::list_choices() {
  strides_.clear();
  num_choices_ = 1;
  for (const TriedAnswers& tried : answers_) {
    strides_.push_back(num_choices_);
    num_choices_ *= tried.answers.size() + 1;
    if (num_choices_ > kMaxChoices) return false;
  }
  return true;
}

std::size_t AnswerTable::digit(std::size_t choice, std::size_t cell) const {
  return choice / strides_[cell] % (answers_[cell].answers.size() + 1);
}

bool AnswerTable::fill(ReadBudget& budget) {
  std::size_t num_cells = 0;
  do {
    num_cells = cells_.size();
    if (!list_choices() || num_choices_ > budget.left || !try_all(budget)) return false;
  } while (cells_.size() != num_cells);
  find_open();
  return true;
}

/// Decides the rule for every choice, and adds the cells that were read beside those of the table. False when the budget
/// does not last.
bool AnswerTable::try_all(ReadBudget& budget) {
  undecided_.assign(num_choices_, false);
  std::set<CellRef> found;
  cel::EvalContext context = context_;
  context.memo = nullptr;
  const std::size_t at_first = budget.left;
  for (std::size_t choice = 0; choice < num_choices_; ++choice) {
    if (choice == 1 && at_first - budget.left > kMaxReadsOfChoice) return false;
    CompletedWorld world(*context_.world, budget);
    for (std::size_t cell = 0; cell < cells_.size(); ++cell)
      if (const std::size_t at = digit(choice, cell); at != 0) world.set(cells_[cell], answers_[cell].answers[at - 1]);
    context.world = &world;
    undecided_[choice] = decide_naively(rule_, context, subject_).outcome == Outcome::kUnknown;
    if (budget.left == 0) return false;
    found.insert(world.open_cells().begin(), world.open_cells().end());
  }
  for (const CellRef& cell : found)
    if (!std::binary_search(cells_.begin(), cells_.end(), cell) && can_be_asked(cell, context_)) add_cell(cell);
  return true;
}

void AnswerTable::find_open() {
  std::vector<bool> can_be_decided(num_choices_, false);
  open_.assign(num_choices_, false);
  sufficient_.assign(std::size_t{1} << cells_.size(), true);
  for (std::size_t choice = num_choices_; choice-- > 0;) {  // a choice with more cells answered has a higher number
    std::uint32_t set = 0;
    std::optional<std::size_t> left_open;
    bool has_other = false;
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
      const std::size_t at = digit(choice, cell);
      if (at == 0) left_open = cell;
      if (at != 0) set |= 1U << cell;
      has_other = has_other || (answers_[cell].has_others && at == answers_[cell].answers.size());
    }
    is_decided_by_some_ = is_decided_by_some_ || (!undecided_[choice] && !has_other);
    if (!left_open) {
      can_be_decided[choice] = !undecided_[choice] || has_other;
      continue;
    }
    for (std::size_t at = 1; at <= answers_[*left_open].answers.size() && !can_be_decided[choice]; ++at)
      can_be_decided[choice] = can_be_decided[choice + at * strides_[*left_open]];
    open_[choice] = undecided_[choice] && can_be_decided[choice];
    if (open_[choice]) sufficient_[set] = false;
  }
}

}  // namespace kijun::audit
