#include <algorithm>
#include <array>
#include <limits>

#include "engine/base/era.h"
#include "engine/cel/check_session.h"

// Comparisons that say nothing: their types, or the domain of an enum, decide them before anybody has answered. Warnings,
// since such a rule still means something. What only several comparisons together decide is for lint to find.

namespace kijun::cel {
namespace {

constexpr double kUnbounded = std::numeric_limits<double>::infinity();

/// Gives the numbers among literals as doubles, which is near enough for the small bounds they are held against.
struct LiteralNumber {
  std::optional<double> operator()(std::int64_t value) const { return static_cast<double>(value); }
  std::optional<double> operator()(std::uint64_t value) const { return static_cast<double>(value); }
  std::optional<double> operator()(double value) const { return value; }
  std::optional<double> operator()(const Decimal& value) const { return value.to_double(); }
  template <class T>
  std::optional<double> operator()(const T&) const {
    return std::nullopt;
  }
};

struct FunctionRange {
  FunctionId function;
  double low;
  double high;
};

/// Results that lie between bounds whatever the operand is.
constexpr std::array kFunctionRanges{
    FunctionRange{FunctionId::kSize, 0, kUnbounded},    FunctionRange{FunctionId::kYear, 1, 9999},
    FunctionRange{FunctionId::kMonth, 1, 12},           FunctionRange{FunctionId::kDay, 1, 31},
    FunctionRange{FunctionId::kEraYear, 1, kUnbounded}, FunctionRange{FunctionId::kGetMonth, 0, 11},
    FunctionRange{FunctionId::kGetDate, 1, 31},         FunctionRange{FunctionId::kGetDayOfMonth, 0, 30},
    FunctionRange{FunctionId::kGetDayOfWeek, 0, 6},     FunctionRange{FunctionId::kGetDayOfYear, 0, 365},
};

}  // namespace

/// Comparisons with the first or last value of an order, or with the only value of a domain, that always come out alike.
void CheckSession::warn_constant_order(NodeId id, FunctionId function) {
  const bool literal_left = string_literal(node(id).children[0]) != nullptr;
  const NodeId literal = node(id).children[literal_left ? 0 : 1];
  const table::Field& field = *types_[literal].field;
  const std::uint32_t index = field.value_index(*string_literal(literal)).value_or(0);
  const bool is_best = index == 0;
  const bool is_worst = index + 1 == field.values.size();
  const FunctionId facing = literal_left ? mirrored(function) : function;
  if (is_order(function) && !field.ordered) return;
  if (facing == FunctionId::kGreaterEqual && is_worst) warn_constant(id, true);
  if (facing == FunctionId::kLess && is_worst) warn_constant(id, false);
  if (facing == FunctionId::kLessEqual && is_best) warn_constant(id, true);
  if (facing == FunctionId::kGreater && is_best) warn_constant(id, false);
  if (is_equality(function) && field.values.size() == 1) warn_constant(id, function == FunctionId::kEqual);
}

void CheckSession::warn_constant_membership(NodeId id, const Type& domain) {
  const std::vector<NodeId>& entries = node(node(id).children[1]).children;
  if (entries.empty()) return;  // warn_comparison says so of any list
  const auto is_listed = [&](const table::EnumValue& value) {
    return std::any_of(entries.begin(), entries.end(), [&](NodeId entry) {
      const std::string* literal = string_literal(entry);
      return literal != nullptr && *literal == value.id;
    });
  };
  const std::vector<table::EnumValue>& values = domain.field->values;
  if (std::all_of(values.begin(), values.end(), is_listed)) warn_constant(id, true);
}

/// Warns of a comparison that its operands' types or forms decide.
void CheckSession::warn_comparison(NodeId id, FunctionId function) {
  if (node(id).has_receiver || node(id).children.size() != 2) return;
  const NodeId left = node(id).children[0];
  const NodeId right = node(id).children[1];
  if (function == FunctionId::kIn) {
    const bool is_empty = node(right).kind == NodeKind::kList && node(right).children.empty();
    if (is_empty) warn_constant(id, false);
    return;
  }
  if (!is_equality(function) && !is_order(function)) return;
  if (is_same_tree(left, right)) {
    const bool excludes_equal =
        function == FunctionId::kNotEqual || function == FunctionId::kLess || function == FunctionId::kGreater;
    warn_constant(id, !excludes_equal);
    return;
  }
  if (is_equality(function)) {
    warn_bool_constant(id, function);
    warn_unknown_era(id, function);
  }
  warn_constant_range(id, function);
}

/// `opened.era() == "平静"`: there is no such era.
void CheckSession::warn_unknown_era(NodeId id, FunctionId function) {
  for (const std::size_t side : {0U, 1U}) {
    const Reference& reference = references_[node(id).children[1 - side]];
    const std::string* name = string_literal(node(id).children[side]);
    const bool is_era =
        reference.kind == RefKind::kFunction && reference.index == static_cast<std::uint32_t>(FunctionId::kEra);
    if (name == nullptr || !is_era) continue;
    const std::vector<std::string> names = era_names();
    if (std::find(names.begin(), names.end(), *name) != names.end()) return;
    warn_constant(id, function == FunctionId::kNotEqual).hint = {"元号: " + listed(names), "eras: " + listed(names)};
  }
}

/// `funded == true`.
void CheckSession::warn_bool_constant(NodeId id, FunctionId function) {
  for (const std::size_t side : {0U, 1U}) {
    const NodeId literal = node(id).children[side];
    const NodeId other = node(id).children[1 - side];
    const bool* constant =
        node(literal).kind == NodeKind::kLiteral ? std::get_if<bool>(&node(literal).literal) : nullptr;
    if (constant == nullptr || type(other).kind != TypeKind::kBool || node(other).kind == NodeKind::kLiteral) continue;
    const bool keeps = (function == FunctionId::kEqual) == *constant;
    sink_.report(kBoolConstant, span(id), short_source(other), *constant ? "true" : "false",
                 (keeps ? "" : "!") + operand_text(other, !keeps));
    return;
  }
}

/// Numbers whose bounds leave only one outcome: `size(x) >= 0`, `share(…) > 1`.
void CheckSession::warn_constant_range(NodeId id, FunctionId function) {
  const FunctionId facing = is_order(function) ? function : FunctionId::kEqual;
  const bool swaps = facing == FunctionId::kGreater || facing == FunctionId::kGreaterEqual;
  const NodeId left = node(id).children[swaps ? 1 : 0];
  const NodeId right = node(id).children[swaps ? 0 : 1];
  const std::optional<Range> a = number_range(left);
  const std::optional<Range> b = number_range(right);
  if (!a || !b) return;
  const bool is_strict = function == FunctionId::kLess || function == FunctionId::kGreater;
  bool always = is_strict ? a->high < b->low : a->high <= b->low;
  bool never = is_strict ? a->low >= b->high : a->low > b->high;
  if (is_equality(function)) {
    const bool apart = a->high < b->low || b->high < a->low;
    always = function == FunctionId::kNotEqual && apart;
    never = function == FunctionId::kEqual && apart;
  }
  if (!always && !never) return;
  diag::Diagnostic& warning = warn_constant(id, always);
  const bool has_share = node(left).macro == MacroKind::kShare || node(right).macro == MacroKind::kShare;
  if (has_share) warning.hint = {"割合`share`は0から1までの数です", "a `share` is a number from 0 to 1"};
}

/// The numbers an expression can give, when its form bounds them.
std::optional<CheckSession::Range> CheckSession::number_range(NodeId id) const {
  const Node& number = node(id);
  if (number.kind == NodeKind::kLiteral) {
    const std::optional<double> value = std::visit(LiteralNumber{}, number.literal);
    return value ? std::optional(Range{*value, *value}) : std::nullopt;
  }
  if (number.macro == MacroKind::kShare) return Range{0, 1};
  if (number.macro == MacroKind::kCount || number.macro == MacroKind::kDistinct) return Range{0, kUnbounded};
  const bool is_call = references_[id].kind == RefKind::kFunction;
  for (const FunctionRange& range : kFunctionRanges) {
    if (is_call && references_[id].index == static_cast<std::uint32_t>(range.function))
      return Range{range.low, range.high};
  }
  return type(id).kind == TypeKind::kUint ? std::optional(Range{0, kUnbounded}) : std::nullopt;
}

/// True when two expressions are the same, so that they give the same value for every subject.
bool CheckSession::is_same_tree(NodeId a, NodeId b) const {
  const Node& x = node(a);
  const Node& y = node(b);
  const Reference& of_x = references_[a];
  const Reference& of_y = references_[b];
  const bool same = x.kind == y.kind && x.name == y.name && x.literal == y.literal && x.test_only == y.test_only &&
                    x.macro == y.macro && x.variables == y.variables && x.optional_entries == y.optional_entries &&
                    of_x.kind == of_y.kind && of_x.index == of_y.index && x.children.size() == y.children.size();
  if (!same) return false;
  for (std::size_t i = 0; i < x.children.size(); ++i) {
    if (!is_same_tree(x.children[i], y.children[i])) return false;
  }
  return true;
}

diag::Diagnostic& CheckSession::warn_constant(NodeId id, bool value) {
  return sink_.report(kConstantComparison, span(id), short_source(id), value ? "真" : "偽", value ? "true" : "false");
}

}  // namespace kijun::cel
