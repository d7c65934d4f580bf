#pragma once

#include <string>
#include <vector>

#include "tests/bench/end_to_end/contender.h"

namespace kijun::bench {

/// Everything that was measured over one survey.
struct SurveyResult {
  BenchSurvey survey;
  std::vector<Measurement> measurements;
};

/// The measurement of that name and number of threads; null when there is none with a figure.
[[nodiscard]] const Measurement* find(const SurveyResult& result, const std::string& name, int num_threads);

/// One table: a line for each measurement.
[[nodiscard]] std::string to_table(const SurveyResult& result);

/// Everything for programs: `{"surveys": [{"records", "bytes", "measurements": […]}]}`.
[[nodiscard]] std::string to_json(const std::vector<SurveyResult>& results);

/// What makes the figures worthless, one a line: a contender that ended badly or counted otherwise than the first. Empty
/// when there is nothing.
[[nodiscard]] std::string problems(const SurveyResult& result);

}  // namespace kijun::bench
