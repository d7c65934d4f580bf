#include "engine/analysis/coverage/clause_tree.h"

#include <algorithm>

#include "engine/analysis/domain/rule_form.h"
#include "engine/cel/functions.h"

namespace kijun::analysis {
namespace {

using cel::CheckedExpr;
using cel::FunctionId;
using cel::NodeId;
using cel::RefKind;
using cel::State;

constexpr std::size_t kWhen = 0;
constexpr std::size_t kJudgeable = 1;
constexpr std::size_t kRequire = 2;
constexpr std::size_t kFirstCase = 3;

}  // namespace

ClauseTree::ClauseTree(const audit::Plan& plan, const audit::CompiledRule& rule) {
  parts_ = {add(plan, rule.when), add(plan, rule.judgeable), add(plan, rule.require)};
  for (const audit::CompiledCase& one : rule.cases) parts_.push_back(add(plan, one.when, one.when.ast.root));
}

std::vector<const CheckedExpr*> ClauseTree::exprs() const {
  std::vector<const CheckedExpr*> result;
  for (const Clause& clause : clauses_) result.push_back(&clause.expr);
  return result;
}

std::size_t ClauseTree::add_step(Step step) {
  steps_.push_back(std::move(step));
  return steps_.size() - 1;
}

std::size_t ClauseTree::add(const audit::Plan& plan, const std::optional<CheckedExpr>& expr) {
  return expr ? add(plan, *expr, expr->ast.root) : add_step({Kind::kTrue, 0, {}});
}

std::size_t ClauseTree::add(const audit::Plan& plan, const CheckedExpr& expr, NodeId id) {
  const cel::Node& node = expr.ast.node(id);
  const cel::Reference& reference = expr.references[id];
  if (reference.kind == RefKind::kCondition && (reference.implicit_self || node.children.empty())) {
    const CheckedExpr& condition = plan.conditions[reference.index];
    return add(plan, condition, condition.ast.root);
  }
  if (const std::optional<FunctionId> function = expr.function(id)) {
    Step step;
    if (function == FunctionId::kLogicalAnd) step.kind = Kind::kAnd;
    if (function == FunctionId::kLogicalOr) step.kind = Kind::kOr;
    if (function == FunctionId::kLogicalNot) step.kind = Kind::kNot;
    if (step.kind != Kind::kTrue) {
      for (const NodeId child : node.children) step.operands.push_back(add(plan, expr, child));
      return add_step(std::move(step));
    }
  }
  return add_clause(plan, expr, id);
}

std::size_t ClauseTree::add_clause(const audit::Plan& plan, const CheckedExpr& expr, NodeId id) {
  std::string form = part_form(plan, expr, id);
  const auto found =
      std::find_if(clauses_.begin(), clauses_.end(), [&](const Clause& clause) { return clause.form == form; });
  if (found != clauses_.end()) return add_step({Kind::kClause, static_cast<std::size_t>(found - clauses_.begin()), {}});
  clauses_.push_back({expr, std::move(form)});
  clauses_.back().expr.ast.root = id;
  return add_step({Kind::kClause, clauses_.size() - 1, {}});
}

State ClauseTree::eval(std::size_t at, std::span<const State> states) const {
  const Step& step = steps_[at];
  switch (step.kind) {
    case Kind::kTrue:
      return State::kTrue;
    case Kind::kClause:
      return states[step.clause];
    case Kind::kNot:
      return cel::logical_not(eval(step.operands.front(), states));
    case Kind::kAnd:
    case Kind::kOr:
      break;
  }
  State result = eval(step.operands.front(), states);
  for (std::size_t i = 1; i < step.operands.size(); ++i) {
    const State operand = eval(step.operands[i], states);
    result = step.kind == Kind::kAnd ? cel::logical_and(result, operand) : cel::logical_or(result, operand);
  }
  return result;
}

State ClauseTree::part(std::size_t part, std::span<const State> states) const { return eval(parts_[part], states); }

ClauseTree::Result ClauseTree::result(std::span<const State> states) const {
  Result made;
  made.decision = audit::decide(part(kWhen, states), part(kJudgeable, states), part(kRequire, states));
  if (made.decision.outcome != audit::Outcome::kFail && made.decision.outcome != audit::Outcome::kUnknown) return made;
  for (std::size_t i = kFirstCase; i < parts_.size() && made.rule_case == Result::kNoCase; ++i)
    if (part(i, states) == State::kTrue) made.rule_case = i - kFirstCase;
  return made;
}

bool ClauseTree::decides(std::size_t clause, std::span<const State> states) const {
  if (states[clause] != State::kTrue && states[clause] != State::kFalse) return false;
  std::vector<State> flipped(states.begin(), states.end());
  flipped[clause] = cel::logical_not(flipped[clause]);
  return result(states) != result(flipped);
}

}  // namespace kijun::analysis
