#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/audit/plan.h"
#include "engine/audit/reads.h"
#include "engine/base/date.h"
#include "engine/cel/checked_expr.h"
#include "engine/table/vocabulary.h"

namespace kijun::analysis {

/// A test of one text and of nothing else, with the node that reads the text.
struct TextTest {
  cel::CheckedExpr expr;  ///< Its root is the test.
  cel::NodeId cell = cel::kNoNode;
};

/// How rules use one cell.
struct CellUse {
  table::Field field;        ///< Of an attribute: one with its id and type.
  bool value_read = false;   ///< Not only asked whether it is answered.
  bool reason_read = false;  ///< `missing_reason`.
  bool compared = false;     ///< With another cell.
  std::vector<TextTest> tests;
};

struct Shape;

/// Other subjects that rules reach from one: its zone, its bodies, the members of a group, itself in an earlier survey.
struct Link {
  std::unique_ptr<Shape> shape;
  bool many = false;
  std::set<std::string> quantifiers;  ///< many: the tests of some or all elements, in normal form.
  std::size_t num_counted = 0;        ///< many: rules count so many elements.

  /// So many elements show every result that rules can get of them.
  [[nodiscard]] std::size_t num_needed() const { return std::max(quantifiers.size(), num_counted); }
};

/// What rules read of one subject. Everything is by id, so that rules of two rulesets can share a shape.
struct Shape {
  std::string group;  ///< Id of its group kind; empty for a record.
  std::map<std::string, CellUse> fields;
  std::map<std::string, CellUse> attributes;
  std::map<std::string, Link> links;  ///< By group kind, or `members`, `previous`, `at YEAR`.
  bool any_kind = false;              ///< The prefecture too.
  bool kind_read = false;
  bool text_read = false;  ///< Its code or name.
};

/// What a set of rules about one kind of subject reads, and with which constants.
struct Reading {
  Shape subject;
  std::set<std::int64_t> ints;
  std::set<double> doubles;
  std::set<Date> dates;
  std::set<std::string> texts;
  std::set<std::string> kinds;
  bool as_of_read = false;
  bool fiscal_year_read = false;
  /// Uses that the cells' representatives do not exhaust, as the rules write them.
  std::set<std::string> inexact;
};

/// Adds what a rule's clauses, cases and deadline read. Constants are those of the plan's parameters.
void add_rule(const audit::Plan& plan, const audit::CompiledRule& rule, Reading& reading);

/// The day on which rules are judged when no day matters to them: the last of the first fiscal year of their edition.
[[nodiscard]] Date usual_day(const audit::Plan& plan);

using audit::is_constant;

}  // namespace kijun::analysis
