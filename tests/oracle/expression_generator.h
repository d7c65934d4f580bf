#pragma once

#include <string>
#include <vector>

#include "engine/table/group.h"
#include "engine/table/subject.h"
#include "tests/oracle/choices.h"

namespace kijun::oracle {

/// Kinds of values that expressions have beside records and groups.
enum class ValueType : std::uint8_t { kBool, kInt, kReal, kText, kDate, kDecimal };

/// Writes expressions of the profile as text, well-typed but for a few that the checker refuses. Every method gives one
/// expression; `depth` bounds how much deeper it may nest, and the simplest form comes first.
class ExpressionGenerator {
 public:
  /// Expressions about the subjects of a space. Conditions of records and of zones may be used by name. At most
  /// `most_macros` macros over records are nested: over a hundred records each level multiplies.
  ExpressionGenerator(Choices& choices, table::SpaceId space, std::vector<std::string> record_conditions,
                      std::vector<std::string> zone_conditions, std::size_t most_macros);

  std::string boolean(int depth);
  std::string integer(int depth);
  std::string real(int depth);
  std::string text(int depth);
  std::string date(int depth);
  std::string decimal(int depth);
  std::string value(ValueType type, int depth);

 private:
  /// A record or group that expressions can speak of: self (no prefix) or a macro variable ("m.").
  struct Subject {
    std::string prefix;
    table::SpaceId space = table::kRecordSpace;
  };
  /// A macro variable that is no record or group.
  struct Scalar {
    std::string name;
    ValueType type = ValueType::kInt;
  };
  /// A list and what its elements are: subjects of a space, or values.
  struct Range {
    std::string text;
    bool of_subjects = true;
    table::SpaceId space = table::kRecordSpace;
    ValueType type = ValueType::kInt;
  };

  // What can be named.
  const Subject& subject();
  std::string new_variable(const char* letter);
  std::string field(const char* id);
  std::string field_of(const Subject& of, const char* id);
  std::string earlier(const char* id);
  std::string cell();
  std::string member_of_record(const char* name);
  std::string condition();
  std::string relation();
  /// A macro variable of the type, or "".
  std::string scalar(ValueType type);
  std::string leaf(ValueType type);

  // Lists and what runs over them.
  bool may_nest() const;
  Range subjects();
  Range range(int depth);
  std::string list(ValueType type, int depth);
  /// `range.macro(variable, body)`, sometimes with two variables where the macro has that form.
  template <class Body>
  std::string over(const Range& range, const std::string& macro, Body&& body);
  template <class Body>
  std::string over_range(int depth, const std::string& macro, Body&& body);
  std::string optional(ValueType type, int depth);
  std::string map_of(ValueType type, int depth);
  /// Forms that every type has: `?:`, a bound variable, an element of a list or map, an optional's value.
  std::string common_form(ValueType type, int depth);

  // Parts of `boolean`.
  std::string comparison(int depth);
  std::string bounds_comparison(int depth);
  std::string enum_test(int depth);
  std::string text_test(int depth);
  std::string cell_test(int depth);
  std::string membership(int depth);
  std::string quantifier(int depth);
  /// The body of a macro: often one that compares its element with the subject around it.
  std::string predicate(int depth);
  std::string key(const Subject& element, const Subject& own);
  std::string structure_test(int depth);

  // Parts of the others.
  std::string aggregate(int depth);
  std::string integer_function(int depth);
  std::string real_function(int depth);
  std::string text_function(int depth);

  Choices& choices_;
  std::vector<Subject> subjects_;
  std::vector<Scalar> scalars_;
  std::vector<std::string> record_conditions_;
  std::vector<std::string> zone_conditions_;
  std::size_t most_macros_;
  int num_variables_ = 0;
};

template <class Body>
std::string ExpressionGenerator::over(const Range& range, const std::string& macro, Body&& body) {
  const bool has_two_forms = macro == "all" || macro == "exists" || macro == "exists_one" || macro == "existsOne";
  const bool two = macro == "transformList" || (has_two_forms && choices_.one_in(6));
  const std::size_t num_scalars = scalars_.size();
  std::string variables;
  if (two) {
    scalars_.push_back({new_variable("n"), ValueType::kInt});
    variables = scalars_.back().name + ", ";
  }
  const std::string element = new_variable(range.of_subjects ? "m" : "x");
  if (range.of_subjects) subjects_.push_back({element + ".", range.space});
  if (!range.of_subjects) scalars_.push_back({element, range.type});
  const std::string inside = body();
  if (range.of_subjects) subjects_.pop_back();
  scalars_.resize(num_scalars);
  return range.text + "." + macro + "(" + variables + element + ", " + inside + ")";
}

template <class Body>
std::string ExpressionGenerator::over_range(int depth, const std::string& macro, Body&& body) {
  return over(range(depth), macro, std::forward<Body>(body));
}

}  // namespace kijun::oracle
