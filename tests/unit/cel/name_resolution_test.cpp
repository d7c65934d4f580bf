#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "engine/cel/checker.h"
#include "engine/cel/evaluator.h"
#include "engine/cel/source_text.h"

// langdef "Name Resolution": the longest declared name of the container wins, a leading dot leaves the container, and
// the variables of a macro come before every declared name, also before dotted ones that begin like them.

namespace kijun::cel {
namespace {

/// Declared names with strings that tell which one was read, and a container.
class NameResolutionTest : public testing::Test {
 protected:
  void declare(const std::string& name, Value value, Type type) {
    environment_.variables.emplace_back(name, std::move(type));
    values_.emplace(name, std::move(value));
  }
  void declare(const std::string& name) { declare(name, Value("the " + name), Type::of(TypeKind::kString)); }
  void declare_int(const std::string& name, std::int64_t value) {
    declare(name, Value(value), Type::of(TypeKind::kInt));
  }
  void container(const std::string& name) { environment_.container = name; }

  /// The value; the checked and the unchecked way must agree.
  std::string eval(const std::string& text) {
    const diag::Source source("rule", text);
    const diag::EmbeddedText whole = diag::EmbeddedText::whole(source);
    ParseOptions plain;
    plain.profile = false;
    diag::Sink sink;
    const auto ast = parse(whole, plain, sink);
    const auto checked = ast ? check(*ast, whole, environment_, sink) : std::nullopt;
    if (!checked) return "refused: " + sink.diagnostics().front().message.en;
    EvalContext context;
    context.variables = &values_;
    const CheckedExpr unchecked = resolve_unchecked(*ast, whole, environment_);
    const std::string value = source_text(Evaluator(*checked, context).eval());
    EXPECT_EQ(source_text(Evaluator(unchecked, context).eval()), value) << text;
    return value;
  }

 private:
  Environment environment_;
  std::map<std::string, Value> values_;
};

TEST_F(NameResolutionTest, TheContainersNameHidesTheShorterOne) {
  container("pref.zone");
  declare("pref.zone.beds");
  declare("pref.beds");
  declare("beds");
  declare("pref.note");
  EXPECT_EQ(eval("beds"), "\"the pref.zone.beds\"");
  EXPECT_EQ(eval("zone.beds"), "\"the pref.zone.beds\"");
  EXPECT_EQ(eval("note"), "\"the pref.note\"");
}

TEST_F(NameResolutionTest, ALeadingDotLeavesTheContainer) {
  container("pref.zone");
  declare("pref.zone.beds");
  declare("beds");
  EXPECT_EQ(eval(".beds"), "\"the beds\"");
  EXPECT_EQ(eval(".pref.zone.beds"), "\"the pref.zone.beds\"");
  EXPECT_EQ(eval(".zone.beds"), "refused: unknown name `.zone`");
}

TEST_F(NameResolutionTest, TheLongestDottedNameWinsOverASelection) {
  declare("a.b.c");
  declare("a.b", Value::map({{Value("c"), Value("of the map")}}),
          Type::map(Type::of(TypeKind::kString), Type::of(TypeKind::kString)));
  EXPECT_EQ(eval("a.b.c"), "\"the a.b.c\"");
  EXPECT_EQ(eval("a.b['c']"), "\"of the map\"");
}

TEST_F(NameResolutionTest, MacroVariablesHideDeclaredNames) {
  declare_int("y", 42);
  EXPECT_EQ(eval("[0].exists(y, y == 0)"), "true");
  EXPECT_EQ(eval("[0].map(y, y + 1)"), "[1]");
  EXPECT_EQ(eval("y + [0].map(y, y)[0]"), "42");  // in front of the macro the declared one is meant
  EXPECT_EQ(eval("[y].map(y, y)"), "[42]");       // the range stands outside of the macro
}

TEST_F(NameResolutionTest, MacroVariablesHideTheContainersNames) {
  container("pref.zone");
  declare_int("pref.zone.y", 42);
  EXPECT_EQ(eval("[0].exists(y, y == 0)"), "true");
  EXPECT_EQ(eval("[0].exists_one(y, pref.zone.y == 42 && y == 0)"), "true");
}

TEST_F(NameResolutionTest, MacroVariablesHideDottedNamesThatBeginWithThem) {
  declare_int("y.z", 42);
  EXPECT_EQ(eval("[{'z': 0}].exists(y, y.z == 0)"), "true");
  EXPECT_EQ(eval("[{'z': 0}].exists(x, y.z == 42)"), "true");
  EXPECT_EQ(eval("{'z': 0}.transformList(k, y, y)[0] + y.z"), "42");
}

TEST_F(NameResolutionTest, MacroVariablesHideDottedNamesOfTheContainer) {
  container("pref.zone");
  declare_int("pref.zone.y.z", 42);
  EXPECT_EQ(eval("[{'z': 0}].exists(y, y.z == 0)"), "true");
  EXPECT_EQ(eval("y.z"), "42");
}

TEST_F(NameResolutionTest, ALeadingDotLeavesTheMacroToo) {
  container("pref.zone");
  declare("y");
  declare("y.z");
  declare("pref.zone.y.z");
  EXPECT_EQ(eval("['bound'].map(y, .y)"), "[\"the y\"]");
  EXPECT_EQ(eval("[{'z': 'bound'}].map(y, .y.z)"), "[\"the y.z\"]");
  EXPECT_EQ(eval("[{'z': 'bound'}].map(y, y.z)"), "[\"bound\"]");
}

TEST_F(NameResolutionTest, TheInnerMacroHidesTheOuterOne) {
  container("pref.zone");
  declare_int("pref.zone.y", 42);
  declare_int("y", 43);
  EXPECT_EQ(eval("[1].exists(y, [0].exists(y, y == 0))"), "true");
  EXPECT_EQ(eval("[1].map(y, [0].map(y, y) + [y])"), "[[0, 1]]");
}

TEST_F(NameResolutionTest, EveryMacroBindsTheSameWay) {
  declare_int("x", 9);
  declare_int("x.y", 9);
  EXPECT_EQ(eval("cel.bind(x, 0, x == 0)"), "true");
  EXPECT_EQ(eval("cel.bind(x, {'y': 0}, x.y)"), "0");
  EXPECT_EQ(eval("cel.bind(x, x + 1, x)"), "10");
  EXPECT_EQ(eval("optional.of(1).optMap(x, x + 1).value()"), "2");
  EXPECT_EQ(eval("optional.of(1).optFlatMap(x, optional.of(x + 1)).value()"), "2");
  EXPECT_EQ(eval("[5].transformMap(x, v, x + v)"), "{0: 5}");
  EXPECT_EQ(eval("{'a': 5}.transformMapEntry(k, x, {x: k})"), "{5: \"a\"}");
  EXPECT_EQ(eval("[5].all(i, x, x == 5)"), "true");
}

TEST_F(NameResolutionTest, ABindingHidesTheContainersNames) {
  container("pref.zone");
  declare_int("pref.zone.x", 1);
  declare_int("pref.zone.x.y", 1);
  EXPECT_EQ(eval("cel.bind(x, 0, x == 0)"), "true");
  EXPECT_EQ(eval("cel.bind(x, {'y': 0}, x.y == 0)"), "true");
}

TEST_F(NameResolutionTest, AMacroVariableIsNoNameSpaceOfFunctions) {
  // `math.greatest` is a function only where `math` is no variable.
  EXPECT_EQ(eval("math.greatest(1, 2)"), "2");
  EXPECT_EQ(eval("[1].map(math, math.greatest(1, 2))"), "refused: unknown function `greatest`");
}

TEST_F(NameResolutionTest, ReservedWordsAreSelectorsAndMethods) {
  declare("m", Value::map({{Value("for"), Value("of the map")}}),
          Type::map(Type::of(TypeKind::kString), Type::of(TypeKind::kString)));
  EXPECT_EQ(eval("m.for"), "\"of the map\"");
  EXPECT_EQ(eval("has(m.while)"), "false");
}

TEST_F(NameResolutionTest, TypesAreNamesThatAVariableMayHide) {
  EXPECT_EQ(eval("type(1) == int"), "true");
  EXPECT_EQ(eval("[1].map(int, int + 1)"), "[2]");
  declare_int("int", 5);
  EXPECT_EQ(eval("int + 1"), "6");
}

}  // namespace
}  // namespace kijun::cel
