#include <gtest/gtest.h>

#include <map>
#include <set>

#include "engine/cel/functions.h"
#include "engine/cel/macros.h"
#include "tests/oracle/expression_generator.h"
#include "tests/oracle/oracle_case.h"

// What the generators reach: a comparison of expressions that nobody generates proves nothing.

namespace kijun::oracle {
namespace {

OracleCase made_case(std::uint32_t seed) {
  Choices choices = seeded_choices(seed, 400);
  return generate_evaluator_case(seed, choices);
}

TEST(GeneratorTest, MostExpressionsCheckAndNameEveryFunctionAndMacroOfTheProfile) {
  constexpr std::uint32_t kNumTexts = 5000;
  const OracleCase made = made_case(1);
  const auto expressions = prepare(made);
  std::set<std::string> met;
  std::size_t num_checked = 0;
  for (std::uint32_t seed = 0; seed < kNumTexts; ++seed) {
    Choices choices = seeded_choices(seed, 200);
    const auto space = static_cast<table::SpaceId>(choices.below(4));
    ExpressionGenerator generator(choices, space, {"row_condition"}, {"zone_condition"}, 2);
    const cel::CheckedExpr* expr =
        expressions->check(generator.value(static_cast<ValueType>(choices.below(6)), 4), space);
    if (expr == nullptr) continue;
    ++num_checked;
    for (const cel::Node& node : expr->ast.nodes) met.insert(node.name);
  }
  EXPECT_GE(num_checked, kNumTexts * 8 / 10);
  for (const std::string& name : cel::function_names(true)) EXPECT_TRUE(met.contains(name)) << name;
  for (const std::string_view name : cel::macro_names(true)) EXPECT_TRUE(met.contains(std::string(name))) << name;
  for (const char* name : {"previous", "at", "history", "params", "fiscal_year", "as_of", "members", "bodies",
                           "row_condition", "zone_condition", "confirmed", "cel.bind"})
    EXPECT_TRUE(met.contains(name)) << name;
}

TEST(GeneratorTest, ResultsAreOfEveryState) {
  std::map<cel::State, std::size_t> counts;
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    const OracleCase made = made_case(seed);
    const auto expressions = prepare(made);
    for (const exec::Root& root : expressions->roots()) {
      if (root.expr->type().kind != cel::TypeKind::kBool || root.space != table::kRecordSpace) continue;
      for (std::uint32_t row = 0; row < made.survey->num_rows(); ++row) ++counts[expressions->naive(root, row).state()];
    }
  }
  for (const cel::State state :
       {cel::State::kFalse, cel::State::kTrue, cel::State::kUnknown, cel::State::kError, cel::State::kNotApplicable})
    EXPECT_GE(counts[state], 20U) << static_cast<int>(state);
}

TEST(GeneratorTest, LambdasOfEveryModeCompareMembersWithTheSubject) {
  std::map<exec::Matching::Mode, std::size_t> counts;
  for (std::uint32_t seed = 0; seed < 400; ++seed) {
    const OracleCase made = made_case(seed);
    const exec::Program program = prepare(made)->program();
    for (const exec::Instruction& instruction : program.code().instructions)
      if (instruction.op == exec::Op::kMatched) ++counts[instruction.matching.mode];
  }
  for (const auto mode : {exec::Matching::Mode::kAnd, exec::Matching::Mode::kOr, exec::Matching::Mode::kOnly})
    EXPECT_GE(counts[mode], 10U) << static_cast<int>(mode);
}

}  // namespace
}  // namespace kijun::oracle
