/// Causes are what a table of completions shows (`completion_table.h`). What needs more than the budget is tried again with
/// only enum and bool answers completed, and what that is too much for as well keeps the causes that the evaluator named.
#include "engine/audit/causes.h"

#include <utility>

#include "engine/audit/completion_table.h"

namespace kijun::audit {

using cel::Cause;
using cel::RecordRef;

OpenResult find_causes(const CompiledRule& rule, const cel::EvalContext& context, RecordRef subject,
                       std::size_t max_reads) {
  return find_causes(rule, context, subject, AnswerDomains(rule, context, AnswerDomains::Extent::kAllTypes), max_reads);
}

OpenResult find_causes(const CompiledRule& rule, const cel::EvalContext& context, RecordRef subject,
                       const AnswerDomains& domains, std::size_t max_reads) {
  const WorldJudge judge(rule, context, subject);
  Judgement open = judge.in(*context.world);
  // What a rule cannot judge whatever is answered has its own reason.
  if (open.cannot_judge) return {};
  const AnswerDomains finite(rule, context, AnswerDomains::Extent::kFiniteTypes);
  for (const AnswerDomains* each : {&domains, &finite}) {
    ReadBudget budget{max_reads};
    const CountedMembers counted(rule, context, subject, *each);
    CompletionTable table(judge, counted, *context.world, *each, budget);
    if (!table.fill()) continue;
    std::vector<Cause> minimal = table.causes();
    if (minimal.empty()) return {std::move(open.causes), true, false};
    return {std::move(minimal), false, true};
  }
  return {std::move(open.causes), false, false};
}

}  // namespace kijun::audit
