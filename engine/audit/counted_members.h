#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/audit/answer_domains.h"
#include "engine/audit/completed_world.h"
#include "engine/audit/plan.h"
#include "engine/cel/evaluator.h"

namespace kijun::audit {

/// What the macros that count a member make of it: true or false for each, nothing for those that do not range over it.
using Vote = std::vector<std::optional<bool>>;

/// A member whose missing cells reach an outcome only through its votes.
struct CountedMember {
  OpenCells open;
  std::vector<Vote> votes;               ///< Distinct, sorted.
  std::vector<std::size_t> completions;  ///< By vote, one completion of the cells that gives it.
  std::vector<std::size_t> vote_of;      ///< By completion.

  /// True when two completions that differ only in cell `index` give the votes `a` and `b`.
  [[nodiscard]] bool turns(std::size_t index, std::size_t a, std::size_t b) const;
};

/// The members that a rule looks at only by counting: `share(m, P)`, `count`, `all`, `exists` and `exists_one` over the
/// members of a group, where `P` reads nothing but `m`, while the rest of the rule reads no record but its subject. Such
/// a rule cannot tell members apart that vote alike.
class CountedMembers {
 public:
  /// All is borrowed.
  CountedMembers(const CompiledRule& rule, const cel::EvalContext& context, cel::RecordRef subject,
                 const AnswerDomains& domains);

  /// The member a missing cell belongs to, or nothing when the cell can reach the outcome in another way, or when the
  /// member does not vote in every completion.
  [[nodiscard]] std::optional<CountedMember> member_of(const cel::CellRef& cell, ReadBudget& budget) const;

 private:
  struct Count {
    const cel::CheckedExpr* expr = nullptr;
    cel::NodeId predicate = cel::kNoNode;
    std::vector<cel::RecordRef> members;  ///< Sorted.
  };

  bool look_at(const cel::CheckedExpr& expr, cel::NodeId node);
  bool look_at_children(const cel::CheckedExpr& expr, cel::NodeId node);
  bool add_count(const cel::CheckedExpr& expr, cel::NodeId node);
  /// Nothing where some predicate is neither true nor false.
  [[nodiscard]] std::optional<Vote> vote(cel::RecordRef member, const CompletedWorld& world) const;
  [[nodiscard]] bool try_all(cel::RecordRef member, CompletedWorld& world, const ReadBudget& budget,
                             std::size_t num_completions, CountedMember& made) const;

  const cel::EvalContext& context_;
  cel::RecordRef subject_;
  const AnswerDomains& domains_;
  std::vector<Count> counts_;  ///< Empty when the rule looks at members in another way too.
};

}  // namespace kijun::audit
