// Every function of the language that has no table of its own in docs/truth-tables.md is strict: for each overload and
// every combination of states of its operands the result is the fold of the page's table `a ∘ b`.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "engine/cel/declarations.h"
#include "engine/cel/operator_text.h"
#include "tests/docs/markdown.h"
#include "tests/docs/state_worlds.h"

namespace kijun::docs {
namespace {

using cel::FunctionId;
using cel::Overload;
using cel::Type;
using cel::TypeKind;

/// What has tables of its own.
constexpr std::array kOwnTables{
    FunctionId::kLogicalAnd,     FunctionId::kLogicalOr,     FunctionId::kConditional,
    FunctionId::kOptionalSelect, FunctionId::kOptionalOr,    FunctionId::kOptionalOrValue,
    FunctionId::kAnswered,       FunctionId::kMissingReason, FunctionId::kRaw,
};

/// Calls whose overloads the checker works out itself, written out.
constexpr std::array kWithoutOverloads{std::pair{FunctionId::kMathGreatest, "math.greatest($0, $1)"},
                                       std::pair{FunctionId::kMathLeast, "math.least($0, $1)"}};

constexpr std::string_view kStateLetters = "VUEN";
constexpr std::size_t kMaxOperands = 4;

/// A value of the type, as text.
std::string value_of(const Type& type) {
  switch (type.kind) {
    case TypeKind::kBool:
      return "true";
    case TypeKind::kUint:
      return "1u";
    case TypeKind::kDouble:
      return "1.0";
    case TypeKind::kString:
      return "\"1\"";
    case TypeKind::kBytes:
      return "b\"1\"";
    case TypeKind::kTimestamp:
      return "timestamp(\"2019-03-31T00:00:00Z\")";
    case TypeKind::kDuration:
      return "duration(\"1s\")";
    case TypeKind::kDecimal:
      return "decimal(\"1\")";
    case TypeKind::kDate:
      return "date(\"2019-03-31\")";
    case TypeKind::kList:
      return "[" + value_of(type.params[0]) + ", " + value_of(type.params[0]) + "]";
    case TypeKind::kMap:
      return "{" + value_of(type.params[0]) + ": " + value_of(type.params[1]) + "}";
    case TypeKind::kOptional:
      return "optional.of(" + value_of(type.params[0]) + ")";
    default:
      return "1";
  }
}

/// Operands that must be of a certain form to have a value.
std::string special_value(FunctionId id, std::size_t position, const Type& type) {
  if (type.kind != TypeKind::kString) return "";
  switch (id) {
    case FunctionId::kToTimestamp:
      return value_of(Type::of(TypeKind::kTimestamp)).substr(std::string_view("timestamp(").size(), 22);
    case FunctionId::kToDuration:
      return "\"1s\"";
    case FunctionId::kDate:
      return "\"2019-03-31\"";
    case FunctionId::kBase64Decode:
      return "\"MQ==\"";
    default:
      return position > 0 && cel::function_name(id).starts_with("get") ? "\"UTC\"" : "";
  }
}

/// A survey whose rows give up to four operands every combination of states.
class StrictFunctionsTest : public testing::Test {
 protected:
  StrictFunctionsTest() {
    for (const Table& table : tables_of("docs/truth-tables.md")) {
      if (table.header.front() != "`a ∘ b`") continue;
      for (std::size_t row = 0; row < kStateLetters.size(); ++row)
        for (std::size_t column = 0; column < kStateLetters.size(); ++column)
          fold_[{kStateLetters[row], kStateLetters[column]}] = table.rows.at(row).at(column + 1).at(0);
    }
  }

  void expect_strict(const std::string& pattern, const std::vector<std::string>& values) {
    exec::MemorySurvey survey;
    std::vector<table::Field> fields;
    std::vector<std::string> operands;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const std::string name = "x" + std::to_string(i);
      fields.push_back(exec::field(name, table::FieldType::kInt));
      operands.push_back("(1 / " + name + " == 1 ? " + values[i] + " : " + values[i] + ")");
    }
    survey.vocabulary = table::Vocabulary("test", {}, std::move(fields));
    const std::vector<std::string> combinations = combinations_of(values.size());
    for (const std::string& letters : combinations) {
      std::vector<exec::MemoryCell> cells;
      for (const char letter : letters) cells.push_back(cell_of(letter));
      survey.rows.push_back(exec::town(static_cast<std::uint32_t>(survey.rows.size()), std::move(cells)));
    }
    survey.finish();
    const std::string text = filled(pattern, operands);
    exec::Expressions expressions(survey);
    const auto results = exec::all_results(survey, expressions, text, table::kRecordSpace, "record");
    ASSERT_EQ(results.size(), combinations.size()) << text;
    for (std::size_t row = 0; row < results.size(); ++row) {
      char expected = 'V';
      for (const char letter : combinations[row]) expected = fold_.at({expected, letter});
      const std::string& result = results[row];
      const bool has_value = result != "U" && result != "E" && result != "N";
      EXPECT_EQ(has_value ? "V" : result, std::string(1, expected)) << text << " for " << combinations[row];
    }
  }

  void expect_strict(FunctionId id, const Overload& overload) {
    std::vector<std::string> values;
    std::vector<std::string> places;
    for (std::size_t i = 0; i < overload.params.size(); ++i) {
      const std::string special = special_value(id, i, overload.params[i]);
      values.push_back(special.empty() ? value_of(overload.params[i]) : special);
      places.push_back("$" + std::to_string(i));
    }
    expect_strict(cel::call_text(id, overload.receiver, places), values);
  }

 private:
  static std::vector<std::string> combinations_of(std::size_t num_operands) {
    std::vector<std::string> combinations{""};
    for (std::size_t i = 0; i < num_operands; ++i) {
      std::vector<std::string> longer;
      for (const std::string& combination : combinations)
        for (const char letter : kStateLetters) longer.push_back(combination + letter);
      combinations = std::move(longer);
    }
    return combinations;
  }

  static exec::MemoryCell cell_of(char letter) {
    if (letter == 'U') return exec::kBlankCell;
    if (letter == 'N') return exec::kNotApplicableCell;
    return exec::answer(cel::Value(std::int64_t{letter == 'V' ? 1 : 0}));
  }

  static std::string filled(std::string pattern, const std::vector<std::string>& operands) {
    for (std::size_t i = operands.size(); i-- > 0;) {
      const std::string place = "$" + std::to_string(i);
      pattern.replace(pattern.find(place), place.size(), operands[i]);
    }
    return pattern;
  }

  std::map<std::pair<char, char>, char> fold_;
};

TEST_F(StrictFunctionsTest, FollowTheTableForEveryOverload) {
  for (std::uint16_t number = 0; number < static_cast<std::uint16_t>(FunctionId::kDeclared); ++number) {
    const auto id = static_cast<FunctionId>(number);
    if (std::ranges::find(kOwnTables, id) != kOwnTables.end()) continue;
    const auto written = std::ranges::find(kWithoutOverloads, id, [](const auto& entry) { return entry.first; });
    if (written != kWithoutOverloads.end()) {
      expect_strict(written->second, {"1", "2"});
      continue;
    }
    EXPECT_FALSE(cel::overloads_of(id).empty()) << cel::function_name(id);
    for (const Overload& overload : cel::overloads_of(id)) {
      ASSERT_LE(overload.params.size(), kMaxOperands);
      expect_strict(id, overload);
    }
  }
}

TEST_F(StrictFunctionsTest, FollowTheTableForLiterals) {
  expect_strict("[$0, $1]", {"1", "2"});
  expect_strict("[?$0, $1]", {"optional.of(1)", "2"});
  expect_strict("{$0: $1}", {"1", "2"});
  expect_strict("{\"a\": $0, \"b\": $1}", {"1", "2"});
  expect_strict("{?\"a\": $0, \"b\": $1}", {"optional.of(1)", "2"});
  expect_strict("$0.a", {"{\"a\": 1}"});
}

}  // namespace
}  // namespace kijun::docs
