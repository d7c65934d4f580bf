#pragma once

#include <span>

#include "reports/model/question_letter.h"
#include "reports/xlsx/workbook.h"

namespace kijun::reports {

/// A workbook with a sheet to fill in for each of some sheets of questions of a report, in one language: only the answers
/// and who gives them can be written into, and where there are choices they are offered as a list.
[[nodiscard]] Workbook question_workbook(const GapReport& report, std::span<const QuestionSheet> sheets,
                                         const QuestionLetter& letter, Language language);

}  // namespace kijun::reports
