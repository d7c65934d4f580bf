#include "engine/audit/evidence.h"

#include "engine/cel/functions.h"
#include "engine/cel/group_memo.h"

namespace kijun::audit {
namespace {

using cel::CellList;
using cel::CheckedExpr;
using cel::EvalContext;
using cel::Evaluator;
using cel::FunctionId;
using cel::Locals;
using cel::MacroKind;
using cel::Node;
using cel::NodeId;
using cel::NodeKind;
using cel::RecordRef;
using cel::RefKind;
using cel::State;
using cel::Value;

/// Walks an expression beside its values. One walker per expression; a named condition gets its own.
class Walker {
 public:
  Walker(const CheckedExpr& expr, const EvalContext& context, RecordRef self, CellList& out)
      : expr_(expr), context_(context), self_(self), evaluator_(expr, context, self), out_(out) {}

  void walk(NodeId node, const Locals& locals) {
    if (expr_.calls(node, FunctionId::kLogicalAnd)) return walk_logic(node, locals, State::kFalse);
    if (expr_.calls(node, FunctionId::kLogicalOr)) return walk_logic(node, locals, State::kTrue);
    if (expr_.calls(node, FunctionId::kLogicalNot)) return walk(expr_.ast.node(node).children.front(), locals);
    const Node& syntax = expr_.ast.node(node);
    if (syntax.kind == NodeKind::kMacro && (syntax.macro == MacroKind::kAll || syntax.macro == MacroKind::kExists) &&
        syntax.variables.size() == 1)
      return walk_quantifier(node, locals, syntax.macro == MacroKind::kAll ? State::kFalse : State::kTrue);
    if (expr_.references[node].kind == RefKind::kCondition) return walk_condition(node, locals);
    add_reads(node, locals);
  }

 private:
  /// Operands that decided: those in the decisive state if the whole is in it, else those that are not neutral, else all.
  void walk_logic(NodeId node, const Locals& locals, State decisive) {
    const State whole = evaluator_.eval(node, locals).state();
    const State neutral = cel::logical_not(decisive);
    for (const NodeId child : expr_.ast.node(node).children) {
      const State state = evaluator_.eval(child, locals).state();
      if (whole == neutral || (whole == decisive ? state == decisive : state != neutral)) walk(child, locals);
    }
  }

  /// What decides a quantifier over a group is the same for all its records.
  void walk_quantifier(NodeId node, const Locals& locals, State decisive) {
    const auto group = context_.memo == nullptr ? std::nullopt : context_.memo->group_of(expr_, node, self_);
    if (!group) return walk_elements(node, locals, decisive);
    EvalContext context = context_;
    context.world = &context_.memo->members_world();
    out_.add(context_.memo->cells({&expr_, node, *group}, [&](CellList& made) {
      Walker(expr_, context, self_, made).walk_elements(node, locals, decisive);
    }));
  }

  void walk_elements(NodeId node, const Locals& locals, State decisive) {
    const std::vector<NodeId>& children = expr_.ast.node(node).children;
    const Value range = evaluator_.eval(children[0], locals);
    const cel::List* elements = range.as_list();
    if (elements == nullptr) return add_reads(node, locals);
    const State whole = evaluator_.eval(node, locals).state();
    const State neutral = cel::logical_not(decisive);
    for (const Value& element : *elements) {
      Locals inner = locals;
      inner.push_back(element);
      const State state = evaluator_.eval(children[1], inner).state();
      if (whole == neutral || (whole == decisive ? state == decisive : state != neutral)) walk(children[1], inner);
    }
  }

  void walk_condition(NodeId node, const Locals& locals) {
    const cel::Reference& reference = expr_.references[node];
    RecordRef subject = self_;
    if (!reference.implicit_self) {
      const Value operand = evaluator_.eval(expr_.ast.node(node).children.front(), locals);
      if (operand.as<RecordRef>() == nullptr) return add_reads(node, locals);
      subject = *operand.as<RecordRef>();
    }
    const CheckedExpr& condition = *context_.conditions[reference.index];
    Walker(condition, context_, subject, out_).walk(condition.ast.root, {});
  }

  void add_reads(NodeId node, const Locals& locals) {
    evaluator_.log_reads(&out_);
    (void)evaluator_.eval(node, locals);
    evaluator_.log_reads(nullptr);
  }

  const CheckedExpr& expr_;
  const EvalContext& context_;
  RecordRef self_;
  Evaluator evaluator_;
  CellList& out_;
};

/// Lists clauses depth first.
class Tracer {
 public:
  Tracer(const CheckedExpr& expr, const EvalContext& context, RecordRef self, std::vector<Clause>& out)
      : expr_(expr), context_(context), self_(self), out_(out) {}

  void trace(NodeId node, std::size_t depth) {
    const bool inner = expr_.calls(node, FunctionId::kLogicalAnd) || expr_.calls(node, FunctionId::kLogicalOr) ||
                       expr_.calls(node, FunctionId::kLogicalNot) || expr_.calls(node, FunctionId::kConditional);
    Evaluator evaluator(expr_, context_, self_);
    Clause clause{&expr_, node, std::string(expr_.source_text(node)), depth, evaluator.eval(node, {}), {}};
    const cel::Reference& reference = expr_.references[node];
    const bool condition = reference.kind == RefKind::kCondition && reference.implicit_self;
    if (!inner && !condition) clause.cells = cells_of(node);
    out_.push_back(std::move(clause));
    if (condition) {
      const CheckedExpr& named = *context_.conditions[reference.index];
      Tracer(named, context_, self_, out_).trace(named.ast.root, depth + 1);
    }
    if (inner)
      for (const NodeId child : expr_.ast.node(node).children) trace(child, depth + 1);
  }

 private:
  [[nodiscard]] std::vector<cel::CellRef> cells_of(NodeId node) const {
    CellList cells;
    Walker(expr_, context_, self_, cells).walk(node, {});
    return cells.first();
  }

  const CheckedExpr& expr_;
  const EvalContext& context_;
  RecordRef self_;
  std::vector<Clause>& out_;
};

}  // namespace

void add_deciding_cells(const CheckedExpr& expr, const EvalContext& context, RecordRef self, CellList& cells) {
  add_deciding_cells(expr, expr.ast.root, context, self, cells);
}

void add_deciding_cells(const CheckedExpr& expr, NodeId node, const EvalContext& context, RecordRef self,
                        CellList& cells) {
  Walker(expr, context, self, cells).walk(node, {});
}

std::vector<Clause> trace_clauses(const CheckedExpr& expr, const EvalContext& context, RecordRef self) {
  std::vector<Clause> clauses;
  EvalContext of_subject = context;
  of_subject.memo = nullptr;  // a trace lists every cell in order, which a memo does not
  Tracer(expr, of_subject, self, clauses).trace(expr.ast.root, 0);
  return clauses;
}

}  // namespace kijun::audit
