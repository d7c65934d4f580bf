#include "engine/audit/judge.h"

namespace kijun::audit {
namespace {

using cel::State;

State state_of(const std::optional<cel::CheckedExpr>& expr, const cel::EvalContext& context, cel::RecordRef subject) {
  return expr ? cel::Evaluator(*expr, context, subject).eval().state() : State::kTrue;
}

}  // namespace

Decision decide_naively(const CompiledRule& rule, const cel::EvalContext& context, cel::RecordRef subject) {
  return decide(state_of(rule.when, context, subject), state_of(rule.judgeable, context, subject),
                state_of(rule.require, context, subject));
}

ResultCode judge_naively(const CompiledRule& rule, const cel::EvalContext& context, cel::RecordRef subject) {
  ResultCode code;
  code.decision = decide_naively(rule, context, subject);
  if (code.decision.outcome == Outcome::kFail || code.decision.outcome == Outcome::kUnknown) {
    for (std::size_t i = 0; i < rule.cases.size() && code.rule_case == ResultCode::kNoCase; ++i)
      if (cel::Evaluator(rule.cases[i].when, context, subject).eval().state() == State::kTrue)
        code.rule_case = static_cast<std::uint8_t>(i);
  }
  if (rule.deadline) {
    const cel::Value deadline = cel::Evaluator(*rule.deadline, context, subject).eval();
    if (const Date* date = deadline.as<Date>()) code.deadline = *date;
  }
  set_severity(*rule.source, context.as_of, code);
  return code;
}

}  // namespace kijun::audit
