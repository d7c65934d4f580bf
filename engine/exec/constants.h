#pragma once

#include "engine/exec/kernels/call.h"

namespace kijun::exec {

/// Fills the vector of an instruction without subject, the same value for `frame.size` subjects: evaluates its
/// expression once, or runs its kernel over constants.
void make_constant(const Instruction& instruction, const Frame& frame, Vector& out);

/// What an instruction needs that is the same for every block. Its constant arguments have been made.
[[nodiscard]] Prepared prepare(const Instruction& instruction, const Frame& frame);

}  // namespace kijun::exec
