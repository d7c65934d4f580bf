#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tests/bench/end_to_end/process.h"

namespace kijun::bench {

/// Pass, fail, unknown and not applicable of each rule, by its id.
using Counts = std::map<std::string, std::array<std::int64_t, 4>>;

/// A survey to be checked.
struct BenchSurvey {
  std::string folder;
  std::uint32_t num_records = 0;
  std::uint64_t num_bytes = 0;

  [[nodiscard]] std::string answers() const { return folder + "/answers.csv"; }
};

/// A program that does all of the work, or a yardstick for some of it.
struct Contender {
  std::string name;
  int num_threads = 1;
  std::uint32_t max_records = 0;  ///< Larger surveys would take too long or too much memory.
  int max_rounds = 0;
  bool judges = true;   ///< Runs the rules, so that it must count them.
  std::string missing;  ///< What is not installed; empty when it can run.
  std::function<Command(const BenchSurvey&)> command;
  std::function<Counts(const BenchSurvey&)> count;  ///< Set when the measured command does not print counts.
};

/// What several runs of a contender over one survey showed.
struct Measurement {
  std::string name;
  int num_threads = 1;
  double best_seconds = 0;
  double median_seconds = 0;
  double cpu_seconds = 0;  ///< The least of all runs: less than the wall time shows, it suffers from busy neighbours.
  std::int64_t peak_bytes = 0;
  std::string missing;  ///< Not installed: there are no figures.
  std::string problem;  ///< It ended badly: there are no figures.
  bool judges = true;
  Counts counts;
  std::int64_t num_nodes = 0;      ///< Expression nodes of the rules, where it says so.
  std::int64_t num_fallbacks = 0;  ///< Those of them without a kernel.
};

/// Runs a contender up to `rounds` times. Times are what it says of itself on a line `seconds WALL CPU`, which leaves out the
/// start of an interpreter, else those of the whole process.
[[nodiscard]] Measurement measure(const Contender& contender, const BenchSurvey& survey, int rounds);

}  // namespace kijun::bench
