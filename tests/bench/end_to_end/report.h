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

/// One pack over one survey.
struct PackResult {
  std::string pack;
  BenchSurvey survey;
  Measurement audit;
  Measurement evaluation;
};

/// Everything that was measured in one run.
struct BenchResult {
  std::vector<SurveyResult> surveys;
  std::vector<PackResult> packs;  ///< The fixed one first.
};

/// The measurement of that name and number of threads; null when there is none with a figure.
[[nodiscard]] const Measurement* find(const SurveyResult& result, const std::string& name, int num_threads);

/// One table: a line for each measurement.
[[nodiscard]] std::string to_table(const SurveyResult& result);

/// Packs beside each other, with the time per record and expression node.
[[nodiscard]] std::string to_table(const std::vector<PackResult>& packs);

/// What matters in a few lines: kijun beside loops and databases at the largest survey all of them ran, the start, and
/// whether cost grows in proportion. Each line says what kijun aims at.
[[nodiscard]] std::string to_ratios(const BenchResult& result);

/// Everything for programs.
[[nodiscard]] std::string to_json(const BenchResult& result);

/// What makes the figures worthless, one a line: a contender that ended badly or counted otherwise than the first. Empty
/// when there is nothing.
[[nodiscard]] std::string problems(const BenchResult& result);

}  // namespace kijun::bench
