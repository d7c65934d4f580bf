#pragma once

#include <cstdint>
#include <limits>
#include <memory>

#include "engine/survey/survey.h"
#include "engine/table/block.h"

namespace kijun::survey {

/// A cursor over rows [first_row, first_row + num_rows) of a survey (cut at its end), in order of the answer file. Any
/// number of cursors may read one survey at once, also from several threads. What it hands out is cut
/// where every kBlockRows-th row begins; ranges that begin there are split once.
[[nodiscard]] std::unique_ptr<table::BlockSource> open_blocks(
    const SurveyTable& table, std::uint32_t first_row = 0,
    std::uint32_t num_rows = std::numeric_limits<std::uint32_t>::max());

}  // namespace kijun::survey
