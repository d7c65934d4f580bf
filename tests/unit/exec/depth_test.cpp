#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/cel/parser.h"
#include "tests/unit/exec/exec_fixture.h"

// No expression may overflow the stack, however long and deep. The parser's budgets see to it: they are tried from
// beyond with texts of a hundred thousand levels, and from within by everything that walks a tree: checker, compiler, both
// evaluators.

namespace kijun::exec {
namespace {

constexpr std::size_t kEndless = 100'000;

std::string repeated(const std::string& piece, std::size_t count) {
  std::string text;
  text.reserve(piece.size() * count);
  for (std::size_t i = 0; i < count; ++i) text += piece;
  return text;
}

/// `before` … `core` … `after`, so many times around each other.
std::string nested(const std::string& before, const std::string& core, const std::string& after, std::size_t count) {
  return repeated(before, count) + core + repeated(after, count);
}

std::string joined(const std::string& term, const std::string& separator, std::size_t count) {
  return term + repeated(separator + term, count - 1);
}

/// Unknown types, each said to be a map from the next one to itself: written out, they double at every step.
std::string doubling_variables(std::size_t count) {
  std::string text = "true";
  for (std::size_t i = 1; i < count; ++i)
    text += " && x" + std::to_string(i) + " == {x" + std::to_string(i + 1) + ": x" + std::to_string(i + 1) + "}";
  for (std::size_t i = count; i > 0; --i) text = "cel.bind(x" + std::to_string(i) + ", [][n], " + text + ")";
  return text;
}

/// "fits", or the code of the last diagnostic.
std::string parse_any_length(const std::string& text) {
  const diag::Source source("rule", text);
  diag::Sink sink;
  cel::ParseOptions options;
  options.max_bytes = text.size();
  const auto ast = cel::parse(diag::EmbeddedText::whole(source), options, sink);
  return ast ? "fits" : std::string(sink.diagnostics().back().definition->code);
}

struct Shape {
  const char* name;
  std::string text;
};

std::string name_of(const testing::TestParamInfo<Shape>& info) { return info.param.name; }
void PrintTo(const Shape& shape, std::ostream* out) { *out << shape.name; }

/// Shapes a hundred thousand levels deep, most of them closed properly.
std::vector<Shape> endless_shapes() {
  return {{"Brackets", nested("(", "a", ")", kEndless)},
          {"OpenBrackets", repeated("(", kEndless)},
          {"Lists", nested("[", "a", "]", kEndless)},
          {"Maps", nested("{1:", "a", "}", kEndless)},
          {"Calls", nested("f(", "a", ")", kEndless)},
          {"Macros", nested("x.all(y,", "a", ")", kEndless)},
          {"Binds", nested("cel.bind(x,1,", "a", ")", kEndless)},
          {"Indexes", "a" + nested("[a", "", "]", kEndless)},
          {"Conditionals", repeated("a?b:", kEndless) + "c"},
          {"ConditionalsInTheMiddle", nested("(a?", "a", ":a)", kEndless)},
          {"Not", repeated("!", kEndless) + "a"},
          {"Minus", repeated("-", kEndless) + "a"},
          {"Sum", joined("1", "+", kEndless)},
          {"Product", joined("1", "*", kEndless)},
          {"Relation", joined("1", "<", kEndless)},
          {"Selection", joined("a", ".", kEndless)},
          {"OptionalSelection", joined("a", ".?", kEndless)},
          {"Methods", "a" + repeated(".f()", kEndless)},
          {"IndexChain", "a" + repeated("[0]", kEndless)},
          {"Messages", nested("T{a:", "1", "}", kEndless)},
          {"Mixed", nested("f([{1:(!a||", "a", ")}])", kEndless / 4)}};
}

class EndlessDepthTest : public testing::TestWithParam<Shape> {};

TEST_P(EndlessDepthTest, IsRefusedWithoutOverflowingTheStack) {
  EXPECT_EQ(parse_any_length(GetParam().text), "KJ2012");
}

TEST(WordsDepthTest, AreRefusedAfterThirtyMistakes) {
  EXPECT_EQ(parse_any_length(repeated("not ", kEndless) + "a"), "KJ2003");
}

INSTANTIATE_TEST_SUITE_P(Shapes, EndlessDepthTest, testing::ValuesIn(endless_shapes()), name_of);

/// Shapes as deep and as long as the budgets allow.
std::vector<Shape> largest_shapes() {
  return {{"Brackets", nested("(", "f", ")", 249)},
          {"ListsOfLists", "size(" + nested("[", "1", "]", 247) + ")"},
          {"MapsOfMaps", "size(" + nested("{1:", "1", "}", 247) + ")"},
          {"Calls", nested("int(", "n", ")", 248)},
          {"TwoConversions", nested("int(string(", "n", "))", 123)},
          {"ThreeConversions", nested("int(double(string(", "n", ")))", 82)},
          {"Conditionals", repeated("f ? n : ", 248) + "n"},
          {"ConditionalsInTheMiddle", nested("(f ? ", "n", " : n)", 247)},
          {"ConditionalsAsConditions", nested("(", "f", " ? f : f)", 247)},
          {"Not", repeated("!", 998) + "f"},
          {"Minus", repeated("-", 998) + "n"},
          {"Sum", joined("n", " + ", 999)},
          {"Concatenation", joined("s", " + ", 999)},
          {"Relations", joined("f", " == ", 999)},
          {"Differences", nested("(n - ", "n", ")", 248)},
          {"BitsOfEverything", nested("(f || !f && n + 1 > 2 && s != 'x' && ", "f", ")", 248)},
          {"AndInOr", nested("(f && (f || ", "f", "))", 123)},
          {"Methods", "s" + repeated(".trim()", 900)},
          {"Selections", "cel.bind(m, dyn({}), m" + repeated(".a", 900) + ")"},
          {"Indexes", "cel.bind(m, dyn([]), m" + repeated("[0]", 900) + ")"},
          {"OptionalSelections", "cel.bind(m, dyn({}), m" + repeated(".?a", 900) + ").hasValue()"},
          {"Macros", nested("[1].all(x, ", "x == n", ")", 247)},
          {"Maps", nested("[1].map(x, ", "x", ")", 247) + " == []"},
          {"Binds", nested("cel.bind(x, n, ", "x", ")", 247)},
          {"BindsInValues", nested("cel.bind(x, ", "n", ", x)", 247)},
          {"DoublingTypes", nested("cel.bind(x, {x: x}, ", "x", ")", 200).replace(12, 6, "1") + " == {}"},
          {"DoublingValues", nested("cel.bind(x, [x, x], ", "true", ")", 100).replace(12, 6, "1")},
          {"DoublingVariables", doubling_variables(60)},
          {"Terms", joined("f", " || ", 19'000)},
          {"TermsOfBoth", joined("f && n > 1", " || ", 7'000)},
          {"TermsInBrackets", nested("(f || f && f || ", "f", " || f)", 247)},
          {"Elements", "n in [" + joined("n", ",", 40'000) + "]"},
          {"Strings", "s in [" + joined("'a'", ",", 20'000) + "]"},
          {"Entries", "size({" + joined("'a' + s: 1", ", ", 2'000) + "})"}};
}

class LargestDepthTest : public testing::TestWithParam<Shape> {
 protected:
  LargestDepthTest() {
    survey_.vocabulary = table::Vocabulary("sample", {},
                                           {field("f", table::FieldType::kBool), field("n", table::FieldType::kInt),
                                            field("s", table::FieldType::kString)});
    survey_.rows = {town(0, {answer(cel::Value(false)), answer(cel::Value(std::int64_t{1})),
                             answer(cel::Value(std::string(" a ")))}),
                    town(1, {kBlankCell, kBlankCell, kBlankCell})};
    survey_.finish();
  }
  MemorySurvey survey_;
};

TEST_P(LargestDepthTest, PassesThroughEveryWalkOverTheTree) {
  Expressions expressions(survey_);
  ASSERT_TRUE(expressions.add_root(GetParam().text)) << expressions.problems();
  const Program program = expressions.program();
  const cel::EvalContext context = expressions.context();
  Execution execution(program, survey_, context);
  ASSERT_TRUE(execution.run(sources_of(survey_)).has_value());
  for (std::uint32_t row = 0; row < survey_.num_rows(); ++row) {
    EXPECT_EQ(result_text(execution.column(0).value_at(row)),
              result_text(expressions.naive(expressions.roots().front(), row)))
        << "row " << row;
  }
}

INSTANTIATE_TEST_SUITE_P(Shapes, LargestDepthTest, testing::ValuesIn(largest_shapes()), name_of);

}  // namespace
}  // namespace kijun::exec
