#pragma once

#include <optional>
#include <vector>

#include "engine/cel/bounds.h"
#include "engine/cel/evaluator.h"
#include "engine/cel/function_table.h"
#include "engine/cel/group_memo.h"
#include "engine/cel/logic.h"

namespace kijun::cel {

/// The naive evaluator's walk over one tree for one subject. Every method returns a value or the state it ended in and
/// cannot fail. `evaluator.h` is its face; its parts live in eval_*.cpp by kind of node.
///
/// Two rules hold everywhere. Operands are evaluated from left to right, so the read log tells the order in which a
/// person would look. States merge in two ways only: `LogicFold` for `&& || all exists`, `StrictFold` for all else.
class TreeWalker {
 public:
  /// Everything is borrowed. `log` may be null.
  TreeWalker(const CheckedExpr& expr, const EvalContext& context, RecordRef self, CellList* log, const Locals& locals);

  [[nodiscard]] Value eval(NodeId id);

 private:
  /// A macro variable: its value, or the expression of a `cel.bind` that nobody has read yet.
  struct Local {
    Value value;
    NodeId pending = kNoNode;
  };
  /// What a macro binds to its variables at one step: the element or key; with two variables index and element, or
  /// key and value.
  struct Element {
    Value first;
    Value second;
  };
  /// The list or map a macro runs over, or the state its range ended in.
  struct Range {
    Value source;
    bool two_variables = false;
    std::optional<Value> state;

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] Element element(std::size_t index) const;
  };
  /// A cell named by an expression, or what its operand is instead of a record.
  struct CellOperand {
    std::optional<CellRef> cell;
    Value state;
  };

  // tree_walker.cpp
  Value eval_node(NodeId id);
  std::optional<RecordRef> shared_group(NodeId id) const;
  const GroupMemo::Part& shared_part(NodeId id, const RecordRef& group);

  // eval_names.cpp
  Value eval_reference(NodeId id);
  Value eval_variable(const Reference& reference) const;
  Value eval_local(std::uint32_t slot);
  Value eval_handle(NodeId id, const RecordRef& record);
  Value eval_history(const RecordRef& record) const;
  Value eval_select(NodeId id);
  Value eval_presence(NodeId id, const Value& operand) const;
  Value eval_condition(std::uint32_t index, const RecordRef& record);
  Value read_cell(const CellRef& cell);
  Value typed_cell(NodeId id, Value value) const;
  Value eval_owner(NodeId id);
  CellOperand cell_operand(NodeId id);

  // eval_calls.cpp
  Value eval_call(NodeId id);
  Value eval_strict_call(NodeId id, FunctionId function);
  Value eval_logic(NodeId id, State decisive);
  Value eval_not(NodeId id);
  Value eval_conditional(NodeId id);
  Value eval_optional_select(NodeId id);
  Value eval_optional_or(NodeId id, bool unwrap);
  Value eval_at(NodeId id);
  Value eval_answered(NodeId id);
  Value eval_missing_reason(NodeId id);
  Value eval_raw(NodeId id);

  // eval_comparisons.cpp
  Value eval_comparison(NodeId id, Relation relation);
  Value compare_tallies(NodeId id, Relation relation);
  const table::Field* ordered_field(NodeId id) const;

  // eval_literals.cpp
  Value eval_literal(NodeId id) const;
  Value eval_list(NodeId id);
  Value eval_map(NodeId id);

  // eval_macros.cpp
  Value eval_macro(NodeId id);
  Range eval_range(NodeId id);
  Value eval_element(NodeId macro, const Element& element, NodeId body);
  Value eval_quantifier(NodeId id, State decisive);
  Value eval_exists_one(NodeId id);
  Value eval_filter(NodeId id);
  Value eval_map_macro(NodeId id);
  Value eval_transform_map(NodeId id);
  Value eval_bind(NodeId id);
  Value eval_optional_map(NodeId id);

  // eval_aggregates.cpp
  bool is_tally(NodeId id) const;
  Tally eval_tally(NodeId id);
  Tally count_elements(NodeId id);
  Value settled(NodeId id, const Tally& tally) const;
  Value eval_aggregate(NodeId id);
  Value empty_group(NodeId id);
  RecordRef range_owner(NodeId id);

  const Node& node(NodeId id) const { return expr_.ast.node(id); }
  const Reference& reference(NodeId id) const { return expr_.references[id]; }
  NodeId child(NodeId id, std::size_t index) const { return node(id).children[index]; }
  const World& world() const;

  const CheckedExpr& expr_;
  const EvalContext& context_;
  RecordRef self_;
  CellList* log_;
  std::vector<Local> locals_;
  bool makes_part_ = false;  ///< What the nodes below give is remembered as a whole.
};

/// The value with `id` as the place of its error, when it is an error without a place.
[[nodiscard]] Value placed(Value value, NodeId id);

}  // namespace kijun::cel
