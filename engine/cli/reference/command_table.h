#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

namespace kijun::cli {

/// What can stand behind an option, or as an argument.
enum class ValueKind : std::uint8_t {
  kNone,    ///< Nothing: a flag.
  kChoice,  ///< One of `OptionEntry::choices`.
  kPath,    ///< A file or a folder.
  kWord,    ///< Anything else.
};

/// An option of a command, or an argument with its name alone.
struct OptionEntry {
  std::vector<std::string> names;  ///< "-h", "--help"; "survey" of an argument.
  std::string value;               ///< "FORMAT=PATH"; empty for flags.
  ValueKind kind = ValueKind::kNone;
  std::vector<std::string> choices;
  std::string text;  ///< What it is for, in the language of the application.
  bool repeats = false;
  bool is_required = false;
};

/// A command as help, manual and completions show it.
struct CommandEntry {
  std::vector<std::string> path;  ///< "kijun", "rules", "diff".
  std::string text;
  std::string footer;  ///< Examples and exit codes.
  std::vector<OptionEntry> options;
  std::vector<OptionEntry> arguments;
  std::vector<CommandEntry> commands;
};

/// The table of commands that parses the command line, from `app` downwards.
[[nodiscard]] CommandEntry describe_commands(const CLI::App& app);

/// A command and all below it, each before its own.
[[nodiscard]] std::vector<const CommandEntry*> with_all_below(const CommandEntry& command);

}  // namespace kijun::cli
