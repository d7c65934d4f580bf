#pragma once

#include <ostream>
#include <span>

#include "reports/model/format.h"
#include "reports/model/question_letter.h"

namespace kijun::reports {

/// Writes sheets of questions of a report as one page, in both languages: on paper each starts on a sheet of its own, A4
/// upright, with places to write.
void write_question_page(const GapReport& report, std::span<const QuestionSheet> sheets, const QuestionLetter& letter,
                         Language language, std::ostream& out);

}  // namespace kijun::reports
