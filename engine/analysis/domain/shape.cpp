#include "engine/analysis/domain/shape.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/analysis/domain/rule_form.h"
#include "engine/cel/evaluator.h"
#include "engine/cel/functions.h"
#include "engine/table/group.h"

// One walk over the trees of a rule. Every node of a record's or a group's type is resolved to the shape it stands for,
// so a cell that is read is noted at its own subject; named conditions are walked where they are read, with their
// subject. Which constants matter follows from the comparisons: a number or date that is only ever compared with
// constants is exhausted by one value at, between and beyond them. Every other use is noted as inexact, and nothing is
// then proven by not being found.

namespace kijun::analysis {
namespace {

using cel::CheckedExpr;
using cel::FunctionId;
using cel::MacroKind;
using cel::NodeId;
using cel::NodeKind;
using cel::Reference;
using cel::RefKind;
using cel::TypeKind;

bool is_cell(const Reference& reference) {
  return reference.kind == RefKind::kField || reference.kind == RefKind::kGroupAttribute;
}

/// Code, name, kind and id of a subject: texts that no field holds.
bool is_naming(const Reference& reference) {
  return reference.kind == RefKind::kCode || reference.kind == RefKind::kName || reference.kind == RefKind::kKind ||
         reference.kind == RefKind::kGroupId;
}

bool is_logic(FunctionId function) {
  return function == FunctionId::kLogicalAnd || function == FunctionId::kLogicalOr ||
         function == FunctionId::kLogicalNot || function == FunctionId::kConditional;
}

/// The nodes below `id` that read cells or names of subjects, and whether anything else of a subject is read.
void find_cells(const CheckedExpr& expr, NodeId id, std::vector<NodeId>& cells, bool& other) {
  const Reference& reference = expr.references[id];
  if (is_cell(reference)) {
    cells.push_back(id);
    return;
  }
  const std::optional<FunctionId> function = expr.function(id);
  other = other || !audit::is_common(reference.kind) || (function && asks_about_cell(*function));
  for (const NodeId child : expr.ast.node(id).children) find_cells(expr, child, cells, other);
}

/// Walks the expressions of one rule.
class ShapeReader {
 public:
  ShapeReader(const audit::Plan& plan, Reading& reading) : plan_(plan), reading_(reading) {}

  void add(const std::optional<CheckedExpr>& expr) {
    if (expr) add(*expr, reading_.subject);
  }
  void add(const CheckedExpr& expr, Shape& self) { (void)Walk(*this, expr, self).visit(expr.ast.root); }

 private:
  /// Where an expression stands: its subject and the shapes of the macros' variables around a node.
  class Walk {
   public:
    Walk(ShapeReader& reader, const CheckedExpr& expr, Shape& self) : reader_(reader), expr_(expr), self_(self) {}

    /// The subjects the node stands for, if it does for any.
    Shape* visit(NodeId id) {
      const Reference& ref = expr_.references[id];
      const cel::Node& node = expr_.ast.node(id);
      if (node.kind == NodeKind::kMacro) {
        if (node.macro == MacroKind::kCount || node.macro == MacroKind::kShare) inexact(id);
        return visit_macro(id);
      }
      switch (ref.kind) {
        case RefKind::kSelf:
          return &self_;
        case RefKind::kLocal:
          return ref.index < locals_.size() ? locals_[ref.index] : nullptr;
        case RefKind::kField:
        case RefKind::kGroupAttribute:
          if (CellUse* use = cell(id)) {
            use->value_read = true;
            const table::FieldType type = use->field.type;
            if (type != table::FieldType::kEnum && type != table::FieldType::kBool) inexact(id);
          }
          return nullptr;
        case RefKind::kCondition:
          if (Shape* owner = this->owner(id)) reader_.add(reader_.plan_.conditions[ref.index], *owner);
          return nullptr;
        case RefKind::kCode:
        case RefKind::kName:
        case RefKind::kGroupId:
        case RefKind::kKind:
          naming(id);
          inexact(id);
          return nullptr;
        case RefKind::kGroup:
        case RefKind::kGroups:
          return group(id);
        case RefKind::kGroupMembers:
          return link(owner(id), "members", "", true);
        case RefKind::kPrevious:
          return earlier(owner(id), "previous");
        case RefKind::kHistory:
          inexact(id);
          return earlier(owner(id), "previous");
        case RefKind::kAt:
          return at_year(id);
        case RefKind::kAsOf:
          reader_.reading_.as_of_read = true;
          return nullptr;
        case RefKind::kFiscalYear:
          reader_.reading_.fiscal_year_read = true;
          return nullptr;
        case RefKind::kFunction:
          visit_call(id);
          return nullptr;
        case RefKind::kNone:
        case RefKind::kVariable:
        case RefKind::kParam:
        case RefKind::kTypeValue:
          break;
      }
      for (const NodeId child : node.children) (void)visit(child);
      return nullptr;
    }

   private:
    Shape* owner(NodeId id) {
      const cel::Node& node = expr_.ast.node(id);
      if (expr_.references[id].implicit_self || node.children.empty()) return &self_;
      return visit(node.children.front());
    }

    static Shape* link(Shape* owner, const std::string& name, const std::string& group, bool many) {
      if (owner == nullptr) return nullptr;
      Link& made = owner->links[name];
      if (made.shape == nullptr) {
        made.shape = std::make_unique<Shape>();
        made.shape->group = group;
      }
      made.many = made.many || many;
      return made.shape.get();
    }

    Shape* group(NodeId id) {
      const Reference& ref = expr_.references[id];
      const table::GroupKind& kind = reader_.plan_.profile.groups[ref.group];
      Shape* from = owner(id);
      // On the group itself its handle is the group.
      if (from != nullptr && from->group == kind.id) return from;
      return link(from, kind.id, kind.id, ref.kind == RefKind::kGroups);
    }

    Shape* earlier(Shape* from, const std::string& name) {
      return link(from, name, from == nullptr ? std::string() : from->group, false);
    }

    Shape* at_year(NodeId id) {
      const std::vector<NodeId>& children = expr_.ast.node(id).children;
      const cel::Value year = children.empty() ? cel::Value() : constant(children.back());
      const auto* number = year.as<std::int64_t>();
      if (number == nullptr) {
        inexact(id);
        return nullptr;
      }
      Shape* from = children.size() > 1 ? visit(children.front()) : &self_;
      return earlier(from, fmt::format("at {}", *number));
    }

    CellUse* cell(NodeId id) {
      const Reference& ref = expr_.references[id];
      Shape* owner = this->owner(id);
      if (owner == nullptr) return nullptr;
      if (ref.kind == RefKind::kField) {
        const table::Field& field = reader_.plan_.vocabulary->field(ref.index);
        return &owner->fields.try_emplace(field.id, CellUse{field, false, false, false, {}}).first->second;
      }
      const std::vector<table::GroupKind>& kinds = reader_.plan_.profile.groups;
      const auto kind =
          std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.id == owner->group; });
      if (kind == kinds.end() || ref.index >= kind->attributes.size()) return nullptr;
      table::Field field;
      field.id = kind->attributes[ref.index].id;
      field.type = kind->attributes[ref.index].type;
      return &owner->attributes.try_emplace(field.id, CellUse{field, false, false, false, {}}).first->second;
    }

    void naming(NodeId id) {
      Shape* owner = this->owner(id);
      if (owner == nullptr) return;
      (expr_.references[id].kind == RefKind::kKind ? owner->kind_read : owner->text_read) = true;
    }

    void inexact(NodeId id) { reader_.reading_.inexact.insert(std::string(expr_.source_text(id))); }

    [[nodiscard]] cel::Value constant(NodeId id) const {
      if (!is_constant(expr_, id)) return {};
      const cel::EvalContext context =
          reader_.plan_.context(nullptr, reader_.plan_.ruleset.from_year, usual_day(reader_.plan_));
      return cel::Evaluator(expr_, context).eval(id, {});
    }

    void add_constant(NodeId id, bool is_kind) {
      (void)visit(id);  // notes `as_of` and `fiscal_year`
      Reading& reading = reader_.reading_;
      const cel::Value value = constant(id);
      if (const auto* number = value.as<std::int64_t>()) {
        reading.ints.insert(*number);
        reading.doubles.insert(static_cast<double>(*number));
      }
      if (const auto* number = value.as<double>()) reading.doubles.insert(*number);
      if (const auto* number = value.as<Decimal>()) reading.doubles.insert(std::stod(number->text()));
      if (const auto* date = value.as<Date>()) reading.dates.insert(*date);
      if (const auto* text = value.as<std::string>()) (is_kind ? reading.kinds : reading.texts).insert(*text);
      if (const cel::List* list = value.as_list())
        for (const cel::Value& element : *list)
          if (const auto* text = element.as<std::string>()) (is_kind ? reading.kinds : reading.texts).insert(*text);
    }

    /// Reads a cell or a name as one side of a comparison; true when the node is nothing but that.
    bool compare_plainly(NodeId id, bool with_cell) {
      const Reference& ref = expr_.references[id];
      if (is_naming(ref)) {
        naming(id);
        return true;
      }
      if (!is_cell(ref)) return false;
      if (CellUse* use = cell(id)) {
        use->value_read = true;
        use->compared = use->compared || with_cell;
        if (use->field.type == table::FieldType::kList) inexact(id);
      }
      return true;
    }

    [[nodiscard]] bool is_plain(NodeId id) const {
      return is_cell(expr_.references[id]) || is_naming(expr_.references[id]);
    }

    /// `size(zone.members)` and `zone.members.count(…)`: the links they count.
    Link* counted(NodeId id) {
      const cel::Node& node = expr_.ast.node(id);
      const bool is_size = expr_.function(id) == FunctionId::kSize && !node.children.empty();
      if (!is_size && node.macro != MacroKind::kCount) return nullptr;
      Shape* elements = is_size ? visit(node.children.front()) : visit_macro(id);
      return elements == nullptr ? nullptr : link_of(reader_.reading_.subject, elements);
    }

    /// The link that leads to a shape, somewhere below `from`.
    static Link* link_of(Shape& from, const Shape* shape) {
      for (auto& [name, link] : from.links) {
        if (link.shape.get() == shape) return &link;
        if (Link* below = link_of(*link.shape, shape)) return below;
      }
      return nullptr;
    }

    void visit_comparison(NodeId id) {
      const std::vector<NodeId>& sides = expr_.ast.node(id).children;
      if (sides.size() != 2) return;
      if (is_constant(expr_, sides[0]) && is_constant(expr_, sides[1])) {
        for (const NodeId side : sides) add_constant(side, false);
        return;
      }
      for (std::size_t at = 0; at < 2; ++at) {
        const NodeId side = sides[at];
        const NodeId other = sides[1 - at];
        if (is_constant(expr_, side)) {
          add_constant(side, expr_.references[other].kind == RefKind::kKind);
        } else if (is_constant(expr_, other) || is_plain(other)) {
          if (!compare_plainly(side, is_plain(other))) count_or_visit(side, other);
        } else {
          (void)visit(side);
        }
      }
    }

    void count_or_visit(NodeId id, NodeId with) {
      constexpr std::size_t kMaxCounted = 6;
      const cel::Value value = constant(with);
      const auto* number = value.as<std::int64_t>();
      Link* link = counted(id);
      if (link == nullptr) {
        if (!monadic_text(id)) (void)visit(id);
      } else if (number == nullptr || *number < 0 || *number > static_cast<std::int64_t>(kMaxCounted)) {
        inexact(id);
      } else {
        link->num_counted = std::max(link->num_counted, static_cast<std::size_t>(*number) + 1);
      }
    }

    /// A bool that depends on one text only: a free atom of that text.
    bool monadic_text(NodeId id) {
      std::vector<NodeId> cells;
      bool other = false;
      find_cells(expr_, id, cells, other);
      if (cells.size() != 1 || other || expr_.types[cells.front()].kind != TypeKind::kString) return false;
      CellUse* use = cell(cells.front());
      if (use == nullptr) return false;
      use->value_read = true;
      if (expr_.types[id].kind == TypeKind::kBool) {
        use->tests.push_back({expr_, cells.front()});
        use->tests.back().expr.ast.root = id;
      } else {
        inexact(id);
      }
      add_texts(id);
      return true;
    }

    void add_texts(NodeId id) {
      const cel::Node& node = expr_.ast.node(id);
      if (const auto* text = std::get_if<std::string>(&node.literal);
          node.kind == NodeKind::kLiteral && text != nullptr)
        reader_.reading_.texts.insert(*text);
      for (const NodeId child : node.children) add_texts(child);
    }

    void visit_call(NodeId id) {
      const FunctionId function = *expr_.function(id);
      const std::vector<NodeId>& children = expr_.ast.node(id).children;
      if (asks_about_cell(function)) {
        CellUse* use =
            children.empty() || !is_cell(expr_.references[children.front()]) ? nullptr : cell(children.front());
        if (use != nullptr && function == FunctionId::kMissingReason) use->reason_read = true;
        if (function == FunctionId::kRaw) inexact(id);
        return;
      }
      if (is_comparison(function)) {
        if (expr_.types[id].kind == TypeKind::kBool && text_beside_constant(id)) return;
        return visit_comparison(id);
      }
      if (function == FunctionId::kIn && children.size() == 2) return visit_in(id);
      if (!is_logic(function) && expr_.types[id].kind == TypeKind::kBool && monadic_text(id)) return;
      for (const NodeId child : children) (void)visit(child);
      if (function == FunctionId::kSize || (function == FunctionId::kIndex && !is_constant(expr_, id))) inexact(id);
    }

    /// `nfkc(note) == "…"`: a test of the text, where the text itself is not what is compared.
    bool text_beside_constant(NodeId id) {
      for (const NodeId side : expr_.ast.node(id).children)
        if (is_plain(side)) return false;
      return monadic_text(id);
    }

    void visit_in(NodeId id) {
      const std::vector<NodeId>& children = expr_.ast.node(id).children;
      const bool is_kind = expr_.references[children[0]].kind == RefKind::kKind;
      if (is_constant(expr_, children[1]) && compare_plainly(children[0], false))
        return add_constant(children[1], is_kind);
      if (is_constant(expr_, children[0]) && is_cell(expr_.references[children[1]])) {
        if (CellUse* use = cell(children[1])) use->value_read = true;
        return add_constant(children[0], false);
      }
      for (const NodeId child : children) (void)visit(child);
      inexact(id);
    }

    /// `all` and `exists` need one element to witness their result, `exists_one` two.
    void note_quantifier(NodeId id, Shape* range) {
      const MacroKind macro = expr_.ast.node(id).macro;
      if (macro == MacroKind::kCount || macro == MacroKind::kBind) return;
      Link* link = range == nullptr ? nullptr : link_of(reader_.reading_.subject, range);
      const bool is_one = macro == MacroKind::kExistsOne;
      if (link == nullptr ||
          (macro != MacroKind::kAll && macro != MacroKind::kExists && macro != MacroKind::kFilter && !is_one))
        return inexact(id);  // no number of elements shows everything
      const std::string form = part_form(reader_.plan_, expr_, id);
      link->quantifiers.insert(form);
      if (is_one) link->quantifiers.insert(form + " twice");
    }

    Shape* visit_macro(NodeId id) {
      const cel::Node& node = expr_.ast.node(id);
      Shape* range = visit(node.children.front());
      const std::size_t depth = locals_.size();
      if (node.variables.size() == 2) locals_.push_back(nullptr);
      locals_.push_back(range);
      for (std::size_t at = 1; at < node.children.size(); ++at) (void)visit(node.children[at]);
      locals_.resize(depth);
      note_quantifier(id, range);
      return node.macro == MacroKind::kFilter || node.macro == MacroKind::kCount ? range : nullptr;
    }

    ShapeReader& reader_;
    const CheckedExpr& expr_;
    Shape& self_;
    std::vector<Shape*> locals_;
  };

  const audit::Plan& plan_;
  Reading& reading_;
};

/// A record is a member of its groups, so what rules read of members they may read of it.
void join_members(Shape& record) {
  for (const auto& [name, link] : record.links) {
    const auto members = link.shape->links.find("members");
    if (link.shape->group.empty() || members == link.shape->links.end()) continue;
    for (const auto& [id, use] : members->second.shape->fields) {
      CellUse& own = record.fields.try_emplace(id, use).first->second;
      own.value_read = own.value_read || use.value_read;
      own.reason_read = own.reason_read || use.reason_read;
      own.compared = own.compared || use.compared;
    }
  }
}

}  // namespace

Date usual_day(const audit::Plan& plan) { return Date::fiscal_year_end(plan.ruleset.from_year).value_or(Date{}); }

void add_rule(const audit::Plan& plan, const audit::CompiledRule& rule, Reading& reading) {
  ShapeReader reader(plan, reading);
  if (rule.audience.space != table::kRecordSpace) reading.subject.group = rule.audience.kind;
  reading.subject.any_kind = reading.subject.any_kind || rule.audience.kind == "record";
  reader.add(rule.when);
  reader.add(rule.judgeable);
  reader.add(rule.require);
  for (const audit::CompiledCase& rule_case : rule.cases) reader.add(rule_case.when, reading.subject);
  if (reading.subject.group.empty()) join_members(reading.subject);
  if (!rule.deadline) return;
  reader.add(rule.deadline);
  reading.as_of_read = true;
  const cel::EvalContext context = plan.context(nullptr, plan.ruleset.from_year, Date{});
  if (is_constant(*rule.deadline, rule.deadline->ast.root)) {
    const cel::Value day = cel::Evaluator(*rule.deadline, context).eval();
    if (const Date* date = day.as<Date>()) reading.dates.insert(*date);
  }
}

}  // namespace kijun::analysis
