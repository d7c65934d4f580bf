/// A cell that changes no outcome is no cause, and yet the evaluation may wait for it: for `a` in `(a ? 1 : 2) < 3 && b`, or
/// for `c` in `(c == "x" || c != "x") && b`. Causes alone may therefore leave a result undecided after all of them were
/// answered.
///
/// An expression that evaluates all its parts in any case waits for nothing that it did not wait for before something was
/// answered, so what the open evaluation names is sufficient, and so are the causes if they are all that it names. Only a
/// part that a missing answer keeps from being evaluated can come up later: a branch of `?:`, what a macro does with an
/// open list, what an optional gives. Where a rule has such a part and the answer that keeps it is missing, or where what
/// does not apply may have been stronger than what is unknown, the causes are answered in every way, and what still waits
/// joins them until nothing does. What is too much for that takes every missing answer the rule could read.
#include "engine/audit/questions/sufficient_cells.h"

#include <algorithm>
#include <optional>
#include <set>

#include "engine/audit/completion_table.h"
#include "engine/audit/questions/answer_table.h"
#include "engine/audit/reads.h"
#include "engine/cel/functions.h"

namespace kijun::audit {
namespace {

using cel::CellRef;
using cel::CheckedExpr;
using cel::FunctionId;
using cel::NodeId;
using cel::RecordRef;
using cel::RefKind;

using Cells = std::set<CellRef>;

/// What can keep parts of a node from being evaluated, or turn them over when it is answered.
std::optional<NodeId> turner_of(const CheckedExpr& expr, NodeId id) {
  if (const std::optional<NodeId> keeper = keeper_of(expr, id)) return keeper;
  const std::optional<FunctionId> function = expr.function(id);
  const bool turns = function && (*function == FunctionId::kOptionalSelect || *function == FunctionId::kOptionalOr ||
                                  *function == FunctionId::kOptionalOrValue || asks_about_cell(*function));
  return turns ? std::optional(expr.ast.node(id).children[0]) : std::nullopt;
}

class Search {
 public:
  Search(const CompiledRule& rule, const Plan& plan, const cel::EvalContext& context, RecordRef subject)
      : rule_(rule), plan_(plan), context_(context), subject_(subject), judge_(rule, context, subject) {}

  SufficientCells from(const OpenResult& open) {
    Cells causes;
    for (const cel::Cause& cause : open.causes)
      if (can_be_asked(cause.cell, context_)) causes.insert(cause.cell);
    if (causes.empty()) return {};
    const Reads reads = reads_of(rule_, plan_);
    list_records(reads.groups);
    const bool can_come_up = !missing_of(reads_of_turners()).empty() || may_not_apply(reads);
    const Cells enough = can_come_up ? missing_of(reads) : askable(named_when_open());
    if (is_among(enough, causes)) return made(causes, open.is_minimal);
    if (const std::optional<Cells> grown = grow(causes))
      return made(*grown, open.is_minimal && grown->size() == causes.size());
    causes.insert(enough.begin(), enough.end());
    return made(causes, false);
  }

 private:
  static SufficientCells made(const Cells& cells, bool is_smallest) {
    return {{cells.begin(), cells.end()}, is_smallest};
  }

  static bool is_among(const Cells& some, const Cells& all) {
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
  }

  [[nodiscard]] Cells askable(const Cells& cells) const {
    Cells kept;
    std::copy_if(cells.begin(), cells.end(), std::inserter(kept, kept.end()),
                 [&](const CellRef& cell) { return can_be_asked(cell, context_); });
    return kept;
  }

  [[nodiscard]] Cells named_when_open() const {
    Cells cells;
    for (const cel::Cause& cause : judge_.in(*context_.world).causes) cells.insert(cause.cell);
    return cells;
  }

  /// Lists the subject and whoever the rule can reach from it through groups.
  void list_records(const std::set<table::GroupId>& groups) {
    std::vector<RecordRef> next{subject_};
    while (!next.empty()) {
      const RecordRef record = next.back();
      next.pop_back();
      if (!records_.insert(record).second) continue;
      if (record.subject.space != table::kRecordSpace) {
        const std::vector<RecordRef> members = context_.world->members(record);
        next.insert(next.end(), members.begin(), members.end());
        continue;
      }
      for (const table::GroupId group : groups) {
        const std::vector<RecordRef> its = context_.world->groups_of(record, group);
        next.insert(next.end(), its.begin(), its.end());
      }
    }
  }

  /// What decides whether other parts of the rule are evaluated.
  [[nodiscard]] Reads reads_of_turners() const {
    Reads reads;
    std::set<std::uint32_t> conditions_seen;
    for (const auto* clause : {&rule_.when, &rule_.judgeable, &rule_.require})
      if (clause->has_value()) add_turners(**clause, reads, conditions_seen);
    return reads;
  }

  void add_turners(const CheckedExpr& expr, Reads& reads, std::set<std::uint32_t>& conditions_seen) const {
    for (NodeId id = 0; id < expr.references.size(); ++id) {
      if (const std::optional<NodeId> turner = turner_of(expr, id)) reads.add(expr, *turner, plan_);
      const cel::Reference& reference = expr.references[id];
      if (reference.kind == RefKind::kCondition && conditions_seen.insert(reference.index).second)
        add_turners(plan_.conditions[reference.index], reads, conditions_seen);
    }
  }

  /// The cells of these fields that can be asked for.
  [[nodiscard]] Cells missing_of(const Reads& reads) const {
    Cells cells;
    for (const RecordRef& record : records_) {
      for (const table::FieldIndex field : reads.fields) {
        const CellRef cell{record, false, field};
        if (can_be_asked(cell, context_)) cells.insert(cell);
      }
    }
    return cells;
  }

  /// Whether a part of the rule can be not applicable.
  [[nodiscard]] bool may_not_apply(const Reads& reads) const {
    if (reads.empties || reads.earlier || reads.attributes) return true;
    return std::any_of(records_.begin(), records_.end(), [&](const RecordRef& record) {
      return record.subject.space == table::kRecordSpace &&
             std::any_of(reads.fields.begin(), reads.fields.end(), [&](table::FieldIndex field) {
               return context_.world->cell({record, false, field}).state() == cel::State::kNotApplicable;
             });
    });
  }

  /// The cells and what the result waits for however they are answered; nothing where that is too much to try.
  [[nodiscard]] std::optional<Cells> grow(Cells cells) const {
    AnswerDomains domains(rule_, context_, AnswerDomains::Extent::kAllTypes);
    for (;;) {
      domains.limit_to(cells);
      const bool can_be_tried = std::all_of(cells.begin(), cells.end(), [&](const CellRef& cell) {
        const AnswerDomain* const domain = domains.of(cell);
        return domain != nullptr && domain->is_complete;
      });
      if (!can_be_tried) return std::nullopt;
      ReadBudget budget{kMaxCauseReads};
      const CountedMembers counted(rule_, context_, subject_, domains);
      CompletionTable table(judge_, counted, *context_.world, domains, budget);
      if (!table.fill()) return std::nullopt;
      const std::size_t num_before = cells.size();
      cells.merge(askable(table.waited_for()));
      if (cells.size() == num_before) return cells;
    }
  }

  const CompiledRule& rule_;
  const Plan& plan_;
  const cel::EvalContext& context_;
  RecordRef subject_;
  WorldJudge judge_;
  std::set<RecordRef> records_;
};

}  // namespace

SufficientCells sufficient_cells(const CompiledRule& rule, const Plan& plan, const cel::EvalContext& context,
                                 RecordRef subject, const OpenResult& open) {
  return Search(rule, plan, context, subject).from(open);
}

}  // namespace kijun::audit
