#include "engine/exec/program.h"

#include <algorithm>

#include "tests/unit/exec/exec_fixture.h"

namespace kijun::exec {
namespace {

using table::FieldType;

/// Compiles over a small vocabulary; nothing is evaluated.
class ProgramTest : public testing::Test {
 protected:
  ProgramTest() {
    survey_.vocabulary = table::Vocabulary("test", {},
                                           {field("a", FieldType::kInt), field("b", FieldType::kInt),
                                            enum_field("e", {"x", "y"}, false), field("s", FieldType::kString)});
    survey_.finish();
  }
  Program compile(std::initializer_list<const char*> texts) {
    for (const char* text : texts) EXPECT_TRUE(expressions_.add_root(text)) << text << ": " << expressions_.problems();
    return expressions_.program();
  }
  static std::size_t count(const Program& program, Op op) {
    return static_cast<std::size_t>(std::ranges::count(program.code().instructions, op, &Instruction::op));
  }

  MemorySurvey survey_;
  Expressions expressions_{survey_};
};

TEST_F(ProgramTest, EqualExpressionsAreOneInstructionWhateverTheirSpelling) {
  const Program program = compile({"a > 1 && e == \"x\"", "e=='x'&&(1 < a)", "!!(a > 1 && \"x\" == e)"});
  EXPECT_EQ(program.code().root_results[0], program.code().root_results[1]);
  EXPECT_EQ(program.code().root_results[0], program.code().root_results[2]);
  EXPECT_EQ(count(program, Op::kField), 2U);
  EXPECT_EQ(count(program, Op::kAnd), 1U);
}

TEST_F(ProgramTest, SumsAndProductsAreOneInstructionInEitherOrder) {
  const Program program = compile({"a + b > 3", "b + a > 4", "a * b > 3", "b * a > 4", "a - b > 3", "b - a > 3"});
  EXPECT_EQ(count(program, Op::kAdd), 1U);
  EXPECT_EQ(count(program, Op::kMultiply), 1U);
  EXPECT_EQ(count(program, Op::kSubtract), 2U);
}

TEST_F(ProgramTest, ConditionsShareTheirInstructionsWithEveryReader) {
  expressions_.add_condition("big", "a * b > 100");
  const Program program = compile({"big || a == 1", "zone.members.exists(m, m.big)", "a * b > 100"});
  EXPECT_EQ(count(program, Op::kMultiply), 1U);
}

TEST_F(ProgramTest, QuantifiersOverOnePredicateShareOneFold) {
  const Program program = compile(
      {"zone.members.exists(m, m.a > 1)", "zone.members.all(k, k.a > 1)", "zone.members.count(m, m.a > 1) >= 2"});
  EXPECT_EQ(program.code().folds.size(), 1U);
}

TEST_F(ProgramTest, ComputesOnceForTheGroupWhatReadsItAlone) {
  const Program program = compile({"zone.members.share(m, m.a > 1) >= 0.5 && a > 2", "zone.id == \"x\" || a > 2",
                                   "zone.members.all(m, m.a > 1) && !zone.members.all(m, m.b > 1)"});
  for (const Instruction& instruction : program.code().instructions) {
    if (instruction.op == Op::kGather) continue;
    const bool reads_group = std::ranges::any_of(
        instruction.args, [&](InstructionId arg) { return program.code().instructions[arg].op == Op::kGather; });
    const bool reads_record = std::ranges::any_of(
        instruction.args, [&](InstructionId arg) { return program.code().instructions[arg].op == Op::kLess; });
    EXPECT_TRUE(!reads_group || reads_record) << static_cast<int>(instruction.op);
  }
  EXPECT_EQ(count(program, Op::kGather), 3U);
}

/// The conditions under which the only text test of a program can matter, as "id is/not state" of one way a line.
std::string wanted_of(const Program& program) {
  const auto& code = program.code().instructions;
  const auto test = std::ranges::find(code, Op::kContains, &Instruction::op);
  std::string text;
  for (const auto& way : test->wanted) {
    for (const Condition& condition : way) {
      text += code[condition.id].op == Op::kLess ? "less" : "other";
      text += condition.is ? " is " : " not ";
      text += condition.state == cel::State::kTrue ? "true " : "false ";
    }
    text += "| ";
  }
  return text;
}

TEST_F(ProgramTest, KnowsWhereACostlyTestCannotMatter) {
  EXPECT_EQ(wanted_of(compile({"s.contains(\"x\") && a > 1"})), "less not false | ");
}

TEST_F(ProgramTest, KnowsEveryWayInWhichACostlyTestMatters) {
  EXPECT_EQ(wanted_of(compile({"!s.contains(\"x\") || a > 1", "(a > 1 ? s.contains(\"x\") : e == \"x\") && b < 3"})),
            "less not true | less is true less not false | ");
}

TEST_F(ProgramTest, WantsACostlyTestEverywhereWhenItIsAResult) {
  EXPECT_EQ(wanted_of(compile({"a > 1 || s.contains(\"x\")", "s.contains(\"x\")"})), "");
}

TEST_F(ProgramTest, RequestsOnlyFieldsThatKernelsRead) {
  const Program program = compile({"a > 1", "raw(s) == \"\"", "previous.b > 0"});
  EXPECT_EQ(program.fields(), (std::vector<table::FieldIndex>{0}));
  EXPECT_EQ(program.code().raw_fields, (std::vector<table::FieldIndex>{3}));
  EXPECT_EQ(program.earlier_fields(), (std::vector<table::FieldIndex>{1}));
}

TEST_F(ProgramTest, NamesTheNodesWithoutAKernel) {
  const Program program = compile({"a > 1 && history.exists_one(h, h.a > 1)", "s.lowerAscii() == \"x\"", "a > 1"});
  EXPECT_EQ(program.num_fallback_nodes(), 2U);
  EXPECT_EQ(program.fallback_texts(), (std::vector<std::string>{"history.exists_one(h, h.a > 1)", "s.lowerAscii()"}));
}

TEST_F(ProgramTest, ComparisonsWithAnUncompiledCountFallBackWhole) {
  const Program program = compile({"zone.members.count(m, m.a > a) >= 2"});
  EXPECT_EQ(program.fallback_texts(), (std::vector<std::string>{"zone.members.count(m, m.a > a) >= 2"}));
}

TEST_F(ProgramTest, ValuesThatNoLaterSweepReadsAreNotKept) {
  const Program program = compile({"(a > 1 || b > 2) && zone.members.all(m, m.b > 3)"});
  const Program::Code& code = program.code();
  std::size_t num_kept = 0;
  for (std::size_t id = 0; id < code.instructions.size(); ++id) {
    if (code.instructions[id].space == table::kRecordSpace && code.stored[id]) ++num_kept;
  }
  EXPECT_EQ(num_kept, 2U);  // the disjunction for the second sweep, and the result
}

}  // namespace
}  // namespace kijun::exec
