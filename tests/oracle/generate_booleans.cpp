
#include "tests/oracle/expression_generator.h"
#include "tests/oracle/written.h"

// Bools: logic, comparisons, tests, quantifiers.

namespace kijun::oracle {

std::string ExpressionGenerator::boolean(int depth) {
  if (depth <= 0) return leaf(ValueType::kBool);
  switch (choices_.below(16)) {
    case 0:
      return field("b0");
    case 1:
      return Written{"({} && {})", boolean(depth - 1), boolean(depth - 1)};
    case 2:
      return Written{"({} || {})", boolean(depth - 1), boolean(depth - 1)};
    case 3:
      return Written{"!({})", boolean(depth - 1)};
    case 4:
    case 5:
      return comparison(depth);
    case 6:
      return enum_test(depth);
    case 7:
      return text_test(depth);
    case 8:
      return membership(depth);
    case 9:
    case 10:
      return quantifier(depth);
    case 11:
      return bounds_comparison(depth);
    case 12:
      return condition();
    case 13:
      return cell_test(depth);
    case 14:
      return structure_test(depth);
    default:
      return common_form(ValueType::kBool, depth);
  }
}

std::string ExpressionGenerator::comparison(int depth) {
  const std::string op = relation();
  const ValueType type = choices_.of(std::vector{ValueType::kInt, ValueType::kReal, ValueType::kText, ValueType::kDate,
                                                 ValueType::kBool, ValueType::kDecimal});
  // A literal beside a double or a decimal is read as one.
  const bool adapts = type == ValueType::kReal || type == ValueType::kDecimal;
  const std::string right = adapts && choices_.one_in(4) ? choices_.of({"2", "0.1"}) : value(type, depth - 1);
  return Written{"({}) {} ({})", value(type, depth - 1), op, right};
}

/// A count or share beside a number or another one.
std::string ExpressionGenerator::bounds_comparison(int depth) {
  const auto tally = [&](const char* macro) {
    return over_range(depth - 1, macro, [&] { return predicate(depth - 2); });
  };
  const bool share = choices_.one_in(2);
  const std::string left = tally(share ? "share" : "count");
  const std::string op = relation();
  if (choices_.one_in(4)) return Written{"{} {} {}", left, op, tally(share ? "share" : "count")};
  if (share)
    return Written{"{} {} {}", left, op,
                   choices_.one_in(4) ? real(depth - 2) : choices_.of({"0.5", "1", "0.1", "0.333", "0.0"})};
  const std::string right = choices_.one_in(3) ? integer(depth - 2) : choices_.of({"1", "0", "2", "5"});
  return choices_.one_in(3) ? Written{"{} {} {}", right, op, left} : Written{"{} {} {}", left, op, right};
}

std::string ExpressionGenerator::enum_test(int depth) {
  const char* id = choices_.one_in(2) ? "e1" : "e0";
  switch (choices_.below(8)) {
    case 0:
      return Written{"{} == '{}'", field(id), choices_.of({"p", "q"})};
    case 1:
      return Written{"{} != {}", field(id), field(id)};
    case 2:
      return Written{"{} in ['q', 'p']", field(id)};
    case 3:
      return Written{"{} {} '{}'", field(id), relation(), choices_.of({"p", "q"})};
    case 4:
      return Written{"{} {} {}", field("e0"), relation(), field("e1")};
    case 5:
      return Written{"'{}' {} {}", choices_.of({"p", "q"}), relation(), field(id)};
    case 6:
      return Written{"{} in [{}, 'p']", field(id), field(id)};
    default:
      return Written{"{} == {}", field(id), text(depth - 1)};
  }
}

std::string ExpressionGenerator::text_test(int depth) {
  const std::string subject_text = choices_.one_in(5) ? field("e0") : text(depth - 1);
  switch (choices_.below(6)) {
    case 0:
      return Written{"{}.contains({})", subject_text,
                     choices_.one_in(4) ? text(depth - 1) : choices_.of({"'a'", "'設置'", "''"})};
    case 1:
      return Written{"{}.startsWith({})", subject_text, choices_.one_in(3) ? text(depth - 1) : "'平成'"};
    case 2:
      return Written{"{}.endsWith({})", subject_text,
                     choices_.one_in(4) ? text(depth - 1) : choices_.of({"'b'", "'予定'", "''"})};
    case 3:
      return Written{"{}.matches('{}')", subject_text,
                     choices_.of({"[0-9]+年度", "^a", "b$", "^$", "a|設置", "^(a|ab)$", "[^a]", ".*", "a{1,2}"})};
    case 4:
      return Written{"matches({}, {})", subject_text, text(depth - 1)};
    default:
      return Written{"bool({}) == {}", subject_text, boolean(depth - 1)};
  }
}

/// What is asked of a cell instead of its value.
std::string ExpressionGenerator::cell_test(int depth) {
  const char* reason = choices_.one_in(2) ? "blank" : "not_applicable";
  switch (choices_.below(5)) {
    case 0:
      return Written{"answered({})", cell()};
    case 1:
      return Written{"missing_reason({}) == '{}'", cell(), reason};
    case 2:
      return Written{"missing_reason({}) in ['absent', '{}', 'merged', 'new_subject']", cell(), reason};
    case 3:
      return Written{"(!answered({0}) || {1})", cell(), boolean(depth - 1)};
    default:
      return Written{"raw({}) == ''", cell()};
  }
}

std::string ExpressionGenerator::membership(int depth) {
  switch (choices_.below(10)) {
    case 0:
      return Written{"{} in [1, 7, -1]", integer(depth - 1)};
    case 1:
      return Written{"{} in ['a', '設置予定']", text(depth - 1)};
    case 2:
      return Written{"{} in [{}, {}]", integer(depth - 1), integer(depth - 1), integer(depth - 1)};
    case 3:
      return Written{"{} in {}", text(depth - 1), field(choices_.one_in(3) ? "l1" : "l0")};
    case 4:
      return Written{"{} in [date('2019-03-31'), as_of]", date(depth - 1)};
    case 5:
      return Written{"{} in [0.5, 1.0, 2.0]", real(depth - 1)};
    case 6: {
      const ValueType type = choices_.of(std::vector{ValueType::kInt, ValueType::kText, ValueType::kDate});
      return Written{"{} in {}", value(type, depth - 1), list(type, depth - 1)};
    }
    case 7:
      return Written{"{} in [0.1, 3, -2.5]", decimal(depth - 1)};
    case 8:
      return Written{"{} in {}", text(depth - 1), map_of(ValueType::kInt, depth - 1)};
    default:
      return Written{"{} in ['a', 'b', 'c', 'd', 'e', 'f', 'p', '平成31年度', '設置予定', 'ab']", text(depth - 1)};
  }
}

std::string ExpressionGenerator::quantifier(int depth) {
  const std::string macro = choices_.of({"exists", "all", "exists_one", "existsOne"});
  return over_range(depth - 1, macro, [&] { return predicate(depth - 1); });
}

std::string ExpressionGenerator::predicate(int depth) {
  if (subjects_.size() < 2 || choices_.one_in(2)) return boolean(depth);
  const Subject own = subjects_[subjects_.size() - 2];
  const Subject element = subjects_.back();
  const char* op = choices_.one_in(3) ? "||" : "&&";
  std::string body = key(element, own);
  for (std::size_t more = choices_.below(3); more > 0; --more) body = Written{"{} {} {}", body, op, key(element, own)};
  return choices_.one_in(3) ? body : Written{"{} {} ({})", body, op, boolean(depth - 1)};
}

/// An equality between the element of a macro and the subject around it, or a test of the subject alone.
std::string ExpressionGenerator::key(const Subject& element, const Subject& own) {
  if (choices_.one_in(6)) return field_of(own, "b0");
  const bool of_records = element.space == table::kRecordSpace && own.space == table::kRecordSpace;
  const std::string id = choices_.of({"e0", "i0", "s0", "b0", "d0", "x0", "c0", "code"});
  const char* op = choices_.one_in(3) ? "!=" : "==";
  if (id == "code" && of_records) return Written{"{}code {} {}code", element.prefix, op, own.prefix};
  const char* field = id == "code" ? "i0" : id.c_str();
  return Written{"{} {} {}", field_of(element, field), op, field_of(own, field)};
}

/// Questions about lists, maps, optionals, types and numbers.
std::string ExpressionGenerator::structure_test(int depth) {
  const ValueType type = choices_.of(std::vector{ValueType::kInt, ValueType::kText, ValueType::kReal});
  switch (choices_.below(10)) {
    case 0:
      return Written{"{} == {}", list(type, depth - 1), list(type, depth - 1)};
    case 1:
      return Written{"{}.hasValue()", optional(type, depth - 1)};
    case 2:
      return Written{"has({}.b)", map_of(type, depth - 1)};
    case 3:
      return Written{"type({}) == {}", value(type, depth - 1), choices_.of({"int", "string", "double"})};
    case 4:
      return Written{"math.{}({})", choices_.of({"isNaN", "isInf", "isFinite"}), real(depth - 1)};
    case 5:
      return Written{"{} == {}", optional(type, depth - 1), optional(type, depth - 1)};
    case 6:
      return Written{"dyn({}) == dyn({})", value(type, depth - 1), value(ValueType::kInt, depth - 1)};
    case 7:
      return Written{"sets.{}({}, {})", choices_.of({"contains", "equivalent", "intersects"}), list(type, depth - 1),
                     list(type, depth - 1)};
    case 8:
      return Written{"[{}, {}].flatten() == {}", list(type, depth - 1), list(type, depth - 1), list(type, depth - 1)};
    default:
      return Written{"{} != {}", map_of(type, depth - 1), map_of(type, depth - 1)};
  }
}

}  // namespace kijun::oracle
