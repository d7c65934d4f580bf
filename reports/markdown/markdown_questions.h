#pragma once

#include <ostream>
#include <span>

#include "reports/model/format.h"
#include "reports/model/question_letter.h"

namespace kijun::reports {

/// Writes sheets of questions of a report one after the other as Markdown in one language, for a mail.
void write_markdown_questions(const GapReport& report, std::span<const QuestionSheet> sheets,
                              const QuestionLetter& letter, Language language, std::ostream& out);

}  // namespace kijun::reports
