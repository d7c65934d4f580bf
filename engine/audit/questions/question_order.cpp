/// The cells fall into parts that no result connects; each part is ordered alone, and the parts are then merged so that the
/// form's order is kept as far as each part's own allows.
///
/// Within a part, whether a cell is needed depends on the answers before it and not on the order among those. The number of
/// needed questions, summed over all answers, is therefore a sum of what each cell costs after the set of cells before it,
/// and the best order is found by going through the sets of cells (as Friedman and Supowit order decision diagrams), not
/// through the orders.
///
/// Conditions come from going through the questions in that order with every answer to those that were really asked. After
/// each step asking all that is left would leave no result open: that is so at the start, a question that is asked keeps it
/// so, and one is skipped only where it stays so. At the end nothing is open.
#include "engine/audit/questions/question_order.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

#include "engine/audit/questions/chosen_cells.h"

namespace kijun::audit {
namespace {

using Set = std::uint32_t;                ///< Of cells of a part, by their place in it.
using Digits = std::vector<std::size_t>;  ///< By cell of a part: 0 for no answer, else 1 + its place.

/// Answers of a part that are gone through: twelve of yes and no many times over.
constexpr std::size_t kMaxAnswers = 1U << 17U;
/// Answers that are looked at to find what one cell costs.
constexpr std::size_t kMaxLooks = 1U << 20U;

constexpr Set bit(std::size_t cell) { return Set{1} << cell; }
constexpr bool has(Set set, std::size_t cell) { return (set & bit(cell)) != 0; }

/// Cells that results connect, and their order.
class Part {
 public:
  Part(const std::vector<AskedCell>& all, const std::vector<OwnResult>& results, std::vector<std::size_t> members)
      : members_(std::move(members)) {
    std::map<std::size_t, std::size_t> place_of;
    for (const std::size_t cell : members_) {
      place_of.emplace(cell, cells_.size());
      cells_.push_back(all[cell]);
    }
    related_.assign(cells_.size(), 0);
    for (const OwnResult& result : results) {
      OwnResult own{result.table, {}};
      Set set = 0;
      for (const std::size_t cell : result.cells) {
        const auto place = place_of.find(cell);
        own.cells.push_back(place == place_of.end() ? OwnResult::kNotAsked : place->second);
        if (place != place_of.end()) set |= bit(place->second);
      }
      if (set == 0) continue;
      for (std::size_t cell = 0; cell < cells_.size(); ++cell)
        if (has(set, cell)) related_[cell] |= set;
      results_.push_back(std::move(own));
    }
  }

  OrderedQuestions ordered() {
    std::vector<std::size_t> order(cells_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_partition(order.begin(), order.end(), [&](std::size_t cell) { return cells_[cell].always; });
    if (std::all_of(cells_.begin(), cells_.end(), [](const AskedCell& cell) { return cell.always; }))
      return unconditional(order, true);
    if (!is_small()) return unconditional(order, false);
    return with_conditions(best_order());
  }

 private:
  [[nodiscard]] OrderedQuestions unconditional(const std::vector<std::size_t>& order, bool is_smallest) const {
    OrderedQuestions made{{}, is_smallest};
    for (const std::size_t cell : order) made.questions.push_back({members_[cell], {}});
    return made;
  }

  /// The number of answers to the cells of a set; 0 when they are more than `max`.
  [[nodiscard]] std::size_t num_answers(Set set, std::size_t max, std::size_t beside = 0) const {
    std::size_t product = 1;
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
      if (has(set, cell)) product *= cells_[cell].num_answers + beside;
      if (product > max) return 0;
    }
    return product;
  }

  [[nodiscard]] Set all() const { return bit(cells_.size()) - 1; }

  [[nodiscard]] bool is_small() const {
    if (cells_.size() > kMaxExactCells || num_answers(all(), kMaxAnswers) == 0) return false;
    std::size_t looks = 0;
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
      const std::size_t most = num_answers(related_[cell] & ~bit(cell), kMaxLooks, 1);
      if (most == 0) return false;
      looks += most;
    }
    return looks <= kMaxLooks;
  }

  /// Whether some answers to the cells in `later` leave a result open if `cell` is not answered.
  [[nodiscard]] bool is_needed(std::size_t cell, const Digits& given, Set later) const {
    return std::any_of(results_.begin(), results_.end(), [&](const OwnResult& result) {
      const bool reads = std::find(result.cells.begin(), result.cells.end(), cell) != result.cells.end();
      return reads && is_open(result, given, later & ~bit(cell), 0, 0);
    });
  }

  [[nodiscard]] bool is_open(const OwnResult& result, const Digits& given, Set later, std::size_t place,
                             std::size_t choice) const {
    if (place == result.cells.size()) return result.table->is_open(choice);
    const std::size_t cell = result.cells[place];
    const std::size_t stride = result.table->stride(place);
    if (cell == OwnResult::kNotAsked) return is_open(result, given, later, place + 1, choice);
    if (!has(later, cell)) return is_open(result, given, later, place + 1, choice + given[cell] * stride);
    for (std::size_t digit = 1; digit <= cells_[cell].num_answers; ++digit)
      if (is_open(result, given, later, place + 1, choice + digit * stride)) return true;
    return false;
  }

  /// Calls `visit` with every choice of answers to the cells of a set.
  template <class Visit>
  void for_each_answer(Set set, const Visit& visit) const {
    Digits digits(cells_.size(), 0);
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) digits[cell] = has(set, cell) ? 1 : 0;
    for (;;) {
      visit(digits);
      std::size_t cell = 0;
      while (cell < cells_.size() && (!has(set, cell) || digits[cell] == cells_[cell].num_answers)) {
        if (has(set, cell)) digits[cell] = 1;
        ++cell;
      }
      if (cell == cells_.size()) return;
      ++digits[cell];
    }
  }

  /// How many of all answers need `cell` when the cells of `before` stand before it.
  std::size_t cost(std::size_t cell, Set before) {
    const Set seen = before & related_[cell];
    const auto [entry, is_new] = costs_.try_emplace({cell, seen}, 0);
    if (!is_new) return entry->second;
    std::size_t num_needed = 0;
    for_each_answer(seen, [&](const Digits& given) { num_needed += is_needed(cell, given, all() & ~seen) ? 1U : 0U; });
    entry->second = num_needed * num_answers(all() & ~seen, kMaxAnswers);
    return entry->second;
  }

  /// The order in which the fewest are needed; of several the first. Those asked in any case stand first.
  std::vector<std::size_t> best_order() {
    std::vector<std::size_t> order;
    Set start = 0;
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
      if (!cells_[cell].always) continue;
      order.push_back(cell);
      start |= bit(cell);
    }
    std::vector<std::size_t> least(std::size_t{all()} + 1, 0);  // by set of cells before: what those after it cost
    for (Set before = all(); before-- > start;) {
      if ((before & start) != start) continue;
      std::optional<std::size_t> best;
      for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
        if (has(before, cell)) continue;
        const std::size_t sum = cost(cell, before) + least[before | bit(cell)];
        if (!best || sum < *best) best = sum;
      }
      least[before] = *best;
    }
    for (Set before = start; before != all();) {
      std::size_t next = 0;
      while (has(before, next) || cost(next, before) + least[before | bit(next)] != least[before]) ++next;
      order.push_back(next);
      before |= bit(next);
    }
    return order;
  }

  /// The questions in this order, each with the cases in which it is needed.
  OrderedQuestions with_conditions(const std::vector<std::size_t>& order) const {
    OrderedQuestions made;
    std::vector<Digits> given{Digits(cells_.size(), 0)};  // every way to answer the questions so far
    std::vector<std::size_t> named;
    Set later = all();
    for (const std::size_t cell : order) {
      later &= ~bit(cell);
      std::map<Digits, bool> needs;
      for (const Digits& answers : given) {
        bool& need = needs.try_emplace(with_names(answers, named), cells_[cell].always).first->second;
        need = need || is_needed(cell, answers, later);
      }
      if (std::none_of(needs.begin(), needs.end(), [](const auto& need) { return need.second; })) continue;
      std::vector<AnsweredNeed> list;
      for (const auto& [answers, need] : needs) list.push_back({answers, need});
      const std::optional<std::vector<AnswerCase>> cases = cases_of(list, named);
      made.is_smallest = made.is_smallest && cases.has_value();
      made.questions.push_back({members_[cell], to_members(cases.value_or(std::vector<AnswerCase>{}))});
      const bool always = made.questions.back().only_if.empty();
      std::vector<Digits> next;
      for (Digits& answers : given) {
        const bool is_asked = always || needs.at(with_names(answers, named));
        for (std::size_t digit = 1; is_asked && digit <= cells_[cell].num_answers; ++digit) {
          answers[cell] = digit;
          next.push_back(answers);
        }
        if (!is_asked) next.push_back(std::move(answers));
      }
      given = std::move(next);
      if (cells_[cell].can_be_named) named.push_back(cell);
    }
    return made;
  }

  /// The answers without those that no condition can name.
  static Digits with_names(const Digits& answers, const std::vector<std::size_t>& named) {
    Digits digits(answers.size(), 0);
    for (const std::size_t cell : named) digits[cell] = answers[cell];
    return digits;
  }

  [[nodiscard]] std::vector<AnswerCase> to_members(std::vector<AnswerCase> cases) const {
    for (AnswerCase& one : cases)
      for (NamedAnswers& answers : one) answers.cell = members_[answers.cell];
    return cases;
  }

  std::vector<std::size_t> members_;
  std::vector<AskedCell> cells_;
  std::vector<OwnResult> results_;
  std::vector<Set> related_;  ///< By cell: the cells of the results that it decides.
  std::map<std::pair<std::size_t, Set>, std::size_t> costs_;
};

/// The cells by part, each part and the parts in order of their first cells.
std::vector<std::vector<std::size_t>> connected(std::size_t num_cells, const std::vector<OwnResult>& results) {
  std::vector<std::size_t> part_of(num_cells);
  std::iota(part_of.begin(), part_of.end(), std::size_t{0});
  for (const OwnResult& result : results) {
    std::optional<std::size_t> part;
    for (const std::size_t cell : result.cells) {
      if (cell == OwnResult::kNotAsked) continue;
      if (!part) part = part_of[cell];
      const std::size_t joined = part_of[cell];
      std::replace(part_of.begin(), part_of.end(), std::max(*part, joined), std::min(*part, joined));
      part = std::min(*part, joined);
    }
  }
  std::map<std::size_t, std::vector<std::size_t>> parts;  // a part is named by its first cell
  for (std::size_t cell = 0; cell < num_cells; ++cell) parts[part_of[cell]].push_back(cell);
  std::vector<std::vector<std::size_t>> list;
  for (auto& [first, cells] : parts) list.push_back(std::move(cells));
  return list;
}

}  // namespace

OrderedQuestions order_questions(const std::vector<AskedCell>& cells, const std::vector<OwnResult>& results) {
  std::vector<std::vector<OrderedQuestion>> parts;
  OrderedQuestions all;
  for (std::vector<std::size_t>& members : connected(cells.size(), results)) {
    OrderedQuestions part = Part(cells, results, std::move(members)).ordered();
    all.is_smallest = all.is_smallest && part.is_smallest;
    std::reverse(part.questions.begin(), part.questions.end());
    parts.push_back(std::move(part.questions));
  }
  for (;;) {
    std::vector<OrderedQuestion>* first = nullptr;
    for (std::vector<OrderedQuestion>& part : parts)
      if (!part.empty() && (first == nullptr || part.back().cell < first->back().cell)) first = &part;
    if (first == nullptr) return all;
    all.questions.push_back(std::move(first->back()));
    first->pop_back();
  }
}

}  // namespace kijun::audit
