#include "engine/cel/evaluator.h"

#include "engine/cel/tree_walker.h"

namespace kijun::cel {

Evaluator::Evaluator(const CheckedExpr& expr, const EvalContext& context, RecordRef self)
    : expr_(expr), context_(context), self_(self) {}

Value Evaluator::eval() { return eval(expr_.ast.root, {}); }

Value Evaluator::eval(NodeId node, const Locals& locals) {
  return TreeWalker(expr_, context_, self_, log_, locals).eval(node);
}

}  // namespace kijun::cel
