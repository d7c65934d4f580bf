#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/audit/rule_column.h"
#include "engine/audit/run.h"

namespace kijun::audit {

/// The results of a column that outputs list, as ascending positions: at most `max` findings and as many of the rest.
/// What gates comes first; of more than there is room for, evenly spread ones are taken, the same in every run.
[[nodiscard]] std::vector<std::uint32_t> choose_listed(const RuleColumn& column, const GateOptions& gate,
                                                       std::size_t max);

}  // namespace kijun::audit
