#include "tests/oracle/expression_generator.h"

#include "tests/oracle/written.h"

// What expressions can name, and the forms that every type has.

namespace kijun::oracle {

ExpressionGenerator::ExpressionGenerator(Choices& choices, table::SpaceId space,
                                         std::vector<std::string> record_conditions,
                                         std::vector<std::string> zone_conditions, std::size_t most_macros)
    : choices_(choices),
      subjects_{{"", space}},
      record_conditions_(std::move(record_conditions)),
      zone_conditions_(std::move(zone_conditions)),
      most_macros_(most_macros) {}

/// Mostly the innermost subject; sometimes an enclosing one, which makes a lambda correlated.
const ExpressionGenerator::Subject& ExpressionGenerator::subject() {
  return choices_.one_in(8) ? choices_.of(subjects_) : subjects_.back();
}

std::string ExpressionGenerator::new_variable(const char* letter) { return Written{"{}{}", letter, num_variables_++}; }

std::string ExpressionGenerator::relation() { return choices_.of({"==", "!=", "<", "<=", ">", ">="}); }

/// A field of the type that `id` begins with, of some subject or of its zone.
std::string ExpressionGenerator::field(const char* id) {
  const Subject& of = subject();
  if (of.space == table::kRecordSpace) {
    if (choices_.one_in(6)) return of.prefix + "zone.z" + id;
    if (choices_.one_in(6)) return earlier(id);
  }
  return field_of(of, id);
}

/// A field of the type that `id` begins with, of one subject.
std::string ExpressionGenerator::field_of(const Subject& of, const char* id) {
  if (of.space == table::kRecordSpace) return of.prefix + id;
  const std::string letter = of.space == table::group_space(table::kZoneGroup)   ? "z"
                             : of.space == table::group_space(table::kBodyGroup) ? "y"
                                                                                 : "v";
  return of.prefix + letter + id;
}

std::string ExpressionGenerator::earlier(const char* id) {
  return Written{"{}{}{}", subject().prefix,
                 choices_.of({"previous.", "at(2017).", "at(params.year).", "at(2018).", "previous.previous.",
                              "at(fiscal_year - 2)."}),
                 id};
}

std::string ExpressionGenerator::cell() {
  const Subject& of = subject();
  if (of.space == table::group_space(table::kBodyGroup) && choices_.one_in(4)) {
    return (of.prefix.empty() ? "body." : of.prefix) +
           choices_.of({"confirmed", "prefecture_involved", "agreement_date", "secretariat"});
  }
  return field(choices_.of({"b0", "i0", "x0", "d0", "c0", "s0", "e0", "l0", "l1"}).c_str());
}

/// A text that only records have; of a group, one of its fields.
std::string ExpressionGenerator::member_of_record(const char* name) {
  const Subject& of = subject();
  return of.space == table::kRecordSpace ? of.prefix + name : field("s0");
}

std::string ExpressionGenerator::condition() {
  const Subject& of = subject();
  const bool zone = of.space == table::group_space(table::kZoneGroup);
  if (of.space == table::kRecordSpace && !record_conditions_.empty()) {
    if (!zone_conditions_.empty() && choices_.one_in(3)) return of.prefix + "zone." + choices_.of(zone_conditions_);
    return of.prefix + choices_.of(record_conditions_);
  }
  if (zone && !zone_conditions_.empty())
    return (of.prefix.empty() ? "zone." : of.prefix) + choices_.of(zone_conditions_);
  return field("b1");
}

std::string ExpressionGenerator::scalar(ValueType type) {
  std::vector<std::string> fitting;
  for (const Scalar& one : scalars_)
    if (one.type == type) fitting.push_back(one.name);
  return fitting.empty() ? "" : choices_.of(fitting);
}

std::string ExpressionGenerator::leaf(ValueType type) {
  if (const std::string variable = scalar(type); !variable.empty() && !choices_.one_in(3)) return variable;
  const bool constant = choices_.one_in(3);
  switch (type) {
    case ValueType::kBool:
      return constant ? choices_.of({"true", "false"}) : field(choices_.one_in(2) ? "b1" : "b0");
    case ValueType::kInt:
      return constant ? choices_.of({"1", "0", "2", "-3", "params.limit", "fiscal_year"}) : field("i0");
    case ValueType::kReal:
      return constant ? choices_.of({"0.5", "1.0", "0.0", "-2.5"}) : field("x0");
    case ValueType::kText:
      return constant ? choices_.of({"'a'", "''", "'p'", "'設置予定'"}) : field("s0");
    case ValueType::kDate:
      return constant ? choices_.of({"as_of", "params.deadline", "date('2019-03-31')", "date('平成31年4月1日')"})
                      : field("d0");
    case ValueType::kDecimal:
      return constant ? choices_.of({"decimal('0.1')", "decimal(3)", "decimal('-2.50')"}) : field("c0");
  }
  return "";
}

std::string ExpressionGenerator::value(ValueType type, int depth) {
  switch (type) {
    case ValueType::kBool:
      return boolean(depth);
    case ValueType::kInt:
      return integer(depth);
    case ValueType::kReal:
      return real(depth);
    case ValueType::kText:
      return text(depth);
    case ValueType::kDate:
      return date(depth);
    case ValueType::kDecimal:
      return decimal(depth);
  }
  return "";
}

bool ExpressionGenerator::may_nest() const { return subjects_.size() <= most_macros_; }

ExpressionGenerator::Range ExpressionGenerator::subjects() {
  const Subject& of = subject();
  const auto range_of = [](std::string text, table::SpaceId space) {
    return Range{std::move(text), true, space, ValueType::kInt};
  };
  if (choices_.one_in(10)) return range_of(of.prefix + "history", of.space);
  if (of.space == table::kRecordSpace) {
    switch (choices_.below(3)) {
      case 0:
        return range_of(of.prefix + "zone.members", table::kRecordSpace);
      case 1:
        return range_of(of.prefix + "bodies", table::group_space(table::kBodyGroup));
      default:
        return range_of(of.prefix + "survey.members", table::kRecordSpace);
    }
  }
  if (!of.prefix.empty()) return range_of(of.prefix + "members", table::kRecordSpace);
  const char* handle = of.space == table::group_space(table::kZoneGroup)   ? "zone"
                       : of.space == table::group_space(table::kBodyGroup) ? "body"
                                                                           : "survey";
  return range_of(std::string(handle) + ".members", table::kRecordSpace);
}

/// Members or groups, sometimes filtered, sometimes a list of values.
ExpressionGenerator::Range ExpressionGenerator::range(int depth) {
  Range made;
  if (may_nest() && !choices_.one_in(5)) {
    made = subjects();
  } else {
    made.of_subjects = false;
    made.type = choices_.of(
        std::vector{ValueType::kInt, ValueType::kText, ValueType::kReal, ValueType::kDate, ValueType::kDecimal});
    made.text = list(made.type, depth - 1);
  }
  for (; depth > 0 && choices_.one_in(4); --depth) {
    made.text = over(made, "filter", [&] {
      return made.of_subjects && choices_.one_in(2) ? Written{"answered({})", cell()} : predicate(depth - 2);
    });
  }
  return made;
}

std::string ExpressionGenerator::list(ValueType type, int depth) {
  const auto literal = [&] { return Written{"[{}, {}]", value(type, depth - 1), value(type, depth - 1)}; };
  if (depth <= 0) return type == ValueType::kText ? field("l0") : literal();
  switch (choices_.below(type == ValueType::kText ? 10 : 7)) {
    case 0:
      return literal();
    case 1:
      if (!may_nest()) return literal();
      return over(subjects(), "map", [&] { return value(type, depth - 1); });
    case 2:
      if (!may_nest()) return literal();
      return over(subjects(), "transformList", [&] { return value(type, depth - 1); });
    case 3:
      return Written{"({} + {})", list(type, depth - 1), list(type, depth - 1)};
    case 4:
      return over(Range{list(type, depth - 1), false, 0, type}, "filter", [&] { return boolean(depth - 1); });
    case 5:
      return Written{"{}.{}()", list(type, depth - 1), choices_.of({"distinct", "sort", "reverse"})};
    case 6:
      return Written{"{}.slice(0, {})", list(type, depth - 1), choices_.of({"1", "2", "0"})};
    case 7:
      return field("l1");
    case 8:
      return Written{"{}.split({})", text(depth - 1), choices_.of({"'a'", "''", "'設'"})};
    default:
      return field("l0");
  }
}

std::string ExpressionGenerator::map_of(ValueType type, int depth) {
  if (choices_.one_in(3)) {
    const std::string key = new_variable("n");
    const std::string element = new_variable("x");
    scalars_.push_back({element, ValueType::kInt});
    const std::string inside = value(type, depth - 1);
    scalars_.pop_back();
    if (choices_.one_in(3))
      return Written{"{{'a': {0}, 'b': {1}}}.transformMapEntry({2}, {3}, {{{2}: {4}}})",
                     integer(depth - 1),
                     integer(depth - 1),
                     key,
                     element,
                     inside};
    return Written{"{{'a': {0}, 'b': {1}}}.transformMap({2}, {3}, {2} != 'p', {4})",
                   integer(depth - 1),
                   integer(depth - 1),
                   key,
                   element,
                   inside};
  }
  return Written{"{{'a': {}, {}: {}}}", value(type, depth - 1), choices_.one_in(3) ? text(depth - 1) : "'b'",
                 value(type, depth - 1)};
}

std::string ExpressionGenerator::optional(ValueType type, int depth) {
  const std::string inner = value(type, depth - 1);
  switch (choices_.below(7)) {
    case 0:
      return Written{"optional.{}({})", choices_.of({"of", "ofNonZeroValue"}), inner};
    case 1:
      return Written{"{}[?{}]", list(type, depth - 1), choices_.of({"0", "1", "5"})};
    case 2:
      return Written{"{}[?{}]", map_of(type, depth - 1), choices_.one_in(2) ? text(depth - 1) : "'a'"};
    case 3: {
      const ValueType from = choices_.of(std::vector{ValueType::kInt, ValueType::kText});
      return over(Range{optional(from, depth - 1), false, 0, from}, "optMap", [&] { return value(type, depth - 1); });
    }
    case 4:
      return over(Range{optional(type, depth - 1), false, 0, type}, "optFlatMap", [&] {
        return Written{"optional.of({})", value(type, depth - 1)};
      });
    case 5:
      return Written{"{}.or({})", optional(type, depth - 1), optional(type, depth - 1)};
    default:
      return Written{"({} ? optional.of({}) : optional.none())", boolean(depth - 1), inner};
  }
}

std::string ExpressionGenerator::common_form(ValueType type, int depth) {
  switch (choices_.below(7)) {
    case 0:
      return Written{"({} ? {} : {})", boolean(depth - 1), value(type, depth - 1), value(type, depth - 1)};
    case 1: {
      const ValueType bound = choices_.of(std::vector{ValueType::kInt, type, ValueType::kText, ValueType::kReal,
                                                      ValueType::kDate, ValueType::kDecimal});
      const std::string made = value(bound, depth - 1);
      const std::string variable = new_variable("v");
      scalars_.push_back({variable, bound});
      const std::string body = value(type, depth - 1);
      scalars_.pop_back();
      return Written{"cel.bind({}, {}, {})", variable, made, body};
    }
    case 2:
      return Written{"{}[{}]", list(type, depth - 1), choices_.one_in(2) ? integer(depth - 1) : "0"};
    case 3:
      return Written{"{}[{}]", map_of(type, depth - 1), choices_.one_in(2) ? text(depth - 1) : "'a'"};
    case 4:
      return Written{"{}.orValue({})", optional(type, depth - 1), value(type, depth - 1)};
    case 5:
      return Written{"{}.a", map_of(type, depth - 1)};
    default:
      return Written{"{}.value()", optional(type, depth - 1)};
  }
}

}  // namespace kijun::oracle
