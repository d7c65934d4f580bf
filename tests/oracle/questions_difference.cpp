// Brute force: every result is decided over the survey itself with the missing answers that can be asked for filled in or
// left open in every way; then all sets of cells, all orders of few, and all answers to the planned questions are tried.
#include "tests/oracle/questions_difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "engine/audit/judge.h"
#include "engine/audit/questions/plan_questions.h"
#include "tests/oracle/causes_difference.h"

namespace kijun::oracle {
namespace {

using audit::CompiledRule;
using audit::OpenItem;
using audit::Outcome;
using audit::PlannedQuestion;
using cel::CellRef;
using cel::Value;
using exec::MemoryCell;
using exec::MemorySurvey;

/// By cell that can be asked for: 0 for no answer, else 1 + its place.
using Digits = std::vector<std::size_t>;

constexpr std::size_t kMostChoices = 20'000;
constexpr std::size_t kMostCells = 12;
constexpr std::size_t kMostOrdered = 5;

struct AskableCell {
  CellRef cell;
  std::vector<Value> answers;
};

std::vector<AskableCell> askable_cells(const MemorySurvey& survey) {
  std::vector<AskableCell> cells;
  for (std::uint32_t row = 0; row < survey.rows.size(); ++row) {
    for (std::uint32_t field = 0; field < survey.rows[row].cells.size(); ++field) {
      if (!table::asks_question(survey.rows[row].cells[field].missing)) continue;
      cells.push_back({{{0, {table::kRecordSpace, row}}, false, field}, answers_to(survey.vocabulary.field(field))});
    }
  }
  return cells;
}

/// A rule of a case, made of the clauses whose ids end in one number.
struct NumberedRule {
  CompiledRule rule;
  table::SpaceId space = table::kRecordSpace;
  std::string text;  ///< Of all clauses.
};

std::map<char, NumberedRule> rules_of(const OracleCase& made, const exec::Expressions& expressions) {
  std::map<char, NumberedRule> rules;
  for (std::size_t i = 0; i < made.rules.size(); ++i) {
    const std::string& id = made.rules[i].id;
    NumberedRule& each = rules[id.back()];
    each.space = made.rules[i].space;
    each.text += made.rules[i].text + "\n";
    const cel::CheckedExpr& expr = *expressions.roots()[i].expr;
    if (id.starts_with("when")) each.rule.when = expr;
    if (id.starts_with("judgeable")) each.rule.judgeable = expr;
    if (id.starts_with("require")) each.rule.require = expr;
  }
  return rules;
}

/// What a result is for every choice of answers to the cells whose fields its case names.
struct OpenResult {
  std::vector<std::size_t> cells;
  std::map<Digits, bool> open;  ///< Undecided, though answers to the rest could decide it; digits by place in `cells`.

  [[nodiscard]] bool is_open(const Digits& given) const {
    Digits own;
    for (const std::size_t cell : cells) own.push_back(given[cell]);
    return open.at(own);
  }
};

/// Steps to the next choice of digits from `lowest` on; false after the last.
bool step(Digits& digits, const std::vector<std::size_t>& num_answers, std::size_t lowest) {
  std::size_t i = 0;
  while (i < digits.size() && digits[i] == num_answers[i]) digits[i++] = lowest;
  if (i == digits.size()) return false;
  ++digits[i];
  return true;
}

class BruteForce {
 public:
  BruteForce(const OracleCase& made, const exec::Expressions& expressions)
      : made_(made),
        context_(expressions.context()),
        cells_(askable_cells(*made.survey)),
        rules_(rules_of(made, expressions)) {
    for (const auto& [number, each] : rules_) {
      const std::size_t num_subjects = each.space == table::kRecordSpace
                                           ? made.survey->rows.size()
                                           : made.survey->groups_by_kind[each.space - 1U].size();
      for (std::uint32_t index = 0; index < num_subjects; ++index) {
        const cel::RecordRef subject{0, {each.space, index}};
        if (audit::decide_naively(each.rule, context_, subject).outcome != Outcome::kUnknown) continue;
        items_.push_back({&each.rule, subject});
        texts_.push_back(&each.text);
      }
    }
  }

  [[nodiscard]] bool is_small() const {
    std::size_t num_choices = 1;
    for (const AskableCell& cell : cells_) num_choices *= cell.answers.size() + 1;
    return cells_.size() <= kMostCells && (num_choices <= kMostChoices || cells_.size() == kMostCells);
  }

  std::string difference() {
    audit::Plan plan;
    for (const cel::CheckedExpr* const condition : context_.conditions) plan.conditions.push_back(*condition);
    audit::CauseFinder causes(plan, context_);
    std::vector<std::size_t> form(made_.survey->vocabulary.fields().size());
    std::iota(form.begin(), form.end(), std::size_t{0});
    plan_ = audit::plan_questions(items_, context_, causes, form);
    for (std::size_t item = 0; item < items_.size(); ++item) results_.push_back(look_at(items_[item], *texts_[item]));
    std::string found = wrong_beyond();
    if (found.empty() && asks_what_nobody_can_answer()) return "a question that nobody can be asked";
    if (found.empty()) found = left_open();
    if (found.empty()) found = needless_set();
    if (found.empty()) found = wrong_order();
    if (found.empty()) found = needless_question();
    return found;
  }

 private:
  /// Decides a result in every way.
  OpenResult look_at(const OpenItem& item, const std::string& text) const {
    OpenResult result;
    std::vector<std::size_t> num_answers;
    for (std::size_t cell = 0; cell < cells_.size(); ++cell) {
      if (!names(text, made_.survey->vocabulary.field(cells_[cell].cell.index).id)) continue;
      result.cells.push_back(cell);
      num_answers.push_back(cells_[cell].answers.size());
    }
    const OracleCase asked = made_.copy();
    cel::EvalContext context = context_;
    context.world = asked.survey.get();
    std::map<Digits, bool> undecided;
    Digits digits(result.cells.size(), 0);
    do {
      for (std::size_t i = 0; i < digits.size(); ++i) {
        const AskableCell& cell = cells_[result.cells[i]];
        auto& written = const_cast<MemoryCell&>(asked.survey->cell_of(cell.cell));  // a survey of this test's own
        written = digits[i] == 0 ? made_.survey->cell_of(cell.cell) : exec::answer(cell.answers[digits[i] - 1]);
      }
      undecided[digits] = audit::decide_naively(*item.rule, context, item.subject).outcome == Outcome::kUnknown;
    } while (step(digits, num_answers, 0));
    for (const auto& [given, is_undecided] : undecided)
      result.open[given] = is_undecided && can_be_decided(undecided, given, num_answers);
    return result;
  }

  static bool can_be_decided(const std::map<Digits, bool>& undecided, const Digits& given,
                             const std::vector<std::size_t>& num_answers) {
    for (std::size_t i = 0; i < given.size(); ++i) {
      if (given[i] != 0) continue;
      Digits more = given;
      for (more[i] = 1; more[i] <= num_answers[i]; ++more[i])
        if (can_be_decided(undecided, more, num_answers)) return true;
      return false;
    }
    return !undecided.at(given);
  }

  /// Whether a rule may read a field.
  [[nodiscard]] bool names(const std::string& text, const std::string& field) const {
    return text.find(field) != std::string::npos ||
           std::any_of(made_.conditions.begin(), made_.conditions.end(), [&](const OracleText& condition) {
             return text.find(condition.id) != std::string::npos && condition.text.find(field) != std::string::npos;
           });
  }

  [[nodiscard]] bool is_open(const Digits& given) const {
    return std::any_of(results_.begin(), results_.end(),
                       [&](const OpenResult& result) { return result.is_open(given); });
  }

  [[nodiscard]] Digits nothing() const { return Digits(cells_.size(), 0); }

  [[nodiscard]] std::string wrong_beyond() const {
    for (std::size_t item = 0; item < items_.size(); ++item) {
      const auto& beyond = plan_.beyond_asking;
      const bool is_beyond = std::find(beyond.begin(), beyond.end(), item) != beyond.end();
      if (is_smallest() && is_beyond == results_[item].is_open(nothing()))
        return fmt::format("result {} is {}beyond asking", item, is_beyond ? "not " : "");
    }
    return "";
  }

  [[nodiscard]] bool is_smallest() const {
    return std::all_of(plan_.subjects.begin(), plan_.subjects.end(), [](const auto& each) { return each.is_smallest; });
  }

  /// Calls `visit` with all answers to the cells of a set, on top of `given`, until it returns true.
  template <class Visit>
  bool any_answers(const std::vector<std::size_t>& set, Digits given, const Visit& visit) const {
    std::vector<std::size_t> num_answers;
    for (const std::size_t cell : set) num_answers.push_back(cells_[cell].answers.size());
    Digits digits(set.size(), 1);
    do {
      for (std::size_t i = 0; i < set.size(); ++i) given[set[i]] = digits[i];
      if (visit(given)) return true;
    } while (step(digits, num_answers, 1));
    return false;
  }

  /// Whether no answers to a set of cells leave a result open.
  [[nodiscard]] bool suffices(std::uint32_t set) const {
    return std::all_of(results_.begin(), results_.end(), [&](const OpenResult& result) {
      std::vector<std::size_t> own;
      for (const std::size_t cell : result.cells)
        if ((set >> cell & 1U) != 0) own.push_back(cell);
      return !any_answers(own, nothing(), [&](const Digits& given) { return result.is_open(given); });
    });
  }

  [[nodiscard]] std::size_t cell_of(const PlannedQuestion& question) const {
    const auto found =
        std::find_if(cells_.begin(), cells_.end(), [&](const auto& each) { return each.cell == question.cell; });
    return static_cast<std::size_t>(found - cells_.begin());
  }

  [[nodiscard]] bool asks_what_nobody_can_answer() const {
    return std::any_of(plan_.subjects.begin(), plan_.subjects.end(), [this](const audit::AskedSubject& subject) {
      return std::any_of(subject.questions.begin(), subject.questions.end(),
                         [this](const PlannedQuestion& question) { return cell_of(question) == cells_.size(); });
    });
  }

  /// More questions than a smallest sufficient set. They may be fewer, as what only the answer to another one needs that is
  /// skipped whenever it would.
  [[nodiscard]] std::string needless_set() const {
    if (!is_smallest()) return "";
    std::uint32_t planned = 0;
    for (const audit::AskedSubject& subject : plan_.subjects)
      for (const PlannedQuestion& question : subject.questions) planned |= std::uint32_t{1} << cell_of(question);
    std::optional<std::vector<std::size_t>> best;
    for (std::uint32_t set = 0; set < std::uint32_t{1} << cells_.size(); ++set) {
      if (!suffices(set)) continue;
      std::vector<std::size_t> list;
      for (std::size_t cell = 0; cell < cells_.size(); ++cell)
        if ((set >> cell & 1U) != 0) list.push_back(cell);
      if (!best || list.size() < best->size() || (list.size() == best->size() && list < *best)) best = list;
    }
    std::uint32_t wanted = 0;
    for (const std::size_t cell : *best) wanted |= std::uint32_t{1} << cell;
    return (planned & ~wanted) == 0 ? "" : fmt::format("brute force asks for {:b}, the plan for {:b}", wanted, planned);
  }

  static bool lies_in(const Value& value, const audit::AnswerRange& range) {
    const auto lies = [&](const auto& number) {
      using Number = std::remove_cvref_t<decltype(number)>;
      return (!range.from || *range.from->template as<Number>() <= number) &&
             (!range.to || number <= *range.to->template as<Number>());
    };
    if (const auto* number = value.as<std::int64_t>()) return lies(*number);
    if (const auto* day = value.as<Date>()) return lies(*day);
    return range.from && range.to && cel::equals(value, *range.from) && cel::equals(value, *range.to);
  }

  [[nodiscard]] bool is_asked(const audit::AskedSubject& subject, const PlannedQuestion& question,
                              const Digits& given) const {
    const auto holds = [&](const audit::EarlierAnswer& earlier) {
      const std::size_t cell = cell_of(subject.questions[earlier.question]);
      return given[cell] != 0 &&
             std::any_of(earlier.answers.begin(), earlier.answers.end(), [&](const audit::AnswerRange& range) {
               return lies_in(cells_[cell].answers[given[cell] - 1], range);
             });
    };
    return question.only_if.empty() ||
           std::any_of(question.only_if.begin(), question.only_if.end(),
                       [&](const audit::EarlierAnswers& all) { return std::all_of(all.begin(), all.end(), holds); });
  }

  /// Calls `visit` with all ways to answer the questions of a record from number `at` on.
  template <class Visit>
  void answer(const audit::AskedSubject& subject, std::size_t at, Digits given, const Visit& visit) const {
    if (at == subject.questions.size()) return visit(given);
    const PlannedQuestion& question = subject.questions[at];
    if (!is_asked(subject, question, given)) return answer(subject, at + 1, given, visit);
    const std::size_t cell = cell_of(question);
    for (given[cell] = 1; given[cell] <= cells_[cell].answers.size(); ++given[cell])
      answer(subject, at + 1, given, visit);
  }

  /// Answers that leave a result open though every question was answered whose condition was met.
  [[nodiscard]] std::string left_open() const {
    std::vector<Digits> all{nothing()};
    for (const audit::AskedSubject& subject : plan_.subjects) {
      std::vector<Digits> next;
      for (const Digits& given : all) answer(subject, 0, given, [&](const Digits& one) { next.push_back(one); });
      all = std::move(next);
    }
    for (const Digits& given : all)
      if (is_open(given)) return fmt::format("the answers {} leave a result open", fmt::join(given, " "));
    return "";
  }

  /// Whether leaving out a cell could leave a result open even though all of `later` is answered.
  [[nodiscard]] bool is_needed(const std::vector<std::size_t>& later, const Digits& given) const {
    return any_answers(later, given, [&](const Digits& one) { return is_open(one); });
  }

  /// How many questions are needed in an order, over all answers.
  [[nodiscard]] std::size_t cost(const std::vector<std::size_t>& order) const {
    std::size_t sum = 0;
    for (std::size_t at = 0; at < order.size(); ++at) {
      const std::vector<std::size_t> later(order.begin() + static_cast<std::ptrdiff_t>(at) + 1, order.end());
      any_answers(order, nothing(), [&](Digits given) {
        for (std::size_t rest = at; rest < order.size(); ++rest) given[order[rest]] = 0;
        sum += is_needed(later, given) ? 1U : 0U;
        return false;
      });
    }
    return sum;
  }

  [[nodiscard]] bool has_few_values(std::size_t cell) const {
    const table::FieldType type = made_.survey->vocabulary.field(cells_[cell].cell.index).type;
    return type == table::FieldType::kBool || type == table::FieldType::kEnum;
  }

  [[nodiscard]] std::string wrong_order() const {
    if (!is_smallest() || plan_.subjects.size() != 1 || plan_.subjects[0].questions.size() > kMostOrdered) return "";
    std::vector<std::size_t> planned;
    for (const PlannedQuestion& question : plan_.subjects[0].questions) planned.push_back(cell_of(question));
    std::vector<std::size_t> order = planned;
    // Of numbers and days the plan counts those that rules tell apart, and here every one of them.
    if (!std::all_of(order.begin(), order.end(), [this](std::size_t cell) { return has_few_values(cell); })) return "";
    std::sort(order.begin(), order.end());
    std::vector<std::size_t> best = order;
    std::size_t least = cost(order);
    while (std::next_permutation(order.begin(), order.end())) {
      const std::size_t sum = cost(order);
      if (sum >= least) continue;
      least = sum;
      best = order;
    }
    return planned == best ? ""
                           : fmt::format("brute force asks in the order {}, the plan {}", fmt::join(best, " "),
                                         fmt::join(planned, " "));
  }

  [[nodiscard]] bool can_be_named(std::size_t cell) const {
    return made_.survey->vocabulary.field(cells_[cell].cell.index).type != table::FieldType::kString;
  }

  /// A question that is asked after some answers though it is needed after none that can be told from them.
  [[nodiscard]] std::string needless_question() const {
    if (!is_smallest() || plan_.subjects.size() != 1) return "";
    const audit::AskedSubject& subject = plan_.subjects[0];
    std::vector<std::size_t> later;
    for (std::size_t at = subject.questions.size(); at-- > 0;) {
      const std::size_t own = cell_of(subject.questions[at]);
      std::map<Digits, bool> needed;  // by the answers that can be named
      audit::AskedSubject before{subject.subject, {}, true};
      before.questions.assign(subject.questions.begin(), subject.questions.begin() + static_cast<std::ptrdiff_t>(at));
      answer(before, 0, nothing(), [&](Digits given) {
        if (!is_asked(subject, subject.questions[at], given)) return;
        const bool need = is_needed(later, given);
        for (std::size_t cell = 0; cell < cells_.size(); ++cell)
          if (!can_be_named(cell)) given[cell] = 0;
        bool& known = needed[given];
        known = known || need;
      });
      for (const auto& [given, need] : needed)
        if (!need) return fmt::format("question {} is asked after {}", at, fmt::join(given, " "));
      later.push_back(own);
    }
    return "";
  }

  const OracleCase& made_;
  cel::EvalContext context_;
  std::vector<AskableCell> cells_;
  std::map<char, NumberedRule> rules_;
  std::vector<OpenItem> items_;
  std::vector<const std::string*> texts_;  ///< By item: its rule.
  std::vector<OpenResult> results_;
  audit::QuestionPlan plan_;
};

}  // namespace

std::string questions_difference(const OracleCase& made) {
  const auto expressions = prepare(made);
  if (expressions == nullptr || made.rules.empty()) return "";
  for (const exec::Root& root : expressions->roots())
    if (root.expr->type().kind != cel::TypeKind::kBool) return "";
  BruteForce brute_force(made, *expressions);
  return brute_force.is_small() ? brute_force.difference() : "";
}

}  // namespace kijun::oracle
