#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kijun::bench {

/// A program to run: its arguments (the program first) and what to set in its environment (`NAME=value`).
struct Command {
  std::vector<std::string> arguments;
  std::vector<std::string> environment;
};

/// How a program ran.
struct ProcessRun {
  int exit_code = -1;           ///< -1 when it could not be started or was ended by a signal.
  double wall_seconds = 0;      ///< From before the start to after the end.
  double cpu_seconds = 0;       ///< User and system time of all its threads and children.
  std::int64_t peak_bytes = 0;  ///< Its largest resident set, the mapped file's pages among it.
  std::string out;              ///< What it wrote on stdout; stderr is ours.
};

/// Runs a program to its end.
[[nodiscard]] ProcessRun run_process(const Command& command);

}  // namespace kijun::bench
