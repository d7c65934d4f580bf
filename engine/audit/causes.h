#pragma once

#include <cstddef>
#include <vector>

#include "engine/audit/answer_domains.h"
#include "engine/audit/plan.h"
#include "engine/cel/evaluator.h"

namespace kijun::audit {

/// Why a result stays open.
struct OpenResult {
  std::vector<cel::Cause> causes;  ///< Sorted. With `by_form` every missing cell the evaluation met.
  bool by_form = false;            ///< No single answer changes the outcome: the rule's form is the cause.
  bool is_minimal = false;         ///< Completions were tried, and every cause changes some outcome, or might.
};

/// Cells that completions may read for one result: a millisecond or two.
inline constexpr std::size_t kMaxCauseReads = 10'000;

/// The minimal causes of an unknown result (design section 4): a missing cell is a cause if two completions of the
/// missing cells that differ only in it give different outcomes. Completions are enumerated over enum and bool answers and
/// over those numbers, dates and texts that the rule can tell apart, members that are only counted by how many of them vote
/// how, until `max_reads` cells have been read (the evaluation under way is finished); then once more over enum and bool
/// answers alone. Beyond that the cells that the evaluator met stay, which may be too many and, behind an open condition of
/// `?:`, too few. Cells that a rule calculates with stay where they leave a completion undecided, and so do records that are
/// missing altogether. A result that is unknown because the rule is not judgeable has no causes.
[[nodiscard]] OpenResult find_causes(const CompiledRule& rule, const cel::EvalContext& context, cel::RecordRef subject,
                                     std::size_t max_reads = kMaxCauseReads);
/// The same with the rule's domains at hand, of all types: they are worth keeping for many subjects.
[[nodiscard]] OpenResult find_causes(const CompiledRule& rule, const cel::EvalContext& context, cel::RecordRef subject,
                                     const AnswerDomains& domains, std::size_t max_reads = kMaxCauseReads);

}  // namespace kijun::audit
