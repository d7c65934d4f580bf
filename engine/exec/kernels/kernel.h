#pragma once

#include "engine/exec/kernels/call.h"

namespace kijun::exec {

/// Runs one instruction over the subjects of a frame. Cannot fail: states are values.
void eval_instruction(Call& call);

// One family per file. Each reads `call`'s arguments and fills `call.out`.

/// logic.cpp, conditional.cpp: operators that can decide without a value of every argument.
void eval_and(Call& call);
void eval_or(Call& call);
void eval_not(Call& call);
void eval_guard(Call& call);
void eval_conditional(Call& call);

/// compare.cpp, in.cpp: strict comparisons; bounds decide when both ends agree.
void eval_equal(Call& call);
void eval_less(Call& call);
void eval_less_equal(Call& call);
void eval_compare_bounds(Call& call);
void eval_in_constant(Call& call);
void eval_in_column(Call& call);

/// arithmetic.cpp: strict; overflow and division by zero are errors.
void eval_arithmetic(Call& call);
void eval_negate(Call& call);
void eval_to_double(Call& call);

/// string.cpp: strict, once per distinct text where texts repeat.
void eval_enum_text(Call& call);
void eval_size(Call& call);
void eval_starts_with(Call& call);
void eval_ends_with(Call& call);
void eval_contains(Call& call);
void eval_matches(Call& call);
/// `text.startsWith(part)`, `endsWith` or `contains`, as `op` says.
[[nodiscard]] bool part_of_text(Op op, std::string_view text, std::string_view part);

/// date.cpp: strict; a day outside the calendar is an error.
void eval_date_part(Call& call);
void eval_date_step(Call& call);

/// load.cpp: total, whatever the cell holds.
void eval_answered(Call& call);
void eval_missing_reason(Call& call);
void eval_raw(Call& call);

/// load.cpp: answers, attributes and names of the subject.
void eval_field(Call& call);
void eval_earlier_field(Call& call);
void eval_known_earlier(Call& call);
void eval_attribute(Call& call);
void eval_description(Call& call);  ///< kCode, kName, kKind.

/// Code of an enum vector for a text that is no value of the domain.
inline constexpr std::uint32_t kOutsideDomain = 0xFFFFFFFF;

/// Writes a boxed value as subject `i` of `out`, whose array has been made for `code`'s kind, and gives its state. A
/// value of another kind is an error.
[[nodiscard]] cel::State write_value(const cel::Value& value, const Instruction& code, std::size_t i, Vector& out);
/// fallback.cpp: what has no kernel of its own.
void eval_fallback(Call& call);
void eval_call(Call& call);

/// groups.cpp: values that come from another space.
void eval_folded(Call& call);
void eval_gather(Call& call);
void eval_reduce(Call& call);

/// matched.cpp: the members whose keys match the subject's own.
void eval_matched(Call& call);

}  // namespace kijun::exec
