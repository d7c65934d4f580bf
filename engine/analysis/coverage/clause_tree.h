#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/audit/outcome.h"
#include "engine/audit/plan.h"
#include "engine/cel/checked_expr.h"

namespace kijun::analysis {

/// A bool that `&&`, `||` and `!` only combine: a comparison, a quantifier, a field. Equal ones of a rule are one.
struct Clause {
  cel::CheckedExpr expr;  ///< Its root is the clause.
  std::string form;       ///< `part_form`.
  [[nodiscard]] std::string_view text() const { return expr.source_text(expr.ast.root); }
  [[nodiscard]] diag::Span span() const { return expr.span(expr.ast.root); }
};

/// A rule as a function of its clauses' states. Named conditions about the subject itself are opened.
class ClauseTree {
 public:
  ClauseTree(const audit::Plan& plan, const audit::CompiledRule& rule);

  /// What a rule gives: everything but severity, which the case and the day add.
  struct Result {
    audit::Decision decision;
    std::size_t rule_case = kNoCase;
    static constexpr std::size_t kNoCase = SIZE_MAX;
    bool operator==(const Result&) const = default;
  };

  [[nodiscard]] const std::vector<Clause>& clauses() const { return clauses_; }
  /// The clauses' expressions, as evaluators take them.
  [[nodiscard]] std::vector<const cel::CheckedExpr*> exprs() const;
  /// `states` are by clause.
  [[nodiscard]] Result result(std::span<const cel::State> states) const;
  /// True when the clause, true or false, decides: its opposite would give another result.
  [[nodiscard]] bool decides(std::size_t clause, std::span<const cel::State> states) const;
  /// Which clauses a condition has: `when`, `judgeable`, `require`, then the cases.
  [[nodiscard]] std::size_t num_parts() const { return parts_.size(); }
  [[nodiscard]] cel::State part(std::size_t part, std::span<const cel::State> states) const;

 private:
  enum class Kind : std::uint8_t { kAnd, kOr, kNot, kClause, kTrue };
  struct Step {
    Kind kind = Kind::kTrue;
    std::size_t clause = 0;
    std::vector<std::size_t> operands;
  };

  std::size_t add(const audit::Plan& plan, const std::optional<cel::CheckedExpr>& expr);
  std::size_t add(const audit::Plan& plan, const cel::CheckedExpr& expr, cel::NodeId node);
  std::size_t add_step(Step step);
  std::size_t add_clause(const audit::Plan& plan, const cel::CheckedExpr& expr, cel::NodeId node);
  [[nodiscard]] cel::State eval(std::size_t step, std::span<const cel::State> states) const;

  std::vector<Clause> clauses_;
  std::vector<Step> steps_;
  std::vector<std::size_t> parts_;
};

}  // namespace kijun::analysis
