#pragma once

#include <string_view>

#include "tests/bench/yardsticks/tallies.h"

namespace kijun::bench {

/// Runs the rules over the answers in one pass: split a record, judge it, forget it. Each thread takes one range.
[[nodiscard]] Tallies run_fused_loop(std::string_view answers, std::size_t num_threads);

}  // namespace kijun::bench
