#pragma once

#include "engine/exec/kernels/call.h"

namespace kijun::exec {

/// Fills the vector of an instruction without subject: evaluates its expression once, or runs its kernel over constants.
/// `frame` is of one subject; states are made for `num_states`, values for all at once.
void make_constant(const Instruction& instruction, const Frame& frame, const Prepared& prepared, std::size_t num_states,
                   Vector& out);

/// What an instruction needs that is the same for every block. Its constant arguments have been made.
[[nodiscard]] Prepared prepare(const Instruction& instruction, const Frame& frame);

}  // namespace kijun::exec
