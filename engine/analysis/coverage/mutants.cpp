#include "engine/analysis/coverage/mutants.h"

#include <fmt/format.h>

#include <array>
#include <functional>
#include <set>

#include "engine/cel/functions.h"
#include "engine/cel/operator_text.h"

namespace kijun::analysis {
namespace {

using audit::CompiledRule;
using cel::CheckedExpr;
using cel::FunctionId;
using cel::MacroKind;
using cel::NodeId;

/// One change of one expression.
struct Edit {
  CheckedExpr expr;
  std::string before;
  std::string after;
  std::uint32_t begin = 0;  ///< Of the changed bytes.
  std::uint32_t end = 0;
};

struct Swap {
  FunctionId from;
  FunctionId to;
};

constexpr std::array kSwaps{
    Swap{FunctionId::kEqual, FunctionId::kNotEqual},       Swap{FunctionId::kNotEqual, FunctionId::kEqual},
    Swap{FunctionId::kLess, FunctionId::kLessEqual},       Swap{FunctionId::kLess, FunctionId::kGreaterEqual},
    Swap{FunctionId::kLessEqual, FunctionId::kLess},       Swap{FunctionId::kLessEqual, FunctionId::kGreater},
    Swap{FunctionId::kGreater, FunctionId::kGreaterEqual}, Swap{FunctionId::kGreater, FunctionId::kLessEqual},
    Swap{FunctionId::kGreaterEqual, FunctionId::kGreater}, Swap{FunctionId::kGreaterEqual, FunctionId::kLess},
    Swap{FunctionId::kLogicalAnd, FunctionId::kLogicalOr}, Swap{FunctionId::kLogicalOr, FunctionId::kLogicalAnd},
    Swap{FunctionId::kAdd, FunctionId::kSubtract},         Swap{FunctionId::kSubtract, FunctionId::kAdd}};

/// Finds the edits of one expression.
class Editor {
 public:
  explicit Editor(const CheckedExpr& expr) : expr_(expr) {}

  std::vector<Edit> edits() {
    visit(expr_.ast.root);
    return std::move(edits_);
  }

 private:
  void visit(NodeId id) {
    const cel::Node& node = expr_.ast.node(id);
    if (node.kind == cel::NodeKind::kLiteral) return change_literal(id);
    if (node.macro == MacroKind::kAll) change_macro(id, MacroKind::kExists, "exists");
    if (node.macro == MacroKind::kExists) change_macro(id, MacroKind::kAll, "all");
    if (const std::optional<FunctionId> function = expr_.function(id)) {
      for (const Swap& swap : kSwaps)
        if (swap.from == function) swap_function(id, swap);
      if (function == FunctionId::kLogicalNot) drop_not(id);
      if (function == FunctionId::kAnswered) become_true(id);
      if (function == FunctionId::kDate || function == FunctionId::kMatches) return;  // its text has a form of its own
    }
    for (const NodeId child : node.children) visit(child);
  }

  Edit& add(std::uint32_t begin, std::uint32_t end, std::string before, std::string after) {
    return edits_.emplace_back(Edit{expr_, std::move(before), std::move(after), begin, end});
  }

  void swap_function(NodeId id, const Swap& swap) {
    const cel::Node& node = expr_.ast.node(id);
    Edit& edit = add(node.name_begin, node.name_end, std::string(cel::operator_text(swap.from)),
                     std::string(cel::operator_text(swap.to)));
    edit.expr.references[id].index = static_cast<std::uint32_t>(swap.to);
    edit.expr.ast.nodes[id].name = std::string(cel::function_name(swap.to));
  }

  void change_macro(NodeId id, MacroKind macro, const char* name) {
    const cel::Node& node = expr_.ast.node(id);
    Edit& edit = add(node.name_begin, node.name_end, node.macro == MacroKind::kAll ? "all" : "exists", name);
    edit.expr.ast.nodes[id].macro = macro;
  }

  void drop_not(NodeId id) {
    const cel::Node& node = expr_.ast.node(id);
    const NodeId operand = node.children.front();
    Edit& edit = add(node.begin, expr_.ast.node(operand).begin, "!", "");
    edit.expr.ast.nodes[id] = expr_.ast.node(operand);
    edit.expr.types[id] = expr_.types[operand];
    edit.expr.references[id] = expr_.references[operand];
  }

  void become_true(NodeId id) {
    const cel::Node& node = expr_.ast.node(id);
    Edit& edit = add(node.begin, node.end, std::string(expr_.source_text(id)), "true");
    set_literal(edit, id, true);
  }

  static void set_literal(Edit& edit, NodeId id, cel::Literal literal) {
    cel::Node& node = edit.expr.ast.nodes[id];
    node.kind = cel::NodeKind::kLiteral;
    node.literal = std::move(literal);
    node.children.clear();
    edit.expr.references[id] = {};
  }

  void replace_literal(NodeId id, cel::Literal literal, std::string text) {
    const cel::Node& node = expr_.ast.node(id);
    set_literal(add(node.begin, node.end, std::string(expr_.source_text(id)), std::move(text)), id, std::move(literal));
  }

  void change_literal(NodeId id) {
    const cel::Literal& literal = expr_.ast.node(id).literal;
    const cel::Type& type = expr_.types[id];
    if (const bool* value = std::get_if<bool>(&literal)) replace_literal(id, !*value, *value ? "false" : "true");
    if (const auto* value = std::get_if<std::int64_t>(&literal))
      for (const std::int64_t other : {*value - 1, *value + 1}) replace_literal(id, other, fmt::format("{}", other));
    if (const auto* value = std::get_if<double>(&literal))
      replace_literal(id, *value + 1, fmt::format("{}", *value + 1));
    const auto* text = std::get_if<std::string>(&literal);
    if (text == nullptr || type.kind != cel::TypeKind::kEnum || type.field == nullptr) return;
    for (const table::EnumValue& value : type.field->values)
      if (value.id != *text) replace_literal(id, value.id, '"' + value.id + '"');
  }

  const CheckedExpr& expr_;
  std::vector<Edit> edits_;
};

std::string edited_text(const CheckedExpr& expr, const Edit& edit) {
  const std::string& text = expr.text.text();
  return text.substr(0, edit.begin) + edit.after + text.substr(edit.end);
}

/// A bool constant in the place of an expression.
CheckedExpr constant(const CheckedExpr& expr, bool value) {
  CheckedExpr made = expr;
  cel::Node& node = made.ast.nodes[made.ast.root];
  node.kind = cel::NodeKind::kLiteral;
  node.macro = MacroKind::kNone;
  node.literal = value;
  node.children.clear();
  made.references[made.ast.root] = {};
  made.types[made.ast.root] = cel::Type::of(cel::TypeKind::kBool);
  return made;
}

/// Makes the mutants of one rule.
class MutantMaker {
 public:
  MutantMaker(const audit::Plan& plan, const CompiledRule& rule) : plan_(plan), rule_(rule) {}

  std::vector<Mutant> make() {
    edit_clause(
        rule_.when, [](CompiledRule & made) -> auto& { return *made.when; });
    edit_clause(
        rule_.judgeable, [](CompiledRule & made) -> auto& { return *made.judgeable; });
    edit_clause(
        rule_.require, [](CompiledRule & made) -> auto& { return *made.require; });
    if (rule_.when) drop(*rule_.when, "when", [](CompiledRule& made) { made.when.reset(); });
    if (rule_.judgeable) drop(*rule_.judgeable, "judgeable", [](CompiledRule& made) { made.judgeable.reset(); });
    if (rule_.deadline && rule_.source->verdict.before_deadline)
      drop(*rule_.deadline, "deadline", [](CompiledRule& made) { made.deadline.reset(); });
    for (std::size_t i = 0; i < rule_.cases.size(); ++i) {
      const CheckedExpr& when = rule_.cases[i].when;
      edit(
          when, [i](CompiledRule & made) -> auto& { return made.cases[i].when; });
      drop(when, "case " + rule_.cases[i].source->id,
           [i, &when](CompiledRule& made) { made.cases[i].when = constant(when, false); });
      note_conditions(when);
    }
    for (const std::uint32_t condition : conditions_) edit_condition(condition);
    return std::move(mutants_);
  }

 private:
  using Place = std::function<CheckedExpr&(CompiledRule&)>;

  void edit_clause(const std::optional<CheckedExpr>& expr, const Place& place) {
    if (!expr) return;
    edit(*expr, place);
    note_conditions(*expr);
  }

  void edit(const CheckedExpr& expr, const Place& place) {
    for (Edit& edit : Editor(expr).edits()) {
      Mutant& mutant = add(expr, edit);
      place(*mutant.rule) = std::move(edit.expr);
    }
  }

  void edit_condition(std::uint32_t index) {
    const CheckedExpr& expr = plan_.conditions[index];
    for (Edit& edit : Editor(expr).edits()) {
      Mutant& mutant = add(expr, edit);
      mutant.condition = std::make_unique<CheckedExpr>(std::move(edit.expr));
      mutant.view->conditions[index] = mutant.condition.get();
    }
  }

  template <class Change>
  void drop(const CheckedExpr& expr, const std::string& what, Change change) {
    Mutant& mutant = add();
    mutant.change = {fmt::format("`{}`を除く", what), fmt::format("`{}` dropped", what)};
    mutant.text = expr.text.text();
    mutant.span = expr.text.span();
    change(*mutant.rule);
  }

  Mutant& add() {
    Mutant& mutant = mutants_.emplace_back();
    mutant.rule = std::make_unique<CompiledRule>(rule_);
    mutant.view = std::make_unique<RuleView>(plan_, *mutant.rule);
    return mutant;
  }

  Mutant& add(const CheckedExpr& expr, const Edit& edit) {
    Mutant& mutant = add();
    const std::string change = fmt::format("`{}` → `{}`", edit.before, edit.after);
    mutant.change = {change, change};
    mutant.text = edited_text(expr, edit);
    mutant.span = expr.text.span(edit.begin, edit.end);
    return mutant;
  }

  void note_conditions(const CheckedExpr& expr) {
    for (const cel::Reference& reference : expr.references)
      if (reference.kind == cel::RefKind::kCondition && conditions_.insert(reference.index).second)
        note_conditions(plan_.conditions[reference.index]);
  }

  const audit::Plan& plan_;
  const CompiledRule& rule_;
  std::set<std::uint32_t> conditions_;
  std::vector<Mutant> mutants_;
};

}  // namespace

std::vector<Mutant> make_mutants(const audit::Plan& plan, const CompiledRule& rule) {
  return MutantMaker(plan, rule).make();
}

}  // namespace kijun::analysis
