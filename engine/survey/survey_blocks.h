#pragma once

#include <cstdint>
#include <limits>
#include <memory>

#include "engine/survey/answer_findings.h"
#include "engine/survey/survey.h"
#include "engine/table/block.h"

namespace kijun::survey {

/// A cursor over rows [first_row, first_row + num_rows) of a survey (cut at its end), in order of the answer file. Any
/// number of cursors may read one survey at once, also from several threads. What it hands out is cut
/// where every kBlockRows-th row begins; ranges that begin there are split once.
[[nodiscard]] std::unique_ptr<table::BlockSource> open_blocks(
    const SurveyTable& table, std::uint32_t first_row = 0,
    std::uint32_t num_rows = std::numeric_limits<std::uint32_t>::max());

/// The same cursor over rows of a survey whose answers nobody has checked: beside what is asked for it looks at every cell of
/// its rows, and adds what it finds to `findings` when it comes to the end. It fails, and gives the findings up, at a
/// record that is no plain row with a subject of its own in a known zone.
[[nodiscard]] std::unique_ptr<table::BlockSource> open_unchecked_blocks(const SurveyTable& table,
                                                                        AnswerFindings& findings,
                                                                        std::uint32_t first_row,
                                                                        std::uint32_t num_rows);

}  // namespace kijun::survey
