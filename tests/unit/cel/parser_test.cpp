#include "engine/cel/parser.h"

#include <gtest/gtest.h>

#include "tests/unit/cel/front_end_support.h"

namespace kijun::cel {
namespace {

struct NamedParse {
  const char* name;
  std::string text;
  std::string expected;
};

void PrintTo(const NamedParse& entry, std::ostream* out) { *out << entry.name; }

class ParserTreeTest : public testing::TestWithParam<NamedParse> {};

TEST_P(ParserTreeTest, BuildsTheTree) { EXPECT_EQ(parse_text(GetParam().text), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Trees, ParserTreeTest,
    testing::Values(NamedParse{"Precedence", "a || b && c == d + e * -f", "(|| a (&& b (== c (+ d (* e (- f))))))"},
                    NamedParse{"LeftAssociative", "a - b - c", "(- (- a b) c)"},
                    NamedParse{"RelationsOneLevel", "a < b in c", "(in (< a b) c)"},
                    NamedParse{"ConditionalRightAssociative", "a ? b : c ? d : e", "(?: a b (?: c d e))"},
                    NamedParse{"Brackets", "(a || b) && c", "(&& (|| a b) c)"},
                    NamedParse{"Negations", "!!a", "(! (! a))"}, NamedParse{"MinusSigns", "--5", "(- -5)"},
                    NamedParse{"MinusOfMember", "-a.b", "(- (. a b))"},
                    NamedParse{"SubtractionOfLiteral", "a -1", "(- a 1)"},
                    NamedParse{"SelectionAndIndex", "a.b[c].d", "(. ([] (. a b) c) d)"},
                    NamedParse{"OptionalSyntax", "a.?b[?c]", "([?] (?. a \"b\") c)"},
                    NamedParse{"LeadingDot", ".a.b == .f(c)", "(== (. .a b) (.f c))"},
                    NamedParse{"Method", "a.b.f(c, d)", "(.f (. a b) c d)"}, NamedParse{"NoArguments", "f()", "(f)"},
                    NamedParse{"Backticks", "a.`b-c/d e`", "(. a b-c/d e)"},
                    NamedParse{"ReservedWordAsSelector", "a.for.if()", "(.if (. a for))"},
                    NamedParse{"ListWithTrailingComma", "[1, ?a, ]", "[1 ?a]"}, NamedParse{"EmptyList", "[]", "[]"},
                    NamedParse{"MapWithOptionalEntry", "{'a': 1, ?b: c,}", "{\"a\" 1 ?b c}"},
                    NamedParse{"Has", "has(a.b.c)", "(has (. a b) c)"},
                    NamedParse{"Exists", "a.exists(x, x > 1)", "(exists x a (> x 1))"},
                    NamedParse{"ExistsOneBothNames", "a.existsOne(x, x) || a.exists_one(x, x)",
                               "(|| (existsOne x a x) (exists_one x a x))"},
                    NamedParse{"MapWithFilter", "a.map(x, p, t)", "(map x a p t)"},
                    NamedParse{"TwoVariables", "a.all(i, v, i < v)", "(all i v a (< i v))"},
                    NamedParse{"TransformMap", "a.transformMap(k, v, f, k)", "(transformMap k v a f k)"},
                    NamedParse{"Bind", "cel.bind(x, 1, x + x)", "(cel.bind x 1 (+ x x))"},
                    NamedParse{"OptMap", "a.optMap(x, x.b)", "(optMap x a (. x b))"},
                    NamedParse{"AggregatesAreMethodsInPlainCel", "a.count(m, m)", "(.count a m m)"},
                    NamedParse{"FunctionCalledLikeMacro", "all(x, y)", "(all x y)"}),
    name_of<NamedParse>);

class ParserErrorTest : public testing::TestWithParam<NamedParse> {};

TEST_P(ParserErrorTest, ReportsTheMistakeOnce) { EXPECT_EQ(parse_text(GetParam().text, true), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Mistakes, ParserErrorTest,
    testing::Values(
        NamedParse{"Empty", "  // nothing", "KJ2014@0-12 the expression is empty"},
        NamedParse{"TwoValues", "1 2", "KJ2008@2-3 expected an operator, found `2`"},
        NamedParse{"MissingOperand", "a + ", "KJ2009@4-4 expected a value before the end of the expression"},
        NamedParse{"DoubleOperator", "a ++ b", "KJ2008@3-4 expected a value, found `+`"},
        NamedParse{"NotBeforeMinus", "!-a", "KJ2008@1-2 expected a value, found `-`"},
        NamedParse{"OpenBracket", "(a && b", "KJ2010@0-1 `(` is never closed; add `)`"},
        NamedParse{"OpenList", "[1, 2", "KJ2010@0-1 `[` is never closed; add `]`"},
        NamedParse{"StrayBracket", "a)", "KJ2008@1-2 expected an operator, found `)`"},
        NamedParse{"MissingComma", "[1 2]", "KJ2008@3-4 expected `,` or `]`, found `2`"},
        NamedParse{"TrailingCommaInCall", "f(a,)", "KJ2008@4-5 expected a value, found `)`"},
        NamedParse{"MapWithoutColon", "{1 2}", "KJ2008@3-4 expected `:`, found `2`"},
        NamedParse{"ConditionalWithoutElse", "a ? b", "KJ2009@5-5 expected `:` before the end of the expression"},
        NamedParse{"NestedConditionalInMiddle", "a ? b ? c : d : e",
                   "KJ2008@6-7 expected `:`, found `?`\nKJ2008@14-15 expected an operator, found `:`"},
        NamedParse{"DotAtEnd", "a.b.", "KJ2009@4-4 expected a field name after `.` before the end of the expression"},
        NamedParse{"KeywordAsSelector", "a.true", "KJ2008@2-6 expected a field name after `.`, found `true`"},
        NamedParse{"BackticksAlone", "`a-b`", "KJ2008@0-5 expected a value, found ``a-b``"},
        NamedParse{"ReservedName", "for > 1",
                   "KJ2011@0-3 `for` is a reserved word and cannot be a name; a field of that name is `self.for`"},
        NamedParse{"ReservedFunction", "package(1)",
                   "KJ2011@0-7 `package` is a reserved word and cannot be a name; a field of that name is "
                   "`self.package`"},
        NamedParse{"WordAnd", "a and b OR c",
                   "KJ2003@2-5 `and` is not an operator here; write `&&`\n"
                   "KJ2003@8-10 `OR` is not an operator here; write `||`"},
        NamedParse{"WordNot", "not a", "KJ2003@0-3 `not` is not an operator here; write `!`"},
        NamedParse{"MessageLiteral", "a.T{f: 1, g: 2}",
                   "KJ2015@0-3 message literals such as `a.T{…}` are not part of this language"},
        NamedParse{"MacroOverExpression", "1.all(2, 3)",
                   "KJ2016@6-7 the variable of `all` must be a plain name; for example `all(m, …)`"},
        NamedParse{"MacroVariable", "[1].all(2, 3)",
                   "KJ2016@8-9 the variable of `all` must be a plain name; for example `all(m, …)`"},
        NamedParse{"SameVariableTwice", "[1].all(i, i, true)", "KJ2017@11-12 both variables of `all` are called `i`"},
        NamedParse{"HasName", "has(a)",
                   "KJ2018@4-5 `has` needs a selection such as `a.b`; whether there is an answer is `answered(FIELD)`"},
        NamedParse{"SeveralMistakes", "f(a b) && [1, , 2] && (c ||)",
                   "KJ2008@4-5 expected `,` or `)`, found `b`\nKJ2008@14-15 expected a value, found `,`\n"
                   "KJ2008@27-28 expected a value, found `)`"}),
    name_of<NamedParse>);

TEST(ParserTest, ProfileHasAggregates) {
  EXPECT_EQ(parse_text("zone.members.count(m, m.a) > 1 && b.distinct(m, m.c) == 1", true),
            "(&& (> (count m (. zone members) (. m a)) 1) (== (distinct m b (. m c)) 1))");
  EXPECT_EQ(parse_text("[3, 1].min()", true), "(.min [3 1])");
}

TEST(ParserTest, BracketsBelongToTheNodeTheyHold) {
  const diag::Source source("rule", "(a || b) && c");
  diag::Sink sink;
  const auto ast = parse(diag::EmbeddedText::whole(source), {}, sink);
  ASSERT_TRUE(ast);
  const Node& left = ast->node(ast->node(ast->root).children[0]);
  EXPECT_EQ(source.text().substr(left.begin, left.end - left.begin), "(a || b)");
  const Node& root = ast->node(ast->root);
  EXPECT_EQ(source.text().substr(root.name_begin, root.name_end - root.name_begin), "&&");
}

std::string joined(const std::string& term, const std::string& separator, std::size_t count) {
  std::string text = term;
  for (std::size_t i = 1; i < count; ++i) text += separator + term;
  return text;
}

std::size_t height_of(const Ast& ast, NodeId id) {
  std::size_t height = 0;
  for (const NodeId child : ast.node(id).children) height = std::max(height, height_of(ast, child));
  return height + 1;
}

TEST(ParserTest, LongLogicalChainsBecomeBalancedTrees) {
  const diag::Source source("rule", joined("a", " || ", 500));
  diag::Sink sink;
  const auto ast = parse(diag::EmbeddedText::whole(source), {}, sink);
  ASSERT_TRUE(ast);
  EXPECT_EQ(height_of(*ast, ast->root), 10U);  // 2^9 = 512 leaves below nine levels of `||`
  EXPECT_EQ(parse_text("a && b && c && d && e"), "(&& (&& (&& a b) c) (&& d e))");
}

TEST(ParserTest, ChainsAndNestingHaveTheirLimits) {
  const std::string too_deep = " the expression is nested or chained deeper than ";
  EXPECT_EQ(parse_text(std::string(249, '(') + "a" + std::string(249, ')')), "a");
  EXPECT_EQ(parse_text(std::string(250, '(') + "a" + std::string(250, ')')),
            "KJ2012@250-251" + too_deep + "250 levels; split it into named conditions");
  EXPECT_EQ(parse_text(joined("1", "+", 999)).substr(0, 3), "(+ ");
  EXPECT_EQ(parse_text(joined("1", "+", 1001)),
            "KJ2012@1999-2000" + too_deep + "1000 levels; split it into named conditions");
}

TEST(ParserTest, NoDepthOverflowsTheStack) {
  const std::size_t count = 30'000;
  for (const char* piece : {"(", "[", "{", "!", "f(", "a.b", "a.?b", "a?b:", "[?", "not ", "+", "T{a:", "x[0]", "-"}) {
    EXPECT_EQ(parse_text(joined(piece, "", count), true).substr(0, 3), "KJ2") << piece;
  }
}

TEST(ParserTest, StopsReportingAfterThirty) {
  const std::string text = parse_text(joined("[1 2]", " + ", 100));
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n') + 1, 30);
}

TEST(ParserTest, RefusesTextBeyondTheBudget) {
  EXPECT_EQ(parse_text(std::string(100'001, 'a')),
            "KJ2013@0-1 the expression is longer than 100000 bytes; split it into named conditions");
  EXPECT_EQ(parse_text(std::string(100'000, 'a')).size(), 100'000U);
}

TEST(ParserTest, TakesTheMinimumLimitsOfTheLanguage) {
  std::string conditional;
  for (int i = 0; i < 24; ++i) conditional += "a ? b : ";
  std::string nested = "a";
  for (int i = 0; i < 12; ++i) nested = "f([{1: " + nested + "}])";
  for (const std::string& text :
       {joined("a", " && ", 32), joined("a", " || ", 32), joined("a", " + ", 25), joined("a", " < ", 25),
        conditional + "c", nested, "f(" + joined("a", ", ", 32) + ")", "[" + joined("a", ", ", 32) + "]",
        std::string(32, '!') + "a", std::string(32, '-') + "1", joined("a", ".", 13),
        "{" + joined("1: a", ", ", 32) + "}", std::string("a") + joined("[0]", "", 12), joined("a", " - ", 25),
        joined("a", " * ", 25), joined("a", " in ", 25), std::string(32, '(') + "a" + std::string(32, ')'),
        "a" + joined(".f()", "", 12), joined("a && b || c", " || ", 32)}) {
    EXPECT_NE(parse_text(text).substr(0, 2), "KJ") << text;
  }
}

}  // namespace
}  // namespace kijun::cel
