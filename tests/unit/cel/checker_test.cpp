#include "engine/cel/checker.h"

#include <gtest/gtest.h>

#include "engine/cel/functions.h"
#include "tests/unit/cel/front_end_support.h"

namespace kijun::cel {
namespace {

struct NamedCheck {
  const char* name;
  std::string text;
  std::string expected;
};

void PrintTo(const NamedCheck& entry, std::ostream* out) { *out << entry.name; }

class CheckerPlainTest : public testing::TestWithParam<NamedCheck> {};

TEST_P(CheckerPlainTest, DeducesTheType) { EXPECT_EQ(plain_type(GetParam().text), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Types, CheckerPlainTest,
    testing::Values(
        NamedCheck{"NestedEmptyLists", "[[], [[]], [[[]]]]", "list(list(list(list(dyn))))"},
        NamedCheck{"MixedListIsDyn", "[1, 'a']", "list(dyn)"},
        NamedCheck{"MixedNumbersAreDyn", "[1, 2.5]", "list(dyn)"},
        NamedCheck{"OptionalNoneAdapts", "[optional.none(), optional.of(1)]", "list(optional_type(int))"},
        NamedCheck{"OptionalChain", "optional.of({'a': [1]}).a[0]", "optional_type(int)"},
        NamedCheck{"MapOverVariable", "[].map(x, x + 1)", "list(int)"},
        NamedCheck{"FilterOfMapGivesKeys", "{'a': 1}.filter(k, k == 'a')", "list(string)"},
        NamedCheck{"TransformMap", "[1.5].transformMap(i, v, v > 1.0)", "map(int, bool)"},
        NamedCheck{"TransformMapEntry", "[1].transformMapEntry(i, v, {string(v): i})", "map(string, int)"},
        NamedCheck{"OptFlatMap", "optional.of(1).optFlatMap(v, optional.of('a'))", "optional_type(string)"},
        NamedCheck{"TimeArithmetic", "timestamp(0) - timestamp('2019-01-01T00:00:00Z')", "duration"},
        NamedCheck{"GreatestOfMixed", "math.greatest(1, 2.5)", "dyn"},
        NamedCheck{"TypeOfType", "type(int)", "type(type(int))"},
        NamedCheck{"Format", "'%d'.format([1, 'a'])", "string"},
        NamedCheck{"Encoders", "base64.encode(b'a')", "string"},
        NamedCheck{"NoPromotion", "1 + 2.5",
                   "KJ3005@0-7 operator `+` cannot take `1` (int) and `2.5` (double); write `double(1)`"},
        NamedCheck{"UnknownVariable", "x", "KJ3001@0-1 unknown name `x`"},
        NamedCheck{"DynIsNoName", "dyn", "KJ3001@0-3 unknown name `dyn`"},
        NamedCheck{"ProfileFunctionsAreOff", "nfkc('a')", "KJ3004@0-4 unknown function `nfkc`"},
        NamedCheck{"SelectionOnInt", "1 .a", "KJ3012@3-4 cannot select `.a` from `1`, which is int"},
        NamedCheck{"WrongTernary", "true ? 'cows' : 17",
                   "KJ3005@0-18 operator `?:` cannot take `true` (bool), `'cows'` (string) and `17` (int); give both "
                   "branches the same type"},
        NamedCheck{"ConstantsAreLeftToRunTime", "timestamp('x') == timestamp(0) || 'a'.matches('(')", "bool"}),
    name_of<NamedCheck>);

class CheckerProfileTest : public testing::TestWithParam<NamedCheck> {};

TEST_P(CheckerProfileTest, TypesTheRule) { EXPECT_EQ(ProfileSample().type(GetParam().text), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Rules, CheckerProfileTest,
    testing::Values(
        NamedCheck{"EnumWithValue", "council == \"established\"", "bool"},
        NamedCheck{"ValueFirst", "\"none\" != self.council", "bool"},
        NamedCheck{"EnumInList", "council in [\"none\", \"planned\"]", "bool"},
        NamedCheck{"ValueInEnumList", "\"none\" in zone.members.map(m, m.council)", "bool"},
        NamedCheck{"EnumWithComputedText", "council == (fiscal_year > 2018 ? \"none\" : \"planned\")", "bool"},
        NamedCheck{"EnumIsText", "council.startsWith(\"e\") && nfkc(council + note) != \"\"", "bool"},
        NamedCheck{"OrderedEnum", "council >= \"planned\"", "bool"},
        NamedCheck{"SameDomain", "council == previous.council", "bool"},
        NamedCheck{"IntLiteralAsDouble", "面積 > 5 && 面積 in [1, 2] && [1, 2.5] == [面積]", "bool"},
        NamedCheck{"IntLiteralInBranch", "funded ? 1 : 2.5", "double"},
        NamedCheck{"Dates", "planned_date.addMonths(1) <= params.deadline && planned_date - as_of > 30", "bool"},
        NamedCheck{"LiteralAsDecimal", "cost >= 0.1 && cost in [1, 0.5] && [0.1, cost] == [cost, 1]", "bool"},
        NamedCheck{"LiteralInDecimalBranch", "funded ? cost : 1", "decimal"},
        NamedCheck{"DecimalOperators", "-(cost * 2 + decimal(children)) / 3 - decimal(\"0.1\")", "decimal"},
        NamedCheck{"DecimalOutwards", "[int(cost), size(string(cost)), int(double(cost))]", "list(int)"},
        NamedCheck{"RoundKeepsTheType", "[string(round(cost, 2)), string(round(面積, 1))]", "list(string)"},
        NamedCheck{"SumOfDecimals", "zone.members.sum(m, m.cost) + zone.members.avg(m, m.cost)", "decimal"},
        NamedCheck{"AverageOfInts", "zone.members.avg(m, m.children)", "double"},
        NamedCheck{"MaxOfDecimals", "zone.members.max(m, m.cost)", "decimal"},
        NamedCheck{"GreatestDecimal", "math.greatest(cost, 0.5, math.abs(cost))", "decimal"},
        NamedCheck{"DecimalModulo", "cost % 2",
                   "KJ3005@0-8 operator `%` cannot take `cost` (decimal) and `2` (int); it takes `int % int`, `uint % "
                   "uint`"},
        NamedCheck{"DecimalWithInt", "cost + children",
                   "KJ3005@0-15 operator `+` cannot take `cost` (decimal) and `children` (int); write "
                   "`decimal(children)`"},
        NamedCheck{"DecimalWithText", "cost == note",
                   "KJ3005@0-12 operator `==` cannot take `cost` (decimal) and `note` (string); write `decimal(note)`"},
        NamedCheck{"DecimalInText", "note + cost",
                   "KJ3005@0-11 operator `+` cannot take `note` (string) and `cost` (decimal); write `string(cost)`"},
        NamedCheck{"DateInText", "note + planned_date",
                   "KJ3005@0-19 operator `+` cannot take `note` (string) and `planned_date` (date); write "
                   "`string(planned_date)`"},
        NamedCheck{"TextBesideDate", "note < planned_date",
                   "KJ3005@0-19 operator `<` cannot take `note` (string) and `planned_date` (date); write "
                   "`date(note)`"},
        NamedCheck{"TextBesideNumber", "note >= 3",
                   "KJ3005@0-9 operator `>=` cannot take `note` (string) and `3` (int); write `int(note)`"},
        NamedCheck{"TextEqualToNumber", "note == 3",
                   "KJ3005@0-9 operator `==` cannot take `note` (string) and `3` (int); write `\"3\"`"},
        NamedCheck{"NumberEqualToWord", "children == \"many\"",
                   "KJ3005@0-18 operator `==` cannot take `children` (int) and `\"many\"` (string); compare values of "
                   "the same type"},
        NamedCheck{"TextAsCondition", "note ? 1 : 2",
                   "KJ3005@0-12 operator `?:` cannot take `note` (string), `1` (int) and `2` (int); before `?` write "
                   "what is true or false"},
        NamedCheck{"ListsHaveNoOrder", "services < services",
                   "KJ3005@0-19 operator `<` cannot take `services` (list(enum services)) and `services` (list(enum "
                   "services)); it compares numbers, texts, dates or bools of one type"},
        NamedCheck{"TextMinusText", "note - note",
                   "KJ3005@0-11 operator `-` cannot take `note` (string) and `note` (string); it subtracts numbers of "
                   "one type, or dates"},
        NamedCheck{"ListPlusText", "services + note",
                   "KJ3005@0-15 operator `+` cannot take `services` (list(enum services)) and `note` (string); it adds "
                   "numbers of one type and joins texts or lists"},
        NamedCheck{"DoubleModulo", "面積 % children",
                   "KJ3005@0-17 operator `%` cannot take `面積` (double) and `children` (int); it takes `int % int`, "
                   "`uint % uint`"},
        NamedCheck{"MixedGreatest", "math.greatest(cost, children)",
                   "KJ3006@0-13 function `math.greatest` cannot take `cost` (decimal) and `children` (int); write "
                   "`math.greatest(number, …)`"},
        NamedCheck{"Eras", "planned_date.era() + planned_date.formatEra() + string(planned_date.eraYear())", "string"},
        NamedCheck{"DateMadeOfConstants", "planned_date < date(\"2019-\" + \"02-30\")",
                   "KJ3020@15-38 `date(\"2019-\" + \"02-30\")` is not a date; write an existing day, as "
                   "`2019-03-31` or `平成31年3月31日`"},
        NamedCheck{"DateOfCalculatedNumbers", "planned_date < date(2018 + 1, 2, 15 * 2)",
                   "KJ3020@15-40 `date(2018 + 1, 2, 15 * 2)` is not a date; write an existing day, as "
                   "`2019-03-31` or `平成31年3月31日`"},
        NamedCheck{"DateInEra", "planned_date < date(\"平成31年4月30日\")", "bool"},
        NamedCheck{"ListExtensions",
                   "zone.members.map(m, m.services).flatten().distinct().sort().slice(0, 1).reverse()", "list(string)"},
        NamedCheck{"FlattenKeepsTheDomain", "zone.members.map(m, m.services).flatten()", "list(enum services)"},
        NamedCheck{"FlattenOfAFlatList", "services.flatten()", "list(enum services)"},
        NamedCheck{"SetsOfAnswers", "sets.intersects(services, [\"stay\"]) || sets.contains([\"visit\"], services)",
                   "bool"},
        NamedCheck{"SortOfRecords", "zone.members.sort()",
                   "KJ3006@13-17 function `sort` cannot take `zone.members` (list(record)); write `list(bool).sort()`, "
                   "`list(int).sort()`, `list(uint).sort()`, `list(double).sort()`, `list(string).sort()`, "
                   "`list(bytes).sort()`"},
        NamedCheck{"DateParts", "[planned_date.year(), planned_date.month(), planned_date.day()]", "list(int)"},
        NamedCheck{"FiscalYearOfDate", "fiscal_year(planned_date) == fiscal_year", "bool"},
        NamedCheck{"Handles", "zone.id + zone.name + kind + code + name", "string"},
        NamedCheck{"Bodies", "bodies.exists(b, b.confirmed && b.members.all(m, m.has_council))", "bool"},
        NamedCheck{"BodyAttributes", "bodies.map(b, b.agreement_date)", "list(date)"},
        NamedCheck{"Count", "zone.members.count(m, m.funded)", "int"},
        NamedCheck{"Share", "zone.members.share(m, m.funded) >= 1", "bool"},
        NamedCheck{"SumOfInts", "zone.members.sum(m, m.children)", "int"},
        NamedCheck{"MaxOfDates", "zone.members.max(m, m.planned_date)", "date"},
        NamedCheck{"Average", "zone.members.filter(m, answered(m.children)).avg(m, m.children)", "double"},
        NamedCheck{"Distinct", "survey.members.distinct(m, m.council)", "int"},
        NamedCheck{"Previous", "previous.council != council && at(2020).funded && history[0].funded", "bool"},
        NamedCheck{"CellFunctions",
                   "answered(council) && raw(previous.note) + missing_reason(zone.zone_council) == \"\"", "bool"},
        NamedCheck{"Reason", "missing_reason(council) == \"blank\"", "bool"},
        NamedCheck{"AnsweredConditional", "answered(council) ? council == \"none\" : false", "bool"},
        NamedCheck{"TwoErrorsAtOnce", "councl == \"none\" && 面積 > children",
                   "KJ3001@0-6 unknown name `councl`; did you mean `council`?\n"
                   "KJ3005@20-37 operator `>` cannot take `面積` (double) and `children` (int); write "
                   "`double(children)`"},
        NamedCheck{"OneErrorNotTwo", "councl.startsWith(1) + 2 > 3",
                   "KJ3001@0-6 unknown name `councl`; did you mean `council`?"}),
    name_of<NamedCheck>);

TEST(CheckerTest, RecordKindDecidesWhatIsAsked) {
  const ProfileSample sample;
  const Environment prefecture = sample.environment(table::kRecordSpace, "prefecture");
  EXPECT_EQ(sample.type("hub && council == \"none\"", prefecture), "bool");
  EXPECT_EQ(sample.type("funded", prefecture),
            "KJ3003@0-6 field `funded` is not asked of a prefecture; `funded` is asked of: municipality");
  EXPECT_EQ(sample.type("hub || funded", sample.environment(table::kRecordSpace, "record")), "bool");
  EXPECT_EQ(sample.type("zone.members.all(m, m.hub)", prefecture),
            "KJ3003@22-25 field `hub` is not asked of a municipality; `hub` is asked of: prefecture");
}

TEST(CheckerTest, GroupSpaceReadsItsHandle) {
  const ProfileSample sample;
  const Environment zone = sample.environment(table::group_space(table::kZoneGroup), "zone");
  EXPECT_EQ(sample.type("zone.members.all(m, m.has_council) && zone_ok && zone_council && code == zone.id", zone),
            "bool");
  EXPECT_EQ(sample.type("members.size() > 1", zone), "KJ3001@0-7 unknown name `members`; write `zone.members`");
  EXPECT_EQ(sample.type("council == \"none\"", zone),
            "KJ3003@0-7 field `council` is not asked of a zone; `council` is asked of: municipality, prefecture");
  const Environment body = sample.environment(table::group_space(table::kBodyGroup), "body");
  EXPECT_EQ(sample.type("body.confirmed && answered(body.agreement_date)", body), "bool");
  EXPECT_EQ(sample.type("zone.id", body), "KJ3028@0-4 `zone` has no meaning for a body");
}

TEST(CheckerTest, AnswerStandsForTheFieldInTurn) {
  const ProfileSample sample;
  Environment environment = sample.environment();
  environment.answer = sample.vocabulary().find("council");
  EXPECT_EQ(sample.type("answered(answer) && answer != \"none\"", environment), "bool");
  EXPECT_EQ(sample.type("answer == \"yes\"", environment),
            "KJ3007@10-15 `yes` is not a value of field `council`; values of `council`: \"established\", \"planned\", "
            "\"none\"");
}

TEST(CheckerTest, MacroVariablesComeBeforeEveryName) {
  Environment environment;
  environment.container = "com.example";
  environment.variables = {{"com.example.y", Type::of(TypeKind::kInt)},
                           {"y.z", Type::of(TypeKind::kInt)},
                           {"y", Type::of(TypeKind::kString)}};
  EXPECT_EQ(plain_type("y", environment), "int");
  EXPECT_EQ(plain_type(".y", environment), "string");
  EXPECT_EQ(plain_type("y.z", environment), "int");
  EXPECT_EQ(plain_type("[{'z': 'a'}].map(y, y.z)", environment), "list(string)");
  EXPECT_EQ(plain_type("[{'z': 'a'}].map(y, .y.z)", environment), "list(int)");
}

struct Checked {
  explicit Checked(std::string text) : source("rule", std::move(text)) {
    diag::Sink sink;
    expr = compile(diag::EmbeddedText::whole(source), sample.environment(), Type::of(TypeKind::kDyn), sink);
  }
  [[nodiscard]] const Node& child(std::size_t i) const { return expr->ast.node(child_id(i)); }
  [[nodiscard]] NodeId child_id(std::size_t i) const { return expr->ast.node(expr->ast.root).children[i]; }

  diag::Source source;
  ProfileSample sample;
  std::optional<CheckedExpr> expr;
};

TEST(CheckerTest, IntLiteralIsRewrittenAsDouble) {
  const Checked checked("面積 > 5");
  ASSERT_TRUE(checked.expr);
  EXPECT_EQ(checked.child(1).literal, Literal(5.0));
  EXPECT_EQ(checked.expr->types[checked.child_id(1)], Type::of(TypeKind::kDouble));
}

TEST(CheckerTest, LiteralBesideEnumTakesItsType) {
  const Checked checked("council == \"none\"");
  ASSERT_TRUE(checked.expr);
  EXPECT_EQ(to_string(checked.expr->types[checked.child_id(1)]), "enum council");
  EXPECT_EQ(checked.expr->references[checked.child_id(0)].kind, RefKind::kField);
  EXPECT_TRUE(checked.expr->references[checked.child_id(0)].implicit_self);
}

TEST(CheckerTest, QualifiedFunctionLosesItsReceiver) {
  const Checked checked("math.greatest(children, 3)");
  ASSERT_TRUE(checked.expr);
  const Node& root = checked.expr->ast.node(checked.expr->ast.root);
  EXPECT_FALSE(root.has_receiver);
  EXPECT_EQ(root.name, "math.greatest");
  EXPECT_EQ(root.children.size(), 2U);
  EXPECT_EQ(checked.expr->references[checked.expr->ast.root].index,
            static_cast<std::uint32_t>(FunctionId::kMathGreatest));
}

TEST(CheckerTest, MacroVariablesHaveSlotsFromTheOutermost) {
  const Checked checked("zone.members.all(a, a.zone.members.exists(b, b.code == a.code))");
  ASSERT_TRUE(checked.expr);
  std::vector<std::string> slots;
  for (NodeId id = 0; id < checked.expr->ast.nodes.size(); ++id) {
    const Reference& reference = checked.expr->references[id];
    if (reference.kind != RefKind::kLocal) continue;
    slots.push_back(checked.expr->ast.node(id).name + std::to_string(reference.index));
  }
  EXPECT_EQ(slots, (std::vector<std::string>{"a0", "b1", "a0"}));
}

TEST(CheckerTest, UncheckedExpressionResolvesWhatItCan) {
  const diag::Source source("rule", "missing || size(1) == nothing(2)");
  const auto text = diag::EmbeddedText::whole(source);
  diag::Sink sink;
  const CheckedExpr expr = resolve_unchecked(*parse(text, {}, sink), text, {});
  const auto reference_of = [&](std::string_view name) {
    for (NodeId id = 0; id < expr.ast.nodes.size(); ++id) {
      if (expr.ast.node(id).name == name) return expr.references[id];
    }
    return Reference{};
  };
  EXPECT_EQ(reference_of("missing").kind, RefKind::kVariable);
  EXPECT_EQ(reference_of("missing").name, "missing");
  EXPECT_EQ(reference_of("size").index, static_cast<std::uint32_t>(FunctionId::kSize));
  EXPECT_EQ(reference_of("nothing").index, static_cast<std::uint32_t>(FunctionId::kUnknown));
}

TEST(CheckerTest, ExpectedTypeIsDemanded) {
  const ProfileSample sample;
  const diag::Source source("rule", "planned_date");
  diag::Sink sink;
  EXPECT_FALSE(compile(diag::EmbeddedText::whole(source), sample.environment(), Type::of(TypeKind::kBool), sink));
  EXPECT_EQ(sink.diagnostics().front().message.en, "expected type bool here, this expression is date");
  const diag::Source number("rule", "5");
  const auto expr = compile(diag::EmbeddedText::whole(number), sample.environment(), Type::of(TypeKind::kDouble), sink);
  ASSERT_TRUE(expr);
  EXPECT_EQ(expr->type(), Type::of(TypeKind::kDouble));
}

}  // namespace
}  // namespace kijun::cel
