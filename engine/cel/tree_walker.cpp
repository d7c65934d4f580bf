#include "engine/cel/tree_walker.h"

#include "engine/base/assert.h"

namespace kijun::cel {

TreeWalker::TreeWalker(const CheckedExpr& expr, const EvalContext& context, RecordRef self, CellList* log,
                       const Locals& locals)
    : expr_(expr), context_(context), self_(self), log_(log) {
  for (const Value& local : locals) locals_.push_back({local, kNoNode});
}

Value TreeWalker::eval(NodeId id) {
  const std::optional<RecordRef> group = is_tally(id) ? std::nullopt : shared_group(id);
  return group.has_value() ? shared_part(id, *group).value : eval_node(id);
}

std::optional<RecordRef> TreeWalker::shared_group(NodeId id) const {
  if (context_.memo == nullptr || makes_part_) return std::nullopt;
  return context_.memo->group_of_value(expr_, id, self_);
}

/// What a node gives for the group of the subject, whoever of it asks first.
const GroupMemo::Part& TreeWalker::shared_part(NodeId id, const RecordRef& group) {
  GroupMemo& memo = *context_.memo;
  const GroupMemo::Key key{&expr_, id, group};
  const GroupMemo::Part* part = memo.find(key);
  if (part == nullptr) {
    EvalContext context = context_;
    context.world = &memo.members_world();
    CellList reads(memo.max_first());
    TreeWalker walker(expr_, context, self_, &reads, {});
    walker.locals_ = locals_;
    walker.makes_part_ = true;
    GroupMemo::Part made;
    if (is_tally(id))
      made.tally = walker.count_elements(id);
    else
      made.value = walker.eval_node(id);
    made.reads = CellList::share(std::move(reads));
    part = &memo.keep(key, std::move(made));
  }
  if (log_ != nullptr) log_->add(part->reads);
  return *part;
}

Value TreeWalker::eval_node(NodeId id) {
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
