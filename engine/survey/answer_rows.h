#pragma once

#include <optional>
#include <vector>

#include "engine/survey/csv_reader.h"
#include "engine/survey/survey.h"

namespace kijun::survey {

/// Which cell of a record holds what, once the headings are known.
struct AnswerLayout {
  std::size_t subject = 0;
  std::optional<std::size_t> name;  ///< To be compared with the code; of a listed subject its name.
  std::optional<std::size_t> zone;  ///< Of a listed subject.
  std::vector<std::size_t> fields;  ///< Beside `Manifest::columns`.
};

/// Reads the heading records and finds every column the manifest names. A column that is missing or whose heading occurs
/// twice is reported (KJ4301, KJ4302) and gives nothing; headings nobody names are noticed (KJ4303).
[[nodiscard]] std::optional<AnswerLayout> read_headings(CsvReader& reader, const diag::Source& source,
                                                        const Manifest& manifest, diag::Sink& sink);

/// Reads the answer file into `parts` (rows, places, columns, raw texts), whose manifest, register and vocabulary are
/// set. Subjects are resolved against the register on the day of the answers; double, unknown and missing ones are
/// reported (KJ42xx), as are marks and values that cannot be read (KJ4309–KJ4312).
void read_answers(const diag::Source& source, SurveyParts& parts, diag::Sink& sink);

}  // namespace kijun::survey
