#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/survey/csv_reader.h"
#include "engine/survey/survey.h"

namespace kijun::survey {

/// Reads the heading records and finds every column the manifest names. A column that is missing or whose heading occurs
/// twice is reported (KJ4301, KJ4302) and gives nothing; headings nobody names are noticed (KJ4303).
[[nodiscard]] std::optional<AnswerLayout> read_headings(CsvReader& reader, const diag::Source& source,
                                                        const Manifest& manifest, diag::Sink& sink);

/// When the answers of a survey are looked at.
enum class AnswersChecked : std::uint8_t {
  kAtOnce,
  kWhenRead,  ///< By whoever reads all rows first, where the answer file lets that be (`SurveyTable::confirm_answers`).
};

/// Finds the rows of the answer file and looks at every answer, or leaves that to whoever reads them. `parts` has its
/// manifest, register and vocabulary, and gets its layout, legends, answers and subjects. Subjects are resolved against
/// the register on the day of the answers, or listed; double, unknown and missing ones are reported (KJ42xx), as are marks
/// and values that cannot be read (KJ4309–KJ4312).
void read_answers(const diag::Source& source, AnswersChecked when, SurveyParts& parts, diag::Sink& sink);

/// Reads the same file again, record by record, after its rows turned out not to be as plain as they seemed.
void reread_answers(SurveyParts& parts, diag::Sink& sink);

}  // namespace kijun::survey
