#include "tests/oracle/expression_generator.h"

#include <fmt/format.h>

namespace kijun::oracle {

ExpressionGenerator::ExpressionGenerator(Choices& choices, table::SpaceId space,
                                         std::vector<std::string> record_conditions,
                                         std::vector<std::string> zone_conditions)
    : choices_(choices),
      subjects_{{"", space}},
      record_conditions_(std::move(record_conditions)),
      zone_conditions_(std::move(zone_conditions)) {}

/// Mostly the innermost subject; sometimes an enclosing one, which makes a lambda correlated.
const ExpressionGenerator::Subject& ExpressionGenerator::subject() {
  return choices_.one_in(8) ? choices_.of(subjects_) : subjects_.back();
}

std::string ExpressionGenerator::relation() { return choices_.of({"==", "!=", "<", "<=", ">", ">="}); }

/// A field of the type that `id` begins with, of some subject or of its zone.
std::string ExpressionGenerator::field(const char* id) {
  const Subject& of = subject();
  if (of.space == table::kRecordSpace) {
    if (choices_.one_in(6)) return of.prefix + "zone.z" + id;
    if (choices_.one_in(6)) return earlier(id);
    return of.prefix + id;
  }
  const std::string letter = of.space == table::group_space(table::kZoneGroup)   ? "z"
                             : of.space == table::group_space(table::kBodyGroup) ? "y"
                                                                                 : "v";
  return of.prefix + letter + id;
}

std::string ExpressionGenerator::earlier(const char* id) {
  return subject().prefix +
         choices_.of({"previous.", "at(2017).", "at(params.year).", "at(2018).", "previous.previous."}) + id;
}

std::string ExpressionGenerator::cell() {
  return field(choices_.of({"b0", "i0", "x0", "d0", "s0", "e0", "l0"}).c_str());
}

ExpressionGenerator::Range ExpressionGenerator::simple_range() {
  const Subject& of = subject();
  const std::string all = "survey.members";
  if (of.space == table::kRecordSpace) {
    switch (choices_.below(3)) {
      case 0:
        return {of.prefix + "zone.members", table::kRecordSpace};
      case 1:
        return {of.prefix + "bodies", table::group_space(table::kBodyGroup)};
      default:
        return {of.prefix.empty() ? all : of.prefix + all, table::kRecordSpace};
    }
  }
  if (!of.prefix.empty()) return {of.prefix + "members", table::kRecordSpace};
  const char* handle = of.space == table::group_space(table::kZoneGroup)   ? "zone"
                       : of.space == table::group_space(table::kBodyGroup) ? "body"
                                                                           : "survey";
  return {std::string(handle) + ".members", table::kRecordSpace};
}

template <class Body>
std::string ExpressionGenerator::over_range(int depth, const std::string& macro, Body&& body) {
  const Range over = range(depth);
  const std::string variable = fmt::format("m{}", num_variables_++);
  subjects_.push_back({variable + ".", over.space});
  const std::string inside = body();
  subjects_.pop_back();
  return fmt::format("{}.{}({}, {})", over.text, macro, variable, inside);
}

ExpressionGenerator::Range ExpressionGenerator::range(int depth) {
  Range made = simple_range();
  while (depth > 0 && choices_.one_in(4)) {
    const std::string variable = fmt::format("f{}", num_variables_++);
    subjects_.push_back({variable + ".", made.space});
    const std::string predicate = choices_.one_in(2) ? fmt::format("answered({})", cell()) : boolean(depth - 2);
    subjects_.pop_back();
    made.text = fmt::format("{}.filter({}, {})", made.text, variable, predicate);
    --depth;
  }
  return made;
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

std::string ExpressionGenerator::boolean(int depth) {
  if (leaf(depth)) return choices_.one_in(6) ? choices_.of({"true", "false"}) : field(choices_.one_in(2) ? "b1" : "b0");
  switch (choices_.below(14)) {
    case 0:
      return field("b0");
    case 1:
      return fmt::format("({} && {})", boolean(depth - 1), boolean(depth - 1));
    case 2:
      return fmt::format("({} || {})", boolean(depth - 1), boolean(depth - 1));
    case 3:
      return fmt::format("!({})", boolean(depth - 1));
    case 4:
      return comparison(depth);
    case 5:
      return enum_test(depth);
    case 6:
      return text_test(depth);
    case 7:
      return membership(depth);
    case 8:
      return quantifier(depth);
    case 9:
      return bounds_comparison(depth);
    case 10:
      return condition();
    case 11:
      return fmt::format("answered({})", cell());
    case 12:
      return fmt::format("({} ? {} : {})", boolean(depth - 1), boolean(depth - 1), boolean(depth - 1));
    default:
      return binding(depth);
  }
}

std::string ExpressionGenerator::comparison(int depth) {
  const std::string op = relation();
  switch (choices_.below(5)) {
    case 0:
      return fmt::format("{} {} {}", integer(depth - 1), op, integer(depth - 1));
    case 1:
      return fmt::format("{} {} {}", real(depth - 1), op, real(depth - 1));
    case 2:
      return fmt::format("{} {} {}", text(depth - 1), op, text(depth - 1));
    case 3:
      return fmt::format("{} {} {}", date(depth - 1), op, date(depth - 1));
    default:
      return fmt::format("({}) {} ({})", boolean(depth - 1), op, boolean(depth - 1));
  }
}

/// A count or share beside a number or another one.
std::string ExpressionGenerator::bounds_comparison(int depth) {
  const auto tally = [&](const char* macro) {
    return over_range(depth - 1, macro, [&] { return boolean(depth - 2); });
  };
  const bool share = choices_.one_in(2);
  const std::string left = tally(share ? "share" : "count");
  const std::string op = relation();
  if (choices_.one_in(4)) return fmt::format("{} {} {}", left, op, tally(share ? "share" : "count"));
  if (share)
    return fmt::format("{} {} {}", left, op,
                       choices_.one_in(4) ? real(depth - 2) : choices_.of({"0.5", "1", "0.1", "0.333", "0.0"}));
  const std::string right = choices_.one_in(3) ? integer(depth - 2) : choices_.of({"1", "0", "2", "5"});
  return choices_.one_in(3) ? fmt::format("{} {} {}", right, op, left) : fmt::format("{} {} {}", left, op, right);
}

std::string ExpressionGenerator::enum_test(int depth) {
  const char* id = choices_.one_in(2) ? "e1" : "e0";
  switch (choices_.below(6)) {
    case 0:
      return fmt::format("{} == \"{}\"", field(id), choices_.of({"p", "q"}));
    case 1:
      return fmt::format("{} != {}", field(id), field(id));
    case 2:
      return fmt::format("{} in [\"q\", \"p\"]", field(id));
    case 3:
      return fmt::format("{} {} \"{}\"", field(id), relation(), choices_.of({"p", "q"}));
    case 4:
      return fmt::format("{} {} {}", field("e0"), relation(), field("e1"));
    default:
      return fmt::format("{} == {}", field(id), text(depth - 1));
  }
}

std::string ExpressionGenerator::text_test(int depth) {
  const std::string subject_text = choices_.one_in(5) ? field("e0") : text(depth - 1);
  switch (choices_.below(5)) {
    case 0:
      return fmt::format("{}.contains(\"{}\")", subject_text, choices_.of({"a", "設置", ""}));
    case 1:
      return fmt::format("{}.startsWith({})", subject_text, choices_.one_in(3) ? text(depth - 1) : "\"平成\"");
    case 2:
      return fmt::format("{}.endsWith(\"{}\")", subject_text, choices_.of({"b", "予定"}));
    case 3:
      return fmt::format("{}.matches(\"{}\")", subject_text, choices_.of({"[0-9]+年度", "^a", "b$", "^$"}));
    default:
      return fmt::format("missing_reason({}) == \"{}\"", cell(), choices_.of({"blank", "absent", "not_applicable"}));
  }
}

std::string ExpressionGenerator::membership(int depth) {
  switch (choices_.below(6)) {
    case 0:
      return fmt::format("{} in [1, 7, -1]", integer(depth - 1));
    case 1:
      return fmt::format("{} in [\"a\", \"設置予定\"]", text(depth - 1));
    case 2:
      return fmt::format("{} in [{}, {}]", integer(depth - 1), integer(depth - 1), integer(depth - 1));
    case 3:
      return fmt::format("{} in {}", text(depth - 1), field("l0"));
    case 4:
      return fmt::format("{} in [date(\"2019-03-31\"), as_of]", date(depth - 1));
    default:
      return fmt::format("{} in [0.5, 1.0, 2.0]", real(depth - 1));
  }
}

std::string ExpressionGenerator::quantifier(int depth) {
  const std::string macro = choices_.of({"exists", "all", "exists_one"});
  return over_range(depth - 1, macro, [&] { return boolean(depth - 1); });
}

std::string ExpressionGenerator::binding(int depth) {
  const std::string variable = fmt::format("v{}", num_variables_++);
  return fmt::format("cel.bind({}, {}, {} > 1 && ({} < {} || {}))", variable, integer(depth - 1), variable, variable,
                     integer(depth - 1), boolean(depth - 1));
}

std::string ExpressionGenerator::integer(int depth) {
  if (leaf(depth))
    return choices_.one_in(3) ? choices_.of({"1", "0", "2", "-3", "params.limit", "fiscal_year"}) : field("i0");
  switch (choices_.below(14)) {
    case 0:
      return field("i1");
    case 1:
      return fmt::format("({} {} {})", integer(depth - 1), choices_.of({"+", "-", "*", "/", "%"}), integer(depth - 1));
    case 2:
      return fmt::format("-({})", integer(depth - 1));
    case 3:
      return fmt::format("size({})", text(depth - 1));
    case 4:
      return fmt::format("size({})", range(depth - 1).text);
    case 5:
      return over_range(depth - 1, "count", [&] { return boolean(depth - 1); });
    case 6:
      return over_range(depth - 1, choices_.of({"sum", "min", "max"}), [&] { return integer(depth - 1); });
    case 7:
      return over_range(depth - 1, "distinct", [&] {
        return choices_.one_in(2) ? text(depth - 1) : choices_.one_in(2) ? real(depth - 1) : boolean(depth - 1);
      });
    case 8:
      return fmt::format("({}).{}()", date(depth - 1), choices_.of({"year", "month", "day"}));
    case 9:
      return fmt::format("({} - {})", date(depth - 1), date(depth - 1));
    case 10:
      return fmt::format("({} ? {} : {})", boolean(depth - 1), integer(depth - 1), integer(depth - 1));
    case 11:
      return fmt::format("fiscal_year({})", date(depth - 1));
    case 12:
      return fmt::format("size({})", field("l0"));
    default:
      return fmt::format("int({})", real(depth - 1));
  }
}

std::string ExpressionGenerator::real(int depth) {
  if (leaf(depth)) return choices_.one_in(3) ? choices_.of({"0.5", "1.0", "0.0", "-2.5"}) : field("x0");
  switch (choices_.below(8)) {
    case 0:
      return field("x1");
    case 1:
      return fmt::format("({} {} {})", real(depth - 1), choices_.of({"+", "-", "*", "/"}), real(depth - 1));
    case 2:
      return fmt::format("double({})", integer(depth - 1));
    case 3:
      return over_range(depth - 1, "share", [&] { return boolean(depth - 1); });
    case 4:
      return over_range(depth - 1, choices_.of({"sum", "avg", "min", "max"}), [&] { return real(depth - 1); });
    case 5:
      return over_range(depth - 1, "avg", [&] { return integer(depth - 1); });
    case 6:
      return fmt::format("({} ? {} : {})", boolean(depth - 1), real(depth - 1), real(depth - 1));
    default:
      return fmt::format("-({})", real(depth - 1));
  }
}

std::string ExpressionGenerator::text(int depth) {
  if (leaf(depth)) return choices_.one_in(3) ? choices_.of({"\"a\"", "\"\"", "\"p\"", "\"設置予定\""}) : field("s0");
  switch (choices_.below(9)) {
    case 0:
      return subject().prefix + choices_.of({"code", "name"});
    case 1:
      return subject().prefix + "kind";
    case 2:
      return fmt::format("raw({})", cell());
    case 3:
      return fmt::format("missing_reason({})", cell());
    case 4:
      return fmt::format("({} + {})", text(depth - 1), text(depth - 1));
    case 5:
      return fmt::format("({}).{}()", text(depth - 1), choices_.of({"lowerAscii", "trim"}));
    case 6:
      return fmt::format("({} ? {} : {})", boolean(depth - 1), text(depth - 1), text(depth - 1));
    case 7:
      return fmt::format("({} ? {} : {})", boolean(depth - 1), field("e0"), text(depth - 1));
    default:
      return subject().prefix + "zone.name";
  }
}

std::string ExpressionGenerator::date(int depth) {
  if (leaf(depth))
    return choices_.one_in(3) ? choices_.of({"as_of", "params.deadline", "date(\"2019-03-31\")"}) : field("d0");
  switch (choices_.below(5)) {
    case 0:
      return field("d0");
    case 1:
      return fmt::format("{}.{}({})", date(depth - 1), choices_.of({"addDays", "addMonths", "addYears"}),
                         integer(depth - 1));
    case 2:
      return over_range(depth - 1, choices_.of({"min", "max"}), [&] { return date(depth - 1); });
    case 3:
      return fmt::format("({} ? {} : {})", boolean(depth - 1), date(depth - 1), date(depth - 1));
    default:
      return fmt::format("date({}, 4, 1)", integer(depth - 1));
  }
}

}  // namespace kijun::oracle
