#include "engine/cel/tree_walker.h"

#include "engine/base/assert.h"

namespace kijun::cel {

TreeWalker::TreeWalker(const CheckedExpr& expr, const EvalContext& context, RecordRef self, ReadLog* log,
                       const Locals& locals)
    : expr_(expr), context_(context), self_(self), log_(log) {
  for (const Value& local : locals) locals_.push_back({local, kNoNode});
}

Value TreeWalker::eval(NodeId id) {
  const RefKind kind = reference(id).kind;
  switch (node(id).kind) {
    case NodeKind::kLiteral:
      return eval_literal(id);
    case NodeKind::kIdent:
      return placed(eval_reference(id), id);
    case NodeKind::kSelect:
      return placed(kind == RefKind::kNone ? eval_select(id) : eval_reference(id), id);
    case NodeKind::kCall:
      return placed(eval_call(id), id);
    case NodeKind::kList:
      return placed(eval_list(id), id);
    case NodeKind::kMap:
      return placed(eval_map(id), id);
    case NodeKind::kMacro:
      return placed(eval_macro(id), id);
  }
  return {};
}

const World& TreeWalker::world() const {
  KIJUN_ASSERT(context_.world != nullptr);
  return *context_.world;
}

Value placed(Value value, NodeId id) {
  const auto* error = value.as<EvalError>();
  if (error == nullptr || error->node != kNoNode) return value;
  return Value::error(error->code, error->message, id);
}

}  // namespace kijun::cel
