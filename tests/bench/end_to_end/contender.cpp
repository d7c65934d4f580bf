#include "tests/bench/end_to_end/contender.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace kijun::bench {
namespace {

/// What one run printed of itself.
struct Printed {
  double wall_seconds = 0;
  double cpu_seconds = 0;
  std::int64_t num_nodes = 0;
  std::int64_t num_fallbacks = 0;
  Counts counts;
};

Printed as_measured(const ProcessRun& run) {
  Printed printed;
  printed.wall_seconds = run.wall_seconds;
  printed.cpu_seconds = run.cpu_seconds;
  return printed;
}

Printed parse(const ProcessRun& run) {
  Printed printed = as_measured(run);
  std::istringstream lines(run.out);
  std::string line;
  while (std::getline(lines, line)) {
    std::istringstream words(line);
    std::string first;
    words >> first;
    if (first == "seconds") {
      words >> printed.wall_seconds >> printed.cpu_seconds;
      continue;
    }
    if (first == "nodes") {
      words >> printed.num_nodes >> printed.num_fallbacks;
      continue;
    }
    std::array<std::int64_t, 4> outcomes{};
    for (std::int64_t& outcome : outcomes) words >> outcome;
    if (words) printed.counts[first] = outcomes;
  }
  return printed;
}

}  // namespace

Measurement measure(const Contender& contender, const BenchSurvey& survey, int rounds) {
  Measurement result;
  result.name = contender.name;
  result.num_threads = contender.num_threads;
  result.missing = contender.missing;
  result.judges = contender.judges;
  if (!result.missing.empty()) return result;
  const Command command = contender.command(survey);
  std::vector<double> walls;
  std::vector<double> cpus;
  for (int round = 0; round < std::min(rounds, contender.max_rounds); ++round) {
    const ProcessRun run = run_process(command);
    if (run.exit_code != 0 && run.exit_code != 1) {
      result.problem = fmt::format("`{}` ended with {}", fmt::join(command.arguments, " "), run.exit_code);
      return result;
    }
    Printed printed = contender.count ? as_measured(run) : parse(run);
    walls.push_back(printed.wall_seconds);
    cpus.push_back(printed.cpu_seconds);
    result.peak_bytes = std::max(result.peak_bytes, run.peak_bytes);
    result.counts = std::move(printed.counts);
    result.num_nodes = printed.num_nodes;
    result.num_fallbacks = printed.num_fallbacks;
  }
  if (contender.count) result.counts = contender.count(survey);
  std::sort(walls.begin(), walls.end());
  result.best_seconds = walls.front();
  result.median_seconds = walls[walls.size() / 2];
  result.cpu_seconds = *std::min_element(cpus.begin(), cpus.end());
  return result;
}

}  // namespace kijun::bench
