#include "engine/exec/kernels/kernel.h"

#include <array>
#include <utility>

#include "engine/base/assert.h"

namespace kijun::exec {
namespace {

using Kernel = void (*)(Call&);

// Constants have none: they are made once per run.
constexpr std::pair<Op, Kernel> kKernels[] = {
    {Op::kField, eval_field},
    {Op::kEarlierField, eval_earlier_field},
    {Op::kKnownEarlier, eval_known_earlier},
    {Op::kRaw, eval_raw},
    {Op::kMissingReason, eval_missing_reason},
    {Op::kAttribute, eval_attribute},
    {Op::kCode, eval_description},
    {Op::kName, eval_description},
    {Op::kKind, eval_description},
    {Op::kFallback, eval_fallback},
    {Op::kCall, eval_call},
    {Op::kAnswered, eval_answered},
    {Op::kConditional, eval_conditional},
    {Op::kGuard, eval_guard},
    {Op::kAnd, eval_and},
    {Op::kOr, eval_or},
    {Op::kNot, eval_not},
    {Op::kEqual, eval_equal},
    {Op::kLess, eval_less},
    {Op::kLessEqual, eval_less_equal},
    {Op::kCompareBounds, eval_compare_bounds},
    {Op::kInConstant, eval_in_constant},
    {Op::kInColumn, eval_in_column},
    {Op::kAdd, eval_arithmetic},
    {Op::kSubtract, eval_arithmetic},
    {Op::kMultiply, eval_arithmetic},
    {Op::kDivide, eval_arithmetic},
    {Op::kModulo, eval_arithmetic},
    {Op::kNegate, eval_negate},
    {Op::kToDouble, eval_to_double},
    {Op::kEnumText, eval_enum_text},
    {Op::kSize, eval_size},
    {Op::kStartsWith, eval_starts_with},
    {Op::kEndsWith, eval_ends_with},
    {Op::kContains, eval_contains},
    {Op::kMatches, eval_matches},
    {Op::kYear, eval_date_part},
    {Op::kMonth, eval_date_part},
    {Op::kDay, eval_date_part},
    {Op::kFiscalYear, eval_date_part},
    {Op::kAddDays, eval_date_step},
    {Op::kAddMonths, eval_date_step},
    {Op::kAddYears, eval_date_step},
    {Op::kFolded, eval_folded},
    {Op::kGather, eval_gather},
    {Op::kReduce, eval_reduce},
    {Op::kMatched, eval_matched},
};

constexpr auto kByOp = [] {
  std::array<Kernel, static_cast<std::size_t>(Op::kMatched) + 1> table{};
  for (const auto& [op, kernel] : kKernels) table[static_cast<std::size_t>(op)] = kernel;
  return table;
}();

}  // namespace

void eval_instruction(Call& call) {
  const Kernel kernel = kByOp[static_cast<std::size_t>(call.instruction.op)];
  KIJUN_ASSERT(kernel != nullptr);
  kernel(call);
}

}  // namespace kijun::exec
