#pragma once

#include <optional>
#include <set>

#include "engine/audit/plan.h"
#include "engine/cel/checked_expr.h"
#include "engine/table/subject.h"
#include "engine/table/vocabulary.h"

namespace kijun::audit {

/// What evaluating an expression can read, named conditions included. An upper bound: what a subject really reads
/// depends on its answers.
struct Reads {
  std::set<table::FieldIndex> fields;
  std::set<table::GroupId> groups;  ///< Groups reached from a record, whose members may be read.
  bool subject = false;             ///< Anything that depends on the subject at all.
  bool earlier = false;             ///< Surveys before the audited one.
  bool attributes = false;          ///< Attributes of groups, which nobody is asked for.
  bool empties = false;             ///< Aggregates that an empty group leaves undefined.

  /// Adds what an expression reads; nothing for an absent one.
  void add(const std::optional<cel::CheckedExpr>& expr, const Plan& plan);
  void add(const cel::CheckedExpr& expr, const Plan& plan);
  /// Adds what evaluating the part of an expression below a node reads.
  void add(const cel::CheckedExpr& expr, cel::NodeId root, const Plan& plan);

 private:
  void add_node(const cel::CheckedExpr& expr, cel::NodeId node, const Plan& plan,
                std::set<std::uint32_t>& conditions_seen);
  void add_all(const cel::CheckedExpr& expr, const Plan& plan, std::set<std::uint32_t>& conditions_seen);
  void add_below(const cel::CheckedExpr& expr, cel::NodeId node, const Plan& plan,
                 std::set<std::uint32_t>& conditions_seen);
};

/// What the clauses of a rule that decide its outcome can read.
[[nodiscard]] Reads reads_of(const CompiledRule& rule, const Plan& plan);

/// What an indicator can read of those it is about.
[[nodiscard]] Reads reads_of(const CompiledIndicator& indicator, const Plan& plan);

/// True for names that mean the same for all subjects, and for what has no name.
[[nodiscard]] bool is_common(cel::RefKind kind);

/// True when nothing of any subject is read below the node: parameters, days and literals alone.
[[nodiscard]] bool is_constant(const cel::CheckedExpr& expr, cel::NodeId node);

/// The operand of a node that, while it has no value, keeps the other parts from being evaluated: the condition of `?:`, or
/// the list that a macro runs over. Nothing for nodes without such a part; which members a group has is always known.
[[nodiscard]] std::optional<cel::NodeId> keeper_of(const cel::CheckedExpr& expr, cel::NodeId node);

}  // namespace kijun::audit
