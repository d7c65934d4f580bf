/// The normal form is built from the leaves: every node becomes text in which nothing is left that does not matter.
/// Invariants: (1) a name of the subject is written with its owner, so that a condition read of a member (`m.met`) is the
/// condition's own expression with `m` in the place of `self`; (2) a variable of a macro is written as the number of
/// macro variables around it, counted through the conditions that were put in; (3) negation is carried down to the
/// leaves, so `&&` and `||` are lists of operands, sorted and each once (their value does not depend on order: a
/// decisive operand, then unknown, then error); (4) a long part is written as its SHA-256, which keeps the text of
/// conditions that build upon each other from doubling at every step.
#include "engine/cel/normal_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "engine/base/sha256.h"

namespace kijun::cel {
namespace {

/// Bytes from which a part is written as its hash.
constexpr std::size_t kLongPart = 4096;

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result + "\"";
}

std::string literal_text(const Literal& literal) {
  struct Visitor {
    std::string operator()(std::monostate) const { return "null"; }
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
    std::string operator()(std::uint64_t value) const { return fmt::format("{}u", value); }
    std::string operator()(double value) const { return fmt::format("double({})", value); }
    std::string operator()(const std::string& value) const { return quoted(value); }
    std::string operator()(const Bytes& value) const { return "b" + quoted(value.data); }
    std::string operator()(const Decimal& value) const { return "decimal(" + value.text() + ")"; }
  };
  return std::visit(Visitor{}, literal);
}

std::string param_text(const Value& value) {
  if (const auto* flag = value.as<bool>()) return literal_text(*flag);
  if (const auto* integer = value.as<std::int64_t>()) return literal_text(*integer);
  if (const auto* number = value.as<double>()) return literal_text(*number);
  if (const auto* text = value.as<std::string>()) return literal_text(*text);
  if (const auto* date = value.as<Date>()) return "date(" + quoted(date->iso()) + ")";
  return debug_text(value);
}

class NormalForm {
 public:
  explicit NormalForm(const NameMeanings& names) : names_(names) {}

  std::string of(const CheckedExpr& expr) { return form({&expr, "self", 0}, {expr.ast.root, 0, false}); }

 private:
  /// The expression a node is of: itself, or a condition that was put in for its name.
  struct Frame {
    const CheckedExpr* expr;
    std::string self;          ///< What stands for `self`.
    std::uint32_t first_slot;  ///< Macro variables around the place where it was put in.
  };
  struct At {
    NodeId id;
    std::uint32_t slots;  ///< Macro variables around the node, those of outer expressions included.
    bool negated;
  };
  using Visited = std::set<std::tuple<std::uint32_t, std::string, bool>>;
  /// One list of `&&` or `||` while it is collected.
  struct Operands {
    bool is_and;
    std::set<std::string> texts;
    Visited conditions;  ///< Put in already: once more adds nothing.
  };

  std::string form(const Frame& frame, At at) {
    std::string text = whole_form(frame, at);
    return text.size() > kLongPart ? "#" + sha256_hex(text) : text;
  }

  std::string whole_form(const Frame& frame, At at) {
    const Node& node = frame.expr->ast.node(at.id);
    const Reference& ref = frame.expr->references[at.id];
    if (ref.kind == RefKind::kCondition) return condition(frame, at);
    if (node.kind == NodeKind::kCall && ref.kind == RefKind::kFunction) return call(frame, at);
    if (node.kind == NodeKind::kMacro) return macro(frame, at);
    if (node.kind == NodeKind::kLiteral && std::holds_alternative<bool>(node.literal))
      return literal_text(std::get<bool>(node.literal) != at.negated);
    const std::string text = leaf(frame, {at.id, at.slots, false});
    return at.negated ? "!" + text : text;
  }

  /// A name or literal, or a node whose value is none of ours to negate.
  std::string leaf(const Frame& frame, At at) {
    const Node& node = frame.expr->ast.node(at.id);
    const Reference& ref = frame.expr->references[at.id];
    switch (ref.kind) {
      case RefKind::kLocal:
        return fmt::format("v{}", frame.first_slot + ref.index);
      case RefKind::kSelf:
        return frame.self;
      case RefKind::kParam:
        return param_text(names_.params[ref.index]);
      case RefKind::kFiscalYear:
        return "fiscal_year";
      case RefKind::kAsOf:
        return "as_of";
      case RefKind::kAt:
        return fmt::format("{}.at({})", node.has_receiver ? child(frame, at, 0) : frame.self,
                           child(frame, at, node.has_receiver ? 1 : 0));
      case RefKind::kVariable:
        return ref.name;
      case RefKind::kNone:
      case RefKind::kField:
      case RefKind::kCondition:
      case RefKind::kCode:
      case RefKind::kName:
      case RefKind::kKind:
      case RefKind::kGroup:
      case RefKind::kGroups:
      case RefKind::kGroupId:
      case RefKind::kGroupMembers:
      case RefKind::kGroupAttribute:
      case RefKind::kPrevious:
      case RefKind::kHistory:
      case RefKind::kTypeValue:
      case RefKind::kFunction:
        break;
    }
    switch (node.kind) {
      case NodeKind::kLiteral:
        return literal_text(node.literal);
      case NodeKind::kIdent:
        return ref.implicit_self ? frame.self + "." + member_name(frame, at.id) : node.name;
      case NodeKind::kSelect:
        return fmt::format("{}{}.{}", node.test_only ? "has:" : "", child(frame, at, 0), member_name(frame, at.id));
      case NodeKind::kList:
      case NodeKind::kMap:
        return fmt::format("{}[{}]", node.kind == NodeKind::kMap ? "map" : "", fmt::join(entries(frame, at), ","));
      case NodeKind::kCall:
      case NodeKind::kMacro:
        break;
    }
    return fmt::format("{}({})", node.name, fmt::join(children(frame, at, 0), ","));
  }

  /// `answer` is the field it stands for; every other member goes by the name it is written with.
  [[nodiscard]] std::string member_name(const Frame& frame, NodeId id) const {
    const Reference& ref = frame.expr->references[id];
    return ref.kind == RefKind::kField ? names_.profile->vocabulary->field(ref.index).id
                                       : frame.expr->ast.node(id).name;
  }

  std::string call(const Frame& frame, At at) {
    const std::string& name = frame.expr->ast.node(at.id).name;
    if (name == "_&&_" || name == "_||_") return logic(frame, at, name == "_&&_");
    if (name == "!_") return form(frame, {child_id(frame, at, 0), at.slots, !at.negated});
    if (name == "_==_" || name == "_!=_") return equality(frame, at, (name == "_==_") != at.negated);
    const std::string text = call_text(frame, {at.id, at.slots, false}, name);
    return at.negated ? "!" + text : text;
  }

  std::string call_text(const Frame& frame, At at, const std::string& name) {
    std::vector<std::string> operands = children(frame, at, 0);
    if (name == "_>_" || name == "_>=_") {
      std::swap(operands[0], operands[1]);
      return fmt::format("({} {} {})", operands[0], name == "_>_" ? "<" : "<=", operands[1]);
    }
    if (name == "_<_" || name == "_<=_")
      return fmt::format("({} {} {})", operands[0], name == "_<_" ? "<" : "<=", operands[1]);
    return fmt::format("{}({})", name, fmt::join(operands, ","));
  }

  std::string equality(const Frame& frame, At at, bool equal) {
    std::vector<std::string> sides = children(frame, {at.id, at.slots, false}, 0);
    std::sort(sides.begin(), sides.end());
    return fmt::format("({} {} {})", sides[0], equal ? "==" : "!=", sides[1]);
  }

  std::string logic(const Frame& frame, At at, bool is_and) {
    Operands operands{is_and != at.negated, {}, {}};
    collect(frame, at, operands);
    if (operands.texts.size() == 1) return *operands.texts.begin();
    return fmt::format("({})", fmt::join(operands.texts, operands.is_and ? " && " : " || "));
  }

  /// The operands below a node that belong to the same list.
  void collect(const Frame& frame, At at, Operands& operands) {
    const Node& node = frame.expr->ast.node(at.id);
    const Reference& ref = frame.expr->references[at.id];
    const bool is_call = node.kind == NodeKind::kCall && ref.kind == RefKind::kFunction;
    if (is_call && node.name == "!_") {
      collect(frame, {node.children[0], at.slots, !at.negated}, operands);
    } else if (is_call && node.name == (operands.is_and != at.negated ? "_&&_" : "_||_")) {
      for (const NodeId operand : node.children) collect(frame, {operand, at.slots, at.negated}, operands);
    } else if (ref.kind == RefKind::kCondition) {
      const std::string owner = owner_of(frame, at);
      if (!operands.conditions.emplace(ref.index, owner, at.negated).second) return;
      const CheckedExpr& expr = *names_.conditions[ref.index];
      collect({&expr, owner, at.slots}, {expr.ast.root, at.slots, at.negated}, operands);
    } else {
      operands.texts.insert(form(frame, at));
    }
  }

  std::string condition(const Frame& frame, At at) {
    const std::uint32_t index = frame.expr->references[at.id].index;
    std::string owner = owner_of(frame, at);
    const auto key = std::make_tuple(index, owner, at.slots, at.negated);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    const CheckedExpr& expr = *names_.conditions[index];
    std::string text = form({&expr, std::move(owner), at.slots}, {expr.ast.root, at.slots, at.negated});
    return known_.emplace(key, std::move(text)).first->second;
  }

  std::string owner_of(const Frame& frame, At at) {
    const bool implicit = frame.expr->references[at.id].implicit_self;
    return implicit ? frame.self : form(frame, {child_id(frame, at, 0), at.slots, false});
  }

  /// The range stands outside the variables; of `all` and `exists` one is the other negated.
  std::string macro(const Frame& frame, At at) {
    const Node& node = frame.expr->ast.node(at.id);
    const bool is_quantifier = node.macro == MacroKind::kAll || node.macro == MacroKind::kExists;
    const auto variables = static_cast<std::uint32_t>(node.variables.size());
    std::vector<std::string> parts{form(frame, {node.children[0], at.slots, false})};
    for (std::size_t i = 1; i < node.children.size(); ++i)
      parts.push_back(form(frame, {node.children[i], at.slots + variables, is_quantifier && at.negated}));
    MacroKind kind = node.macro;
    if (is_quantifier && at.negated) kind = kind == MacroKind::kAll ? MacroKind::kExists : MacroKind::kAll;
    const std::string text = fmt::format("macro{}/{}({})", static_cast<int>(kind), variables, fmt::join(parts, ","));
    return at.negated && !is_quantifier ? "!" + text : text;
  }

  std::vector<std::string> entries(const Frame& frame, At at) {
    std::vector<std::string> result = children(frame, at, 0);
    const std::vector<bool>& optional = frame.expr->ast.node(at.id).optional_entries;
    const std::size_t per_entry = frame.expr->ast.node(at.id).kind == NodeKind::kMap ? 2 : 1;
    for (std::size_t i = 0; i < optional.size(); ++i)
      if (optional[i]) result[i * per_entry].insert(0, "?");
    return result;
  }

  std::vector<std::string> children(const Frame& frame, At at, std::size_t first) {
    std::vector<std::string> result;
    const std::vector<NodeId>& ids = frame.expr->ast.node(at.id).children;
    for (std::size_t i = first; i < ids.size(); ++i) result.push_back(form(frame, {ids[i], at.slots, false}));
    return result;
  }

  static NodeId child_id(const Frame& frame, At at, std::size_t index) {
    return frame.expr->ast.node(at.id).children[index];
  }
  std::string child(const Frame& frame, At at, std::size_t index) {
    return form(frame, {child_id(frame, at, index), at.slots, false});
  }

  const NameMeanings& names_;
  std::map<std::tuple<std::uint32_t, std::string, std::uint32_t, bool>, std::string> known_;
};

}  // namespace

std::string normal_form(const CheckedExpr& expr, const NameMeanings& names) { return NormalForm(names).of(expr); }

}  // namespace kijun::cel
