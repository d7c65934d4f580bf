#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace kijun::golden {

/// One line of a case's `cmd`: `NAME=value … argument …`.
struct Command {
  std::vector<std::string> environment;  ///< The leading `NAME=value` words.
  std::vector<std::string> arguments;    ///< For kijun.
  std::string line;                      ///< As written, without surrounding blanks.

  bool operator==(const Command&) const = default;
};

/// Where a case's pieces are.
struct Setting {
  std::filesystem::path kijun;   ///< The program under test.
  std::filesystem::path root;    ///< The repository, whose `data`, `rules` and `tests/fixtures` every case can read.
  std::filesystem::path folder;  ///< The case.
};

/// What a case shows: the transcript that `expected.txt` holds, and every file that its commands created or changed,
/// by path relative to the case, as `expected/` holds them.
struct Outcome {
  std::string transcript;
  std::map<std::string, std::string> files;

  bool operator==(const Outcome&) const = default;
};

/// Splits a `cmd` file into commands. Words are separated by blanks; '…' and "…" keep blanks, without escapes inside;
/// empty lines and lines that start with `#` are skipped. Fails with a sentence when a quote is left open or nothing is
/// there to run.
[[nodiscard]] tl::expected<std::vector<Command>, std::string> parse_commands(std::string_view text);

/// Runs the case's commands one after the other in a scratch copy of its folder, in which `data`, `rules` and
/// `fixtures` lead to the repository's unless the case has its own. `LANG`, `TZ` and the colours of the caller's
/// terminal do not reach the program. Fails with a sentence when the case itself is not in order.
[[nodiscard]] tl::expected<Outcome, std::string> run_case(const Setting& setting);

/// The expectation on disk; what is missing is empty.
[[nodiscard]] Outcome read_expected(const std::filesystem::path& folder);

/// Replaces the expectation on disk by `outcome`.
void write_expected(const std::filesystem::path& folder, const Outcome& outcome);

/// The differences for a person to read: per differing file its first differing line with the lines before it. Empty
/// when there are none.
[[nodiscard]] std::string describe_differences(const Outcome& expected, const Outcome& actual);

}  // namespace kijun::golden
