#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace kijun::golden {

/// A program to run to its end with nothing on its standard input.
struct Process {
  std::filesystem::path program;
  std::vector<std::string> arguments;
  std::vector<std::string> environment;  ///< "NAME=value", and nothing else is inherited.
  std::filesystem::path directory;       ///< Working directory.
  int seconds = 60;                      ///< After so long it is killed.
};

/// What a program left behind.
struct ProcessResult {
  std::string exit;  ///< "0" … "255", "signal 11", or why it did not run or did not end.
  std::string out;   ///< Bytes of its standard output.
  std::string err;   ///< Bytes of its standard error.
};

/// Runs `process`. Does not fail: whatever goes wrong is said in `exit`.
[[nodiscard]] ProcessResult run(const Process& process);

/// The bytes of a file; empty when it cannot be read.
[[nodiscard]] std::string read_bytes(const std::filesystem::path& path);

}  // namespace kijun::golden
