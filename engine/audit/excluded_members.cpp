#include "engine/audit/excluded_members.h"

#include <algorithm>
#include <vector>

#include "engine/cel/functions.h"
#include "engine/cel/group_memo.h"

namespace kijun::audit {
namespace {

using cel::CheckedExpr;
using cel::FunctionId;
using cel::MacroKind;
using cel::NodeId;
using cel::RecordRef;
using cel::RefKind;
using cel::State;

bool is_filter(const CheckedExpr& expr, NodeId node) {
  const cel::Node& syntax = expr.ast.node(node);
  return syntax.kind == cel::NodeKind::kMacro && syntax.macro == MacroKind::kFilter;
}

/// Looks through one expression; named conditions are looked through with the subject they are asked of.
class Search {
 public:
  Search(const CheckedExpr& expr, const cel::EvalContext& context, RecordRef subject, cel::CellList& excluded)
      : expr_(expr), context_(context), subject_(subject), evaluator_(expr, context, subject), excluded_(excluded) {}

  void look_at(NodeId node) {
    if (is_filter(expr_, node)) look_at_filter(node);
    const cel::Reference& reference = expr_.references[node];
    if (reference.kind == RefKind::kCondition) return look_at_condition(node, reference);
    const std::vector<NodeId>& children = expr_.ast.node(node).children;
    // What a macro asks of its elements cannot be asked outside of it.
    const bool is_macro = expr_.ast.node(node).kind == cel::NodeKind::kMacro;
    for (std::size_t i = 0; i < (is_macro ? 1 : children.size()); ++i) look_at(children[i]);
  }

 private:
  void look_at_condition(NodeId node, const cel::Reference& reference) {
    RecordRef subject = subject_;
    if (!reference.implicit_self) {
      const cel::Value owner = evaluator_.eval(expr_.ast.node(node).children.front(), {});
      if (owner.as<RecordRef>() == nullptr) return;
      subject = *owner.as<RecordRef>();
    }
    const CheckedExpr& condition = *context_.conditions[reference.index];
    Search(condition, context_, subject, excluded_).look_at(condition.ast.root);
  }

  void look_at_filter(NodeId node) {
    std::vector<NodeId> answered;
    std::vector<NodeId> others;
    split(expr_.ast.node(node).children[1], answered, others);
    if (answered.empty()) return;
    const auto group = context_.memo == nullptr ? std::nullopt : context_.memo->group_of(expr_, node, subject_);
    if (!group) return look_at_elements(node, answered, others);
    cel::EvalContext context = context_;
    context.world = &context_.memo->members_world();
    excluded_.add(context_.memo->cells({&expr_, node, *group}, [&](cel::CellList& made) {
      Search(expr_, context, subject_, made).look_at_elements(node, answered, others);
    }));
  }

  void look_at_elements(NodeId node, const std::vector<NodeId>& answered, const std::vector<NodeId>& others) {
    const std::vector<NodeId>& children = expr_.ast.node(node).children;
    const cel::Value range = evaluator_.eval(children[0], {});
    const cel::List* elements = range.as_list();
    if (elements == nullptr) return;
    for (const cel::Value& element : *elements) {
      const RecordRef* member = element.as<RecordRef>();
      const auto holds = [&](NodeId part) { return evaluator_.eval(part, {element}).state() == State::kTrue; };
      if (member != nullptr && std::all_of(others.begin(), others.end(), holds) &&
          !std::all_of(answered.begin(), answered.end(), holds))
        excluded_.add({*member, false, cel::kWholeRecord});
    }
  }

  /// The operands of `&&` that ask for an answer, and the others.
  void split(NodeId node, std::vector<NodeId>& answered, std::vector<NodeId>& others) const {
    if (expr_.calls(node, FunctionId::kLogicalAnd)) {
      for (const NodeId child : expr_.ast.node(node).children) split(child, answered, others);
    } else if (expr_.calls(node, FunctionId::kAnswered)) {
      answered.push_back(node);
    } else {
      others.push_back(node);
    }
  }

  const CheckedExpr& expr_;
  const cel::EvalContext& context_;
  RecordRef subject_;
  cel::Evaluator evaluator_;
  cel::CellList& excluded_;
};

}  // namespace

std::size_t count_excluded(const CompiledRule& rule, const cel::EvalContext& context, RecordRef subject) {
  constexpr std::size_t kNoneInOrder = 0;
  cel::CellList excluded(kNoneInOrder);
  for (const auto* expr : {&rule.when, &rule.judgeable, &rule.require})
    if (*expr) Search(**expr, context, subject, excluded).look_at((*expr)->ast.root);
  return excluded.size();
}

}  // namespace kijun::audit
