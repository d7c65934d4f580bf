#pragma once

#include <vector>

#include "engine/audit/compare/result_table.h"
#include "engine/base/file_system.h"
#include "engine/diag/diagnostic.h"
#include "engine/survey/survey.h"

namespace kijun::audit {

/// The result files that a survey declares (`[[earlier_result]]`), oldest first: results of earlier years that somebody
/// verified, each held by its hash. A file that cannot be read, is none, is another one than declared, or is of another
/// series, of the same or a later year, or of a year that another has, goes to the sink (KJ4320, KJ4321).
[[nodiscard]] std::vector<ResultTable> load_earlier_results(const survey::SurveyTable& survey, FileSystem& files,
                                                            diag::Sink& sink);

}  // namespace kijun::audit
