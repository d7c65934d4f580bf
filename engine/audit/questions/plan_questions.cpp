/// Four steps: a table of answers for every result (`answer_table.h`); a smallest set of cells for the results that share
/// cells, whoever is to answer them (`chosen_cells.h`); the order and the conditions for each addressee (`question_order.h`);
/// and the answers in the conditions as values. Results that no answer decides are put aside after the first step.
#include "engine/audit/questions/plan_questions.h"

#include <algorithm>
#include <map>
#include <memory>
#include <numeric>
#include <optional>

#include "engine/audit/questions/answer_table.h"
#include "engine/audit/questions/chosen_cells.h"
#include "engine/audit/questions/question_order.h"
#include "engine/audit/questions/sufficient_cells.h"

namespace kijun::audit {
namespace {

using cel::CellRef;
using cel::Value;
using table::FieldType;

/// What asking can make of one result.
struct Prospect {
  std::size_t item = 0;
  std::unique_ptr<AnswerTable> table;  ///< Null where it is too large.
  std::vector<CellRef> cells;          ///< Sorted: of the table; without one, cells that suffice.
  bool is_minimal = true;              ///< Without a table: none can be left out, for all that is known.
  bool is_shared = false;              ///< Several records have to answer.
};

bool is_ordered(FieldType type) { return type == FieldType::kInt || type == FieldType::kDate; }

class Planner {
 public:
  Planner(const std::vector<OpenItem>& items, const cel::EvalContext& context, CauseFinder& causes,
          const std::vector<std::size_t>& form, QuestionBudget budget)
      : items_(items),
        context_(context),
        causes_(causes),
        form_(form),
        budget_(budget),
        domains_(rules(items), context) {}

  QuestionPlan plan() {
    for (std::size_t item = 0; item < items_.size(); ++item) look_at(item);
    list_cells();
    choose();
    for (std::size_t first = 0; first < cells_.size();) {
      std::size_t last = first;
      while (last < cells_.size() && cells_[last].record == cells_[first].record) ++last;
      add_addressee(first, last);
      first = last;
    }
    return std::move(plan_);
  }

 private:
  static std::vector<const CompiledRule*> rules(const std::vector<OpenItem>& items) {
    std::vector<const CompiledRule*> all;
    for (const OpenItem& item : items)
      if (std::find(all.begin(), all.end(), item.rule) == all.end()) all.push_back(item.rule);
    return all;
  }

  /// Finds out what asking can make of a result.
  void look_at(std::size_t item) {
    const auto& [rule, subject] = items_[item];
    Prospect prospect{item, std::make_unique<AnswerTable>(*rule, context_, subject, domains_), {}};
    ReadBudget reads{std::min(budget_.reads_of_result, budget_.reads)};
    const std::size_t at_first = reads.left;
    const bool is_filled = prospect.table->fill(reads);
    budget_.reads -= at_first - reads.left;
    if (is_filled) {
      prospect.cells = prospect.table->cells();
      if (!prospect.table->is_open(0)) prospect.cells.clear();
    } else {
      prospect.table.reset();
      SufficientCells needed = sufficient_cells(*rule, causes_.plan(), context_, subject, causes_.find(*rule, subject));
      prospect.cells = std::move(needed.cells);
      prospect.is_minimal = needed.is_smallest;
    }
    if (prospect.cells.empty()) {
      plan_.beyond_asking.push_back(item);
    } else {
      prospects_.push_back(std::move(prospect));
    }
  }

  [[nodiscard]] bool stands_before(const CellRef& one, const CellRef& other) const {
    if (one.record != other.record) return one.record < other.record;
    return std::pair(form_[one.index], one.index) < std::pair(form_[other.index], other.index);
  }

  /// Lists the cells of all prospects in the order of addressees and of the form.
  void list_cells() {
    for (std::size_t at = 0; at < prospects_.size(); ++at) {
      const std::vector<CellRef>& cells = prospects_[at].cells;
      cells_.insert(cells_.end(), cells.begin(), cells.end());
      for (const CellRef& cell : cells) {
        std::vector<std::size_t>& known = prospects_of_[cell.record];
        if (known.empty() || known.back() != at) known.push_back(at);
      }
    }
    std::sort(cells_.begin(), cells_.end(), [this](const auto& a, const auto& b) { return stands_before(a, b); });
    cells_.erase(std::unique(cells_.begin(), cells_.end()), cells_.end());
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) place_of_.emplace(cells_[cell], cell);
    is_chosen_.assign(cells_.size(), false);
    is_smallest_.assign(cells_.size(), true);
  }

  /// Chooses the cells of each set of results that share some; those without a table need all of theirs.
  void choose() {
    std::vector<std::size_t> group(prospects_.size());
    std::iota(group.begin(), group.end(), std::size_t{0});
    std::map<CellRef, std::size_t> seen;  // by cell a prospect that has it
    for (std::size_t at = 0; at < prospects_.size(); ++at) {
      const Prospect& prospect = prospects_[at];
      const bool is_asked_of_one = prospect.cells.front().record == prospect.cells.back().record;
      for (const CellRef& cell : prospect.cells) {
        if (prospect.table == nullptr) {
          const std::size_t place = place_of_.at(cell);
          is_chosen_[place] = true;
          is_smallest_[place] = is_smallest_[place] && prospect.is_minimal && !is_asked_of_one;
          continue;
        }
        const std::size_t other = root(group, seen.try_emplace(cell, at).first->second);
        const std::size_t own = root(group, at);
        group[std::max(own, other)] = std::min(own, other);
      }
    }
    std::map<std::size_t, std::vector<const Prospect*>> groups;
    for (std::size_t at = 0; at < prospects_.size(); ++at)
      if (prospects_[at].table != nullptr) groups[root(group, at)].push_back(&prospects_[at]);
    for (const auto& [first, together] : groups) choose(together);
    for (Prospect& prospect : prospects_) prospect.is_shared = is_shared(prospect);
  }

  static std::size_t root(const std::vector<std::size_t>& group, std::size_t at) {
    while (group[at] != at) at = group[at];
    return at;
  }

  void choose(const std::vector<const Prospect*>& together) {
    std::vector<std::size_t> places;
    for (const Prospect* prospect : together)
      for (const CellRef& cell : prospect->cells) places.push_back(place_of_.at(cell));
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    std::vector<CellNeed> needs;
    bool is_complete = true;
    bool are_decidable = true;  // each by some answers that were tried
    for (const Prospect* prospect : together) {
      CellNeed& need = needs.emplace_back(CellNeed{{}, prospect->table.get()});
      for (const CellRef& cell : prospect->cells)
        need.cells.push_back(static_cast<std::size_t>(
            std::lower_bound(places.begin(), places.end(), place_of_.at(cell)) - places.begin()));
      is_complete = is_complete && prospect->table->is_complete();
      are_decidable = are_decidable && prospect->table->is_decided_by_some();
    }
    std::vector<bool> required;
    for (const std::size_t place : places) required.push_back(is_chosen_[place]);
    const ChosenCells made = choose_cells(required, needs);
    const bool is_one = std::count(made.chosen.begin(), made.chosen.end(), true) == 1;
    for (std::size_t at = 0; at < places.size(); ++at) {
      is_chosen_[places[at]] = made.chosen[at];
      is_smallest_[places[at]] =
          is_smallest_[places[at]] && ((is_one && are_decidable) || (is_complete && made.is_smallest));
    }
  }

  [[nodiscard]] bool is_shared(const Prospect& prospect) const {
    const cel::RecordRef* first = nullptr;
    for (const CellRef& cell : prospect.cells) {
      if (!is_chosen_[place_of_.at(cell)]) continue;
      if (first == nullptr) first = &cell.record;
      if (cell.record != *first) return true;
    }
    return false;
  }

  /// Adds the questions to the record whose cells are those from `first` to before `last`.
  void add_addressee(std::size_t first, std::size_t last) {
    std::vector<CellRef> asked;
    std::vector<AskedCell> cells;
    AskedSubject made{cells_[first].record.subject, {}, true};
    for (std::size_t at = first; at < last; ++at) {
      if (!is_chosen_[at]) continue;
      made.is_smallest = made.is_smallest && is_smallest_[at];
      cells.push_back({tried_answers(cells_[at], domains_, context_).answers.size(), can_be_named(cells_[at]), false});
      asked.push_back(cells_[at]);
    }
    if (asked.empty()) return;
    std::map<CellRef, std::vector<std::size_t>> decides;
    const OrderedQuestions ordered = order_questions(cells, own_results(asked, cells, decides));
    made.is_smallest = made.is_smallest && ordered.is_smallest;
    for (const OrderedQuestion& question : ordered.questions) {
      PlannedQuestion& planned = made.questions.emplace_back();
      planned.cell = asked[question.cell];
      planned.only_if = conditions(question, ordered, asked);
      planned.decides = std::move(decides[planned.cell]);
    }
    plan_.subjects.push_back(std::move(made));
  }

  /// The results that one addressee's answers decide. What others have to answer with it is left out, and its cells are
  /// marked to be asked for always. Notes which results wait for which cell.
  std::vector<OwnResult> own_results(const std::vector<CellRef>& asked, std::vector<AskedCell>& cells,
                                     std::map<CellRef, std::vector<std::size_t>>& decides) const {
    std::vector<OwnResult> own;
    const cel::RecordRef& record = asked.front().record;
    for (const std::size_t at : prospects_of_.at(record)) {
      const Prospect& prospect = prospects_[at];
      const bool is_own = prospect.table != nullptr && !prospect.is_shared;
      OwnResult result;
      if (is_own) result = {prospect.table.get(), std::vector(prospect.cells.size(), OwnResult::kNotAsked)};
      const auto first = std::lower_bound(prospect.cells.begin(), prospect.cells.end(), CellRef{record, false, 0});
      for (auto cell = first; cell != prospect.cells.end() && cell->record == record; ++cell) {
        const auto found = std::find(asked.begin(), asked.end(), *cell);
        if (found == asked.end()) continue;
        const auto place = static_cast<std::size_t>(found - asked.begin());
        if (waits_for(prospect, *cell)) decides[*cell].push_back(prospect.item);
        if (is_own) result.cells[static_cast<std::size_t>(cell - prospect.cells.begin())] = place;
        if (!is_own) cells[place].always = true;
      }
      if (is_own) own.push_back(std::move(result));
    }
    return own;
  }

  /// Whether the chosen cells would not suffice for a result without one of them.
  [[nodiscard]] bool waits_for(const Prospect& prospect, const CellRef& cell) const {
    if (prospect.table == nullptr) return true;
    std::uint32_t rest = 0;
    for (std::size_t at = 0; at < prospect.cells.size(); ++at)
      if (is_chosen_[place_of_.at(prospect.cells[at])] && prospect.cells[at] != cell) rest |= 1U << at;
    return !prospect.table->suffices(rest);
  }

  [[nodiscard]] FieldType type_of(const CellRef& cell) const {
    return context_.profile->vocabulary->field(cell.index).type;
  }

  /// Whether words can tell the answers of a cell apart that tables try.
  [[nodiscard]] bool can_be_named(const CellRef& cell) const {
    const AnswerDomain* domain = domains_.of(cell);
    const FieldType type = type_of(cell);
    return domain != nullptr && domain->is_complete &&
           (type == FieldType::kBool || type == FieldType::kEnum || is_ordered(type));
  }

  [[nodiscard]] std::vector<EarlierAnswers> conditions(const OrderedQuestion& question, const OrderedQuestions& all,
                                                       const std::vector<CellRef>& asked) const {
    std::vector<EarlierAnswers> made;
    for (const AnswerCase& one : question.only_if) {
      EarlierAnswers& answers = made.emplace_back();
      for (const NamedAnswers& named : one) {
        const auto found = std::find_if(all.questions.begin(), all.questions.end(),
                                        [&](const OrderedQuestion& each) { return each.cell == named.cell; });
        answers.push_back({static_cast<std::size_t>(found - all.questions.begin()), ranges(asked[named.cell], named)});
      }
      std::sort(answers.begin(), answers.end(),
                [](const EarlierAnswer& a, const EarlierAnswer& b) { return a.question < b.question; });
    }
    return made;
  }

  /// The answers as values; of numbers and days those side by side are one range, which is open at the ends.
  [[nodiscard]] std::vector<AnswerRange> ranges(const CellRef& cell, const NamedAnswers& named) const {
    const std::vector<Value>& answers = domains_.of(cell)->answers;
    std::vector<AnswerRange> made;
    for (std::size_t at = 0; at < named.answers.size(); ++at) {
      const std::size_t answer = named.answers[at];
      const bool goes_on = is_ordered(type_of(cell)) && at > 0 && named.answers[at - 1] + 1 == answer;
      if (!goes_on) made.push_back({answers[answer], {}});
      made.back().to = answers[answer];
    }
    if (!is_ordered(type_of(cell))) return made;
    if (named.answers.front() == 0) made.front().from.reset();
    if (named.answers.back() + 1 == answers.size()) made.back().to.reset();
    return made;
  }

  const std::vector<OpenItem>& items_;
  const cel::EvalContext& context_;
  CauseFinder& causes_;
  const std::vector<std::size_t>& form_;
  QuestionBudget budget_;
  AnswerDomains domains_;
  std::vector<Prospect> prospects_;
  std::map<cel::RecordRef, std::vector<std::size_t>> prospects_of_;  ///< By whom they wait for.
  std::vector<CellRef> cells_;  ///< Of all prospects, in the order of addressees and of the form.
  std::map<CellRef, std::size_t> place_of_;
  std::vector<bool> is_chosen_;    ///< By place in `cells_`.
  std::vector<bool> is_smallest_;  ///< Likewise.
  QuestionPlan plan_;
};

}  // namespace

QuestionPlan plan_questions(const std::vector<OpenItem>& items, const cel::EvalContext& context, CauseFinder& causes,
                            const std::vector<std::size_t>& form, QuestionBudget budget) {
  return Planner(items, context, causes, form, budget).plan();
}

}  // namespace kijun::audit
