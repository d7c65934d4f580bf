#pragma once

#include <optional>

#include "engine/survey/survey.h"

namespace kijun::survey {

/// The quick first look at an answer file that lists its subjects, whose records begin at `begin` and have `num_cells`
/// cells: finds the rows by vectors and reads every answer like `check_answers`, on all processors. Nothing comes back,
/// and nothing is reported, when a record is anything but a plain row with a subject of its own in a known zone: then the
/// file has to be read carefully. `parts` has its manifest, vocabulary, register, layout and legends, and gets the count
/// of cells not taken as written.
[[nodiscard]] std::optional<AnswerIndex> check_listed_answers(const diag::Source& source, std::size_t begin,
                                                              std::size_t num_cells, SurveyParts& parts,
                                                              diag::Sink& sink);

/// Reads every answer of `parts` whose rows are found, reports what is wrong with cells (KJ4309–KJ4312) in order of the
/// rows, and counts those not taken as written.
void check_answers(SurveyParts& parts, diag::Sink& sink);

}  // namespace kijun::survey
