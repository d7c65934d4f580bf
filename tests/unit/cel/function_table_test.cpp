#include "engine/cel/function_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <vector>

namespace kijun::cel {
namespace {

/// What the evaluator does itself: these do not evaluate all their operands, or name cells.
constexpr std::array kEvaluatorsOwn{
    FunctionId::kLogicalAnd,     FunctionId::kLogicalOr,  FunctionId::kLogicalNot,      FunctionId::kConditional,
    FunctionId::kOptionalSelect, FunctionId::kOptionalOr, FunctionId::kOptionalOrValue, FunctionId::kAnswered,
    FunctionId::kMissingReason,  FunctionId::kRaw,
};

TEST(FunctionTableTest, ImplementsEveryFunctionThatIsNotTheEvaluatorsOwn) {
  for (std::uint16_t number = 0; number < static_cast<std::uint16_t>(FunctionId::kDeclared); ++number) {
    const auto id = static_cast<FunctionId>(number);
    const bool own = std::ranges::find(kEvaluatorsOwn, id) != kEvaluatorsOwn.end();
    EXPECT_EQ(find_implementation(id) == nullptr, own) << function_name(id);
  }
}

TEST(FunctionTableTest, RefusesAnyNumberOfOperandsOfNoOverload) {
  const std::vector<Value> operands(6, Value(RecordRef{}));
  constexpr std::array kTakeAnything{FunctionId::kEqual,       FunctionId::kNotEqual,
                                     FunctionId::kToDyn,       FunctionId::kTypeOf,
                                     FunctionId::kOptionalOf,  FunctionId::kOptionalOfNonZeroValue,
                                     FunctionId::kOptionalNone};
  for (std::uint16_t number = 0; number < static_cast<std::uint16_t>(FunctionId::kDeclared); ++number) {
    const auto id = static_cast<FunctionId>(number);
    if (std::ranges::find(kTakeAnything, id) != kTakeAnything.end()) continue;
    for (std::size_t count = 0; count <= operands.size(); ++count) {
      const Value result = call_function(id, std::span(operands).first(count));
      ASSERT_NE(result.as<EvalError>(), nullptr) << function_name(id) << " " << count;
      EXPECT_EQ(result.as<EvalError>()->code, "no_such_overload") << function_name(id) << " " << count;
    }
  }
}

TEST(FunctionTableTest, NamesFunctionAndOperandTypesInTheError) {
  const std::vector<Value> operands{Value(std::int64_t{1}), Value(std::string("a"))};
  EXPECT_EQ(call_function(FunctionId::kAdd, operands).as<EvalError>()->message, "no such overload: _+_(int, string)");
}

}  // namespace
}  // namespace kijun::cel
