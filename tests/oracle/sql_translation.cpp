#include "tests/oracle/sql_translation.h"

#include <fmt/format.h>

#include <array>
#include <limits>
#include <vector>

#include "engine/cel/functions.h"
#include "engine/table/group.h"

namespace kijun::oracle {
namespace {

using cel::FunctionId;
using cel::Node;
using cel::NodeId;
using cel::NodeKind;
using cel::RefKind;
using cel::TypeKind;

using Sql = std::optional<std::string>;

std::string quoted(const std::string& text) {
  std::string made = "'";
  for (const char byte : text) made += byte == '\'' ? "''" : std::string(1, byte);
  return made + "'";
}

/// The smallest int has no literal in SQLite.
const std::string kSmallest = "(-9223372036854775807 - 1)";

/// SQLite goes over to REAL where an int overflows.
std::string int_or_null(const std::string& expression) {
  return fmt::format("(SELECT CASE WHEN typeof(v) = 'integer' THEN v END FROM (SELECT {} AS v))", expression);
}

class Translator {
 public:
  Translator(const cel::CheckedExpr& expr, const table::Vocabulary& vocabulary)
      : expr_(expr), vocabulary_(vocabulary) {}

  Sql of(NodeId id) {
    const Node& node = expr_.ast.node(id);
    switch (node.kind) {
      case NodeKind::kLiteral:
        return literal(node.literal);
      case NodeKind::kIdent:
      case NodeKind::kSelect:
        return name(id);
      case NodeKind::kCall:
        return call(id);
      case NodeKind::kMacro:
        return macro(id);
      case NodeKind::kList:
      case NodeKind::kMap:
        break;
    }
    return std::nullopt;
  }

 private:
  static Sql literal(const cel::Literal& value) {
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "1" : "0";
    if (const auto* text = std::get_if<std::string>(&value)) return quoted(*text);
    if (const auto* real = std::get_if<double>(&value)) return fmt::format("{:#}", *real);
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number == nullptr) return std::nullopt;
    return *number == std::numeric_limits<std::int64_t>::min() ? kSmallest : fmt::format("({})", *number);
  }

  [[nodiscard]] TypeKind type(NodeId id) const { return expr_.types[id].kind; }
  [[nodiscard]] const cel::Reference& reference(NodeId id) const { return expr_.references[id]; }
  [[nodiscard]] NodeId child(NodeId id, std::size_t index) const { return expr_.ast.node(id).children[index]; }

  Sql name(NodeId id) {
    switch (reference(id).kind) {
      case RefKind::kField:
        return field(id);
      case RefKind::kCode:
        return reference(id).implicit_self ? Sql("code") : std::nullopt;
      case RefKind::kKind:
        return reference(id).implicit_self ? Sql("kind") : std::nullopt;
      case RefKind::kParam:
        return std::array{"2", "2016", "'2019-03-31'"}.at(reference(id).index);
      case RefKind::kFiscalYear:
        return "2018";
      case RefKind::kAsOf:
        return "'2019-03-31'";
      case RefKind::kLocal:
        return locals_.at(reference(id).index);
      default:
        return std::nullopt;
    }
  }

  [[nodiscard]] Sql field(NodeId id) const {
    const std::string& field = vocabulary_.field(reference(id).index).id;
    if (reference(id).implicit_self) return sql_column(SqlCell::kOwn, field);
    const cel::Reference& owner = reference(child(id, 0));
    if (!owner.implicit_self) return std::nullopt;
    if (owner.kind == RefKind::kPrevious) return sql_column(SqlCell::kPrevious, field);
    if (owner.kind == RefKind::kGroup && owner.group == table::kZoneGroup) return sql_column(SqlCell::kZone, field);
    return std::nullopt;
  }

  /// What is asked of a cell of the row itself.
  Sql own_cell(NodeId call, const char* form, SqlCell cell) {
    const NodeId argument = child(call, 0);
    if (reference(argument).kind != RefKind::kField || !reference(argument).implicit_self) return std::nullopt;
    return fmt::format(fmt::runtime(form), sql_column(cell, vocabulary_.field(reference(argument).index).id));
  }

  /// The operands put into a form that names them {0}, {1} …
  Sql form(NodeId id, const char* text) {
    std::array<std::string, 3> operands;
    const std::vector<NodeId>& children = expr_.ast.node(id).children;
    for (std::size_t i = 0; i < children.size(); ++i) {
      const Sql operand = of(children[i]);
      if (!operand || i >= operands.size()) return std::nullopt;
      operands.at(i) = *operand;
    }
    return fmt::format(fmt::runtime(text), operands[0], operands[1], operands[2]);
  }

  Sql call(NodeId id) {
    if (reference(id).kind != RefKind::kFunction) return std::nullopt;
    const auto function = static_cast<FunctionId>(reference(id).index);
    switch (function) {
      case FunctionId::kLogicalAnd:
        return form(id, "({0} AND {1})");
      case FunctionId::kLogicalOr:
        return form(id, "({0} OR {1})");
      case FunctionId::kLogicalNot:
        return form(id, "(NOT {0})");
      case FunctionId::kConditional:
        return form(id, "(CASE WHEN {0} THEN {1} WHEN NOT {0} THEN {2} END)");
      case FunctionId::kEqual:
        return form(id, "({0} = {1})");
      case FunctionId::kNotEqual:
        return form(id, "({0} <> {1})");
      case FunctionId::kLess:
        return ordered(id, "<");
      case FunctionId::kLessEqual:
        return ordered(id, "<=");
      case FunctionId::kGreater:
        return ordered(id, ">");
      case FunctionId::kGreaterEqual:
        return ordered(id, ">=");
      case FunctionId::kIn:
        return membership(id);
      case FunctionId::kAnswered:
        return own_cell(id, "({} IS NOT NULL)", SqlCell::kOwn);
      case FunctionId::kMissingReason:
        return own_cell(id, "{}", SqlCell::kReason);
      case FunctionId::kRaw:
        return own_cell(id, "{}", SqlCell::kRaw);
      default:
        return type(id) == TypeKind::kInt ? int_call(id, function) : other_call(id, function);
    }
  }

  Sql ordered(NodeId id, const char* op) {
    Sql left = of(child(id, 0));
    Sql right = of(child(id, 1));
    if (!left || !right) return std::nullopt;
    const cel::Type& domain = expr_.types[child(id, 0)];
    if (domain.kind == TypeKind::kEnum) {
      if (!(domain == expr_.types[child(id, 1)])) return std::nullopt;
      left = rank(*left, *domain.field);
      right = rank(*right, *domain.field);
    }
    return fmt::format("({} {} {})", *left, op, *right);
  }

  /// Values are listed best first, and the better one is the greater.
  static std::string rank(const std::string& value, const table::Field& field) {
    std::string cases;
    for (std::size_t i = 0; i < field.values.size(); ++i)
      cases += fmt::format(" WHEN {} THEN -{}", quoted(field.values[i].id), i);
    return fmt::format("(CASE {}{} END)", value, cases);
  }

  /// A list of elements of one type: CEL knows no `+` of a text and a number and tells 1 from true, SQLite does not.
  [[nodiscard]] bool is_written_list(NodeId id) const {
    const Node& list = expr_.ast.node(id);
    return list.kind == NodeKind::kList && !list.children.empty() &&
           expr_.types[id].params.front().kind != TypeKind::kDyn;
  }

  /// A list has a value only when all its elements have one, whether the value is found among them or not.
  Sql membership(NodeId id) {
    const Sql value = of(child(id, 0));
    const Node& list = expr_.ast.node(child(id, 1));
    if (!value || !is_written_list(child(id, 1))) return std::nullopt;
    std::string elements;
    std::string all_there;
    for (const NodeId element : list.children) {
      const Sql text = of(element);
      if (!text) return std::nullopt;
      elements += (elements.empty() ? "" : ", ") + *text;
      all_there += (all_there.empty() ? "" : " AND ") + *text + " IS NOT NULL";
    }
    return fmt::format("(CASE WHEN {} THEN {} IN ({}) END)", all_there, *value, elements);
  }

  /// A call whose result is an int.
  Sql int_call(NodeId id, FunctionId function) {
    const auto checked = [](Sql expression) { return expression ? Sql(int_or_null(*expression)) : std::nullopt; };
    const bool of_dates = type(child(id, 0)) == TypeKind::kDate;
    switch (function) {
      case FunctionId::kAdd:
        return checked(form(id, "{0} + {1}"));
      case FunctionId::kSubtract:
        if (of_dates) return form(id, "CAST(round(julianday({0}) - julianday({1})) AS INTEGER)");
        return checked(form(id, "{0} - {1}"));
      case FunctionId::kMultiply:
        return checked(form(id, "{0} * {1}"));
      case FunctionId::kDivide:
        return checked(form(id, "{0} / {1}"));
      case FunctionId::kModulo:
        return form(id,
                    "(SELECT CASE WHEN b = -1 AND a = -9223372036854775807 - 1 THEN NULL ELSE a % b END "
                    "FROM (SELECT {0} AS a, {1} AS b))");
      case FunctionId::kNegate:
        return checked(form(id, "(- {0})"));
      case FunctionId::kSize:
        return type(child(id, 0)) == TypeKind::kString ? form(id, "length({0})") : std::nullopt;
      case FunctionId::kYear:
        return form(id, "CAST(strftime('%Y', {0}) AS INTEGER)");
      case FunctionId::kMonth:
        return form(id, "CAST(strftime('%m', {0}) AS INTEGER)");
      case FunctionId::kDay:
        return form(id, "CAST(strftime('%d', {0}) AS INTEGER)");
      case FunctionId::kFiscalYearOf:
        return form(id, "(CAST(strftime('%Y', {0}) AS INTEGER) - (strftime('%m', {0}) < '04'))");
      case FunctionId::kToInt:
        if (type(child(id, 0)) != TypeKind::kDouble) return std::nullopt;
        return form(id, "(SELECT CASE WHEN abs(x) < 9.2e18 THEN CAST(x AS INTEGER) END FROM (SELECT {0} AS x))");
      case FunctionId::kMathGreatest:
        return expr_.ast.node(id).children.size() == 2 ? form(id, "max({0}, {1})") : std::nullopt;
      case FunctionId::kMathLeast:
        return expr_.ast.node(id).children.size() == 2 ? form(id, "min({0}, {1})") : std::nullopt;
      default:
        return std::nullopt;
    }
  }

  Sql other_call(NodeId id, FunctionId function) {
    const bool is_real = type(id) == TypeKind::kDouble;
    switch (function) {
      case FunctionId::kAdd:
        if (type(id) == TypeKind::kString) return form(id, "({0} || {1})");
        return is_real ? form(id, "({0} + {1})") : std::nullopt;
      case FunctionId::kSubtract:
        return is_real ? form(id, "({0} - {1})") : std::nullopt;
      case FunctionId::kMultiply:
        return is_real ? form(id, "({0} * {1})") : std::nullopt;
      case FunctionId::kNegate:
        return is_real ? form(id, "(- {0})") : std::nullopt;
      case FunctionId::kToDouble:
        return type(child(id, 0)) == TypeKind::kInt ? form(id, "CAST({0} AS REAL)") : std::nullopt;
      case FunctionId::kToString:
        return type(child(id, 0)) == TypeKind::kInt ? form(id, "CAST({0} AS TEXT)") : std::nullopt;
      case FunctionId::kContains:
        return form(id, "(instr({0}, {1}) > 0)");
      case FunctionId::kStartsWith:
        return form(id, "(substr({0}, 1, length({1})) = {1})");
      case FunctionId::kEndsWith:
        return form(id, "(CASE WHEN {1} = '' THEN {0} IS NOT NULL OR NULL ELSE substr({0}, -length({1})) = {1} END)");
      case FunctionId::kLowerAscii:
        return form(id, "lower({0})");
      case FunctionId::kUpperAscii:
        return form(id, "upper({0})");
      case FunctionId::kAddDays:
        // SQLite has a year 0, which dates here have not.
        return form(id, "(SELECT CASE WHEN d >= '0001-01-01' THEN d END FROM (SELECT date({0}, {1} || ' days') AS d))");
      case FunctionId::kDate:
        return expr_.ast.node(id).children.size() == 1 ? form(id, "date({0})") : std::nullopt;
      default:
        return std::nullopt;
    }
  }

  /// `cel.bind` by putting the value in the variable's place; `exists` and `all` over a written list likewise.
  Sql macro(NodeId id) {
    const Node& node = expr_.ast.node(id);
    if (node.macro == cel::MacroKind::kBind) return with_local(of(child(id, 0)), child(id, 1));
    const bool exists = node.macro == cel::MacroKind::kExists;
    const Node& list = expr_.ast.node(child(id, 0));
    if ((!exists && node.macro != cel::MacroKind::kAll) || node.variables.size() != 1) return std::nullopt;
    if (!is_written_list(child(id, 0))) return std::nullopt;
    std::string tests;
    std::string all_there;
    for (const NodeId element : list.children) {
      const Sql text = of(element);
      const Sql test = with_local(text, child(id, 1));
      if (!test) return std::nullopt;
      tests += (tests.empty() ? "" : exists ? " OR " : " AND ") + *test;
      all_there += (all_there.empty() ? "" : " AND ") + *text + " IS NOT NULL";
    }
    return fmt::format("(CASE WHEN {} THEN ({}) END)", all_there, tests);
  }

  Sql with_local(const Sql& value, NodeId body) {
    if (!value) return std::nullopt;
    locals_.push_back(*value);
    Sql made = of(body);
    locals_.pop_back();
    return made;
  }

  const cel::CheckedExpr& expr_;
  const table::Vocabulary& vocabulary_;
  std::vector<std::string> locals_;
};

}  // namespace

std::string sql_column(SqlCell cell, const std::string& field) {
  constexpr std::array kPrefixes{"own", "raw", "reason", "previous", "zone"};
  return fmt::format("{}_{}", kPrefixes.at(static_cast<std::size_t>(cell)), field);
}

Sql sql_of(const cel::CheckedExpr& expr, const table::Vocabulary& vocabulary) {
  return Translator(expr, vocabulary).of(expr.ast.root);
}

}  // namespace kijun::oracle
