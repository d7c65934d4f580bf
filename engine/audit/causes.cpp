/// Causes by completion. The unknown of an evaluation carries the missing cells it met, which is too many
/// (`council == "established" || council != "established"` names council) and too few (`a ? b : c` with all three
/// missing names a, but whatever a is, b or c decides next). So the rule is decided again over every completion of a
/// set of cells that is closed: it starts with the missing cells the rule reads, and a missing cell that a completion
/// reads beside them joins it. Evaluation is a function of what it reads, so no cell outside can change an outcome, and
/// a cell inside is a cause exactly if two completions that differ only in it give different outcomes.
///
/// Only enum and bool answers can be enumerated. Cells of other types are left open while the others are completed:
/// they are causes if they leave some completion undecided, and a cell that the evaluator named beside them is kept when
/// they leave both of a pair of completions undecided, because their answers could tell the two apart. A record that is missing altogether
/// (a merged municipality, an empty group) is no answer anybody could give: it is a cause if it leaves some completion
/// undecided. Completions grow as the product of the domains, hence the budget; enums of policy surveys have three or
/// four values, so eight open cells still fit.
#include "engine/audit/causes.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "engine/audit/outcome.h"

namespace kijun::audit {
namespace {

using cel::Cause;
using cel::CellRef;
using cel::RecordRef;
using cel::State;
using cel::Value;

/// Most completions tried.
constexpr std::size_t kMaxCompletions = 20'000;

/// A world in which some missing cells have been answered. It notes the missing cells that are read; asking whether a
/// cell is answered reads none.
class CompletedWorld : public cel::World {
 public:
  explicit CompletedWorld(const cel::World& base) : base_(base) {}
  void set(const CellRef& cell, Value value) { values_.insert_or_assign(cell, std::move(value)); }
  /// Missing cells read so far that were not set.
  [[nodiscard]] const std::set<CellRef>& open_cells() const { return open_cells_; }

  Value cell(const CellRef& cell) const override {
    const auto found = values_.find(cell);
    if (found != values_.end()) return found->second;
    Value value = base_.cell(cell);
    if (value.as<cel::Unknown>() != nullptr) open_cells_.insert(cell);
    return value;
  }
  table::MissingReason missing_reason(const CellRef& cell) const override {
    return values_.contains(cell) ? table::MissingReason::kNone : base_.missing_reason(cell);
  }
  std::string raw(const CellRef& cell) const override { return base_.raw(cell); }
  table::SubjectName describe(const RecordRef& record) const override { return base_.describe(record); }
  std::vector<RecordRef> members(const RecordRef& group) const override { return base_.members(group); }
  std::vector<RecordRef> groups_of(const RecordRef& record, table::GroupId group) const override {
    return base_.groups_of(record, group);
  }
  Value earlier(const RecordRef& record, std::uint32_t steps) const override { return base_.earlier(record, steps); }
  Value at_year(const RecordRef& record, std::int64_t year) const override { return base_.at_year(record, year); }

 private:
  const cel::World& base_;
  std::map<CellRef, Value> values_;
  mutable std::set<CellRef> open_cells_;  // notes of reading, which the interface has as const
};

/// Every value an answer can have, or nothing when there are too many to try.
std::optional<std::vector<Value>> domain_of(const CellRef& cell, const cel::Profile& profile) {
  table::FieldType type = table::FieldType::kString;
  const table::Field* field = nullptr;
  if (cell.is_attribute) {
    type = profile.groups[cell.record.subject.space - 1u].attributes[cell.index].type;
  } else {
    field = &profile.vocabulary->field(cell.index);
    type = field->type;
  }
  if (type == table::FieldType::kBool) return std::vector<Value>{Value(true), Value(false)};
  if (type != table::FieldType::kEnum || field == nullptr) return std::nullopt;
  std::vector<Value> values;
  for (const table::EnumValue& value : field->values) values.emplace_back(value.id);
  return values;
}

void sort_distinct(std::vector<Cause>& causes) {
  std::sort(causes.begin(), causes.end());
  causes.erase(std::unique(causes.begin(), causes.end()), causes.end());
}

/// What a rule makes of one world: the decision, and the causes its undecided clauses name.
struct Judgement {
  Decision decision;
  std::vector<Cause> causes;
  bool cannot_judge = false;  ///< The rule applies, and its `judgeable` is false.
};

class Judge {
 public:
  Judge(const CompiledRule& rule, const cel::EvalContext& context, RecordRef subject)
      : rule_(rule), context_(context), subject_(subject) {}

  [[nodiscard]] Judgement in(const cel::World& world) const {
    cel::EvalContext context = context_;
    context.world = &world;
    Judgement made;
    const State when = state(rule_.when, context, made.causes);
    // A rule that does not apply does not look further.
    if (when == State::kFalse) return {decide(when, State::kTrue, State::kTrue), {}, false};
    const State judgeable = state(rule_.judgeable, context, made.causes);
    made.decision = decide(when, judgeable, state(rule_.require, context, made.causes));
    made.cannot_judge = when == State::kTrue && judgeable == State::kFalse;
    if (made.decision.outcome != Outcome::kUnknown || made.cannot_judge) made.causes.clear();
    sort_distinct(made.causes);
    return made;
  }

 private:
  State state(const std::optional<cel::CheckedExpr>& clause, const cel::EvalContext& context,
              std::vector<Cause>& causes) const {
    if (!clause) return State::kTrue;
    const Value value = cel::Evaluator(*clause, context, subject_).eval();
    if (const auto* unknown = value.as<cel::Unknown>())
      causes.insert(causes.end(), unknown->causes.begin(), unknown->causes.end());
    return value.state();
  }

  const CompiledRule& rule_;
  const cel::EvalContext& context_;
  RecordRef subject_;
};

/// The judgements of all completions of a closed set of cells, in mixed-radix order of the cells' domains.
class CompletionTable {
 public:
  CompletionTable(const Judge& judge, const cel::EvalContext& context)
      : judge_(judge), base_(*context.world), profile_(*context.profile) {}

  /// Fills the table, starting with no cell; false when there are too many completions.
  bool fill() {
    do {
      if (!add_cells(found_)) return false;
    } while (!try_all());
    return true;
  }

  /// The causes by definition, sorted; none when the rule's form is the cause.
  [[nodiscard]] std::vector<Cause> causes() const {
    std::vector<Cause> causes;
    for (std::size_t i = 0; i < cells_.size(); ++i)
      if (depends_on(i)) causes.push_back({cells_[i], base_.missing_reason(cells_[i])});
    for (const Judgement& judgement : judgements_)
      causes.insert(causes.end(), judgement.causes.begin(), judgement.causes.end());
    sort_distinct(causes);
    return causes;
  }

 private:
  /// Puts those cells into the set that can be completed; false when that makes too many completions.
  bool add_cells(const std::set<CellRef>& cells) {
    for (const CellRef& cell : cells) {
      std::optional<std::vector<Value>> domain = domain_of(cell, profile_);
      if (!domain) continue;
      if (num_completions_ * domain->size() > kMaxCompletions) return false;
      num_completions_ *= domain->size();
      cells_.push_back(cell);
      domains_.push_back(std::move(*domain));
    }
    return true;
  }

  /// Judges every completion; false, with the cells in `found_`, when one of them reads further cells.
  bool try_all() {
    found_.clear();
    judgements_.clear();
    std::vector<std::size_t> digits(cells_.size(), 0);
    CompletedWorld world(base_);
    do {
      for (std::size_t i = 0; i < digits.size(); ++i) world.set(cells_[i], domains_[i][digits[i]]);
      judgements_.push_back(judge_.in(world));
      for (const Cause& cause : judgements_.back().causes) named_.insert(cause.cell);
    } while (advance(digits));
    for (const CellRef& cell : world.open_cells())
      if (domain_of(cell, profile_)) found_.insert(cell);
    return found_.empty();
  }

  bool advance(std::vector<std::size_t>& digits) const {
    for (std::size_t i = 0; i < digits.size(); ++i) {
      if (++digits[i] < domains_[i].size()) return true;
      digits[i] = 0;
    }
    return false;
  }

  /// True when two completions that differ only in cell `index` differ in outcome, or could.
  [[nodiscard]] bool depends_on(std::size_t index) const {
    std::size_t stride = 1;
    for (std::size_t i = 0; i < index; ++i) stride *= domains_[i].size();
    const std::size_t period = stride * domains_[index].size();
    const bool named = named_.contains(cells_[index]);
    for (std::size_t at = 0; at < judgements_.size(); ++at) {
      if (at % period < stride) continue;
      const Judgement& one = judgements_[at];
      const Judgement& other = judgements_[at - stride];
      if (one.decision.outcome != other.decision.outcome) return true;
      if (named && waits_for_answer(one) && waits_for_answer(other)) return true;
    }
    return false;
  }

  /// Undecided because of an answer that was not enumerated.
  static bool waits_for_answer(const Judgement& judgement) {
    return std::any_of(judgement.causes.begin(), judgement.causes.end(),
                       [](const Cause& cause) { return cause.cell.index != cel::kWholeRecord; });
  }

  const Judge& judge_;
  const cel::World& base_;
  const cel::Profile& profile_;
  std::vector<CellRef> cells_;
  std::vector<std::vector<Value>> domains_;
  std::size_t num_completions_ = 1;
  std::vector<Judgement> judgements_;
  std::set<CellRef> found_;  ///< Cells to add before the next try.
  std::set<CellRef> named_;  ///< Cells that some judgement named while they were open.
};

}  // namespace

OpenResult find_causes(const CompiledRule& rule, const cel::EvalContext& context, RecordRef subject) {
  const Judge judge(rule, context, subject);
  Judgement open = judge.in(*context.world);
  // What a rule cannot judge whatever is answered has its own reason.
  if (open.cannot_judge) return {};
  CompletionTable table(judge, context);
  if (!table.fill()) return {std::move(open.causes), false};
  std::vector<Cause> minimal = table.causes();
  if (minimal.empty()) return {std::move(open.causes), true};
  return {std::move(minimal), false};
}

}  // namespace kijun::audit
