
#include "tests/oracle/expression_generator.h"
#include "tests/oracle/written.h"

// Numbers, texts and dates.

namespace kijun::oracle {

std::string ExpressionGenerator::integer(int depth) {
  if (depth <= 0) return leaf(ValueType::kInt);
  switch (choices_.below(14)) {
    case 0:
      return field("i1");
    case 1:
    case 2:
      return Written{"({} {} {})", integer(depth - 1), choices_.of({"+", "-", "*", "/", "%"}), integer(depth - 1)};
    case 3:
      return Written{"-({})", integer(depth - 1)};
    case 4:
      return Written{"size({})", text(depth - 1)};
    case 5:
    case 6:
    case 7:
      return aggregate(depth);
    case 8:
      return Written{"({}).{}()", date(depth - 1), choices_.of({"year", "month", "day", "eraYear"})};
    case 9:
      return Written{"({} - {})", date(depth - 1), date(depth - 1)};
    case 10:
      return Written{"fiscal_year({})", date(depth - 1)};
    case 11:
    case 12:
      return integer_function(depth);
    default:
      return common_form(ValueType::kInt, depth);
  }
}

/// An int made of many elements.
std::string ExpressionGenerator::aggregate(int depth) {
  switch (choices_.below(6)) {
    case 0:
      return Written{"size({})", range(depth - 1).text};
    case 1:
      return over_range(depth - 1, "count", [&] { return predicate(depth - 1); });
    case 2:
    case 3:
      return over_range(depth - 1, choices_.of({"sum", "min", "max"}), [&] { return integer(depth - 1); });
    case 4:
      return over_range(depth - 1, "distinct", [&] {
        return value(choices_.of(std::vector{ValueType::kBool, ValueType::kReal, ValueType::kText, ValueType::kInt,
                                             ValueType::kDate}),
                     depth - 1);
      });
    default:
      return over_range(depth - 1, "distinct", [&] { return field(choices_.one_in(2) ? "e0" : "s0"); });
  }
}

std::string ExpressionGenerator::integer_function(int depth) {
  switch (choices_.below(15)) {
    case 0:
      return Written{"int({})", real(depth - 1)};
    case 1:
      return Written{"int({})", text(depth - 1)};
    case 2:
      return Written{"math.{}({}, {})", choices_.of({"greatest", "least", "bitAnd", "bitOr", "bitXor"}),
                     integer(depth - 1), integer(depth - 1)};
    case 3:
      return Written{"math.{}({})", choices_.of({"abs", "sign", "bitNot"}), integer(depth - 1)};
    case 4:
      return Written{"math.{}({}, {})", choices_.of({"bitShiftLeft", "bitShiftRight"}), integer(depth - 1),
                     choices_.of({"1", "3", "-1", "64"})};
    case 5:
      return Written{"({}).{}({})", text(depth - 1), choices_.of({"indexOf", "lastIndexOf"}), text(depth - 1)};
    case 6:
      return Written{"int(uint({}) {} {}u)", integer(depth - 1), choices_.of({"+", "-", "*", "/", "%"}),
                     choices_.of({"1", "0", "3"})};
    case 7:
      return Written{"timestamp({}).{}()", integer(depth - 1),
                     choices_.of({"getFullYear", "getMonth", "getHours", "getDate", "getDayOfMonth", "getDayOfWeek",
                                  "getDayOfYear", "getMinutes", "getSeconds", "getMilliseconds"})};
    case 8:
      return Written{"size({})", list(ValueType::kText, depth - 1)};
    case 9:
      return Written{"{}.size()", map_of(ValueType::kInt, depth - 1)};
    case 10:
      return Written{"size(bytes({}))", text(depth - 1)};
    case 11:
      return Written{"(timestamp({}) + duration({})).getHours('Asia/Tokyo')", integer(depth - 1), text(depth - 1)};
    case 12:
      return Written{"int({})", decimal(depth - 1)};
    case 13:
      return Written{"int(duration({}))", integer(depth - 1)};
    default:
      return Written{"size({})", field("l0")};
  }
}

std::string ExpressionGenerator::real(int depth) {
  if (depth <= 0) return leaf(ValueType::kReal);
  switch (choices_.below(10)) {
    case 0:
      return field("x1");
    case 1:
    case 2:
      return Written{"({} {} {})", real(depth - 1), choices_.of({"+", "-", "*", "/"}), real(depth - 1)};
    case 3:
      return Written{"double({})", integer(depth - 1)};
    case 4:
      return over_range(depth - 1, "share", [&] { return predicate(depth - 1); });
    case 5:
      return over_range(depth - 1, choices_.of({"sum", "avg", "min", "max"}), [&] { return real(depth - 1); });
    case 6:
      return over_range(depth - 1, "avg", [&] { return integer(depth - 1); });
    case 7:
      return Written{"-({})", real(depth - 1)};
    case 8:
      return real_function(depth);
    default:
      return common_form(ValueType::kReal, depth);
  }
}

std::string ExpressionGenerator::real_function(int depth) {
  switch (choices_.below(7)) {
    case 0:
      return Written{"math.{}({})", choices_.of({"ceil", "floor", "round", "trunc", "abs", "sign", "sqrt"}),
                     real(depth - 1)};
    case 1:
      return Written{"math.{}({}, {})", choices_.of({"greatest", "least"}), real(depth - 1), real(depth - 1)};
    case 2:
      return Written{"math.greatest([{}, {}])", real(depth - 1), real(depth - 1)};
    case 3:
      return Written{"({} * {})", real(depth - 1), choices_.of({"2", "100"})};
    case 4:
      return Written{"double({})", decimal(depth - 1)};
    case 5:
      return Written{"round({}, {})", real(depth - 1), choices_.of({"0", "1", "-2"})};
    default:
      return Written{"double({})", text(depth - 1)};
  }
}

std::string ExpressionGenerator::text(int depth) {
  if (depth <= 0) return leaf(ValueType::kText);
  switch (choices_.below(11)) {
    case 0:
      return Written{"{}{}", subject().prefix, choices_.of({"code", "name"})};
    case 1:
      return member_of_record("kind");
    case 2:
      return Written{"raw({})", cell()};
    case 3:
      return Written{"missing_reason({})", cell()};
    case 4:
      return Written{"({} + {})", text(depth - 1), text(depth - 1)};
    case 5:
      return Written{"({} ? {} : {})", boolean(depth - 1), field("e0"), text(depth - 1)};
    case 6:
      return member_of_record(choices_.one_in(2) ? "zone.name" : "zone.id");
    case 7:
    case 8:
    case 9:
      return text_function(depth);
    default:
      return common_form(ValueType::kText, depth);
  }
}

std::string ExpressionGenerator::text_function(int depth) {
  switch (choices_.below(15)) {
    case 0:
      return Written{"({}).{}()", text(depth - 1), choices_.of({"lowerAscii", "upperAscii", "trim", "reverse"})};
    case 1:
      return Written{"({}).charAt({})", text(depth - 1), integer(depth - 1)};
    case 2:
      return Written{"({}).substring({})", text(depth - 1), choices_.one_in(2) ? integer(depth - 1) : "1"};
    case 3:
      return Written{"({}).substring(0, {})", text(depth - 1), integer(depth - 1)};
    case 4:
      return Written{"({}).replace({}, {})", text(depth - 1), choices_.of({"'a'", "''", "'置'"}), text(depth - 1)};
    case 5:
      return Written{"{}.join({})", list(ValueType::kText, depth - 1), choices_.of({"','", "''"})};
    case 6:
      return Written{"string({})", integer(depth - 1)};
    case 7:
      return Written{"string({})",
                     value(choices_.of(std::vector{ValueType::kDate, ValueType::kReal, ValueType::kBool}), depth - 1)};
    case 8:
      return Written{"nfkc({})", text(depth - 1)};
    case 9:
      return Written{"strings.quote({})", text(depth - 1)};
    case 10:
      return Written{"'%s/%d'.format([{}, {}])", text(depth - 1), integer(depth - 1)};
    case 11:
      return Written{"({}).{}()", date(depth - 1), choices_.of({"era", "formatEra"})};
    case 12:
      return Written{"string({})", decimal(depth - 1)};
    case 13:
      return Written{"base64.encode(bytes({}))", text(depth - 1)};
    default:
      return Written{"string(base64.decode({}))", text(depth - 1)};
  }
}

std::string ExpressionGenerator::date(int depth) {
  if (depth <= 0) return leaf(ValueType::kDate);
  switch (choices_.below(6)) {
    case 0:
      return field("d0");
    case 1:
      return Written{"{}.{}({})", date(depth - 1), choices_.of({"addDays", "addMonths", "addYears"}),
                     integer(depth - 1)};
    case 2:
      return over_range(depth - 1, choices_.of({"min", "max"}), [&] { return date(depth - 1); });
    case 3:
      return Written{"date({}, 4, 1)", integer(depth - 1)};
    case 4:
      return Written{"date({})", text(depth - 1)};
    default:
      return common_form(ValueType::kDate, depth);
  }
}

std::string ExpressionGenerator::decimal(int depth) {
  if (depth <= 0) return leaf(ValueType::kDecimal);
  switch (choices_.below(9)) {
    case 0:
      return field("c0");
    case 1:
    case 2:
      return Written{"({} {} {})", decimal(depth - 1), choices_.of({"+", "-", "*", "/"}),
                     choices_.one_in(3) ? "0.1" : decimal(depth - 1)};
    case 3:
      return Written{"-({})", decimal(depth - 1)};
    case 4:
      return over_range(depth - 1, choices_.of({"sum", "min", "max", "avg"}), [&] { return decimal(depth - 1); });
    case 5:
      return Written{"round({}, {})", decimal(depth - 1), choices_.of({"0", "1", "-2"})};
    case 6:
      return Written{"math.{}({})", choices_.of({"abs", "sign"}), decimal(depth - 1)};
    case 7:
      return Written{"decimal({})",
                     value(choices_.of(std::vector{ValueType::kInt, ValueType::kText, ValueType::kReal}), depth - 1)};
    default:
      return common_form(ValueType::kDecimal, depth);
  }
}

}  // namespace kijun::oracle
