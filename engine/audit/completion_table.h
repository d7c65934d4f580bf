#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "engine/audit/answer_domains.h"
#include "engine/audit/completed_world.h"
#include "engine/audit/counted_members.h"
#include "engine/audit/outcome.h"
#include "engine/audit/plan.h"
#include "engine/cel/evaluator.h"

namespace kijun::audit {

/// What a rule makes of one world: the decision, and the causes its undecided clauses name.
struct Judgement {
  Decision decision;
  std::vector<cel::Cause> causes;
  bool cannot_judge = false;  ///< The rule applies, and its `judgeable` is false.
  /// Whether any answer that is not known yet could turn a clause. In `&&` and `||` what does not apply wins over what is
  /// unknown, and only there can an answer decide without it.
  bool may_turn = false;
};

/// One rule and one subject, to be judged in several worlds. All is borrowed.
class WorldJudge {
 public:
  WorldJudge(const CompiledRule& rule, const cel::EvalContext& context, cel::RecordRef subject)
      : rule_(rule), context_(context), subject_(subject) {}

  /// By the naive evaluator. A rule that cannot be judged, and one that is decided, has no causes; else they are sorted.
  [[nodiscard]] Judgement in(const cel::World& world) const;

 private:
  const CompiledRule& rule_;
  const cel::EvalContext& context_;
  cel::RecordRef subject_;
};

/// How many members cast which vote, by vote.
using Tally = std::vector<std::size_t>;

/// Members that can cast the same votes.
struct MemberClass {
  std::vector<CountedMember> members;
  std::vector<Tally> tallies;  ///< Every one there can be.
  std::map<Tally, std::size_t> place_of;

  /// Lists the tallies; false when they are more than `max`.
  bool list_tallies(std::size_t max);
  /// Answers for the members so that their votes are those of the tally at `place`.
  void complete(CompletedWorld& world, std::size_t place) const;
  /// The tally where one member more casts `to` instead of `from`, which somebody does.
  [[nodiscard]] std::size_t turned(std::size_t place, std::size_t from, std::size_t to) const;

 private:
  bool add_tallies(Tally tally, std::size_t left, std::size_t max);
};

/// The judgements of all completions of a closed set of cells, in mixed-radix order: first the cells' domains, then the
/// tallies of the classes of members. Cells without a domain stay open.
class CompletionTable {
 public:
  /// All is borrowed.
  CompletionTable(const WorldJudge& judge, const CountedMembers& counted, const cel::World& base,
                  const AnswerDomains& domains, ReadBudget& budget)
      : judge_(judge), counted_(counted), base_(base), domains_(domains), budget_(budget) {}

  /// Fills the table, starting with no cell; false when the budget does not last.
  [[nodiscard]] bool fill();

  /// The causes by definition, sorted; none when the rule's form is the cause.
  [[nodiscard]] std::vector<cel::Cause> causes() const;

  /// What the judgements that stay undecided wait for.
  [[nodiscard]] std::set<cel::CellRef> waited_for() const;

 private:
  [[nodiscard]] cel::Cause cause(const cel::CellRef& cell) const { return {cell, base_.missing_reason(cell)}; }
  void add_cell(const cel::CellRef& cell);
  bool count_completions();
  void try_all();
  [[nodiscard]] bool depends_on(std::size_t index, std::size_t stride) const;
  void add_causes(const MemberClass& members, std::size_t stride, std::vector<cel::Cause>& causes) const;
  [[nodiscard]] bool turns_outcome(const MemberClass& members, std::size_t stride, std::size_t from, std::size_t to,
                                   bool named) const;
  [[nodiscard]] bool differ(std::size_t a, std::size_t b, bool named) const;

  const WorldJudge& judge_;
  const CountedMembers& counted_;
  const cel::World& base_;
  const AnswerDomains& domains_;
  ReadBudget& budget_;
  OpenCells open_;                                    ///< Completed one by one.
  std::map<std::vector<Vote>, MemberClass> classes_;  ///< By the votes their members can cast.
  std::size_t num_completions_ = 1;
  std::vector<Judgement> judgements_;
  std::set<cel::CellRef> found_;  ///< Cells to add before the next try.
  std::set<cel::CellRef> seen_;   ///< Cells added so far.
  std::set<cel::CellRef> named_;  ///< Cells that some judgement named while they were open.
};

}  // namespace kijun::audit
