#include <fmt/format.h>

#include <string_view>

#include "engine/cli/reference/completions.h"

namespace kijun::cli {
namespace {

constexpr std::string_view kFishHead = R"(# Completions of kijun for fish, made by `kijun completions fish`.

# Whether the words before the cursor, options left out, begin with exactly this command.
function __kijun_at
    set -l given (commandline -opc)
    set -l path
    for word in $given[2..]
        if contains -- "$path $word" $__kijun_commands
            set path "$path $word"
        end
    end
    test "$path" = "$argv[1]"
end

)";

/// A word of fish in single quotes.
std::string fish_word(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') result += '\\';
    result += c;
  }
  return result + "'";
}

/// " rules diff"; empty for the root.
std::string place_of(const CommandEntry& command) {
  std::string place;
  for (std::size_t i = 1; i < command.path.size(); ++i) place += " " + command.path[i];
  return place;
}

std::string fish_value(const OptionEntry& option) {
  switch (option.kind) {
    case ValueKind::kNone:
      return "";
    case ValueKind::kChoice:
      return fmt::format(" -x -a {}", fish_word(fmt::format("{}", fmt::join(option.choices, " "))));
    case ValueKind::kPath:
      return " -r -F";
    case ValueKind::kWord:
      return " -x";
  }
  return "";
}

std::string option_line(const OptionEntry& option, const std::string& condition) {
  std::string line = "complete -c kijun" + condition;
  for (const std::string& name : option.names)
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  return line + fish_value(option) + " -d " + fish_word(option.text) + "\n";
}

std::string command_lines(const CommandEntry& command, bool is_root) {
  const std::string condition = " -n " + fish_word("__kijun_at " + fish_word(place_of(command)));
  std::string lines;
  bool takes_paths = false;
  for (const CommandEntry& inner : command.commands)
    lines += fmt::format("complete -c kijun{} -f -a {} -d {}\n", condition, fish_word(inner.path.back()),
                         fish_word(inner.text));
  for (const OptionEntry& argument : command.arguments) {
    takes_paths = takes_paths || argument.kind == ValueKind::kPath;
    if (argument.kind == ValueKind::kChoice)
      lines += fmt::format("complete -c kijun{} -f -a {} -d {}\n", condition,
                           fish_word(fmt::format("{}", fmt::join(argument.choices, " "))), fish_word(argument.text));
  }
  if (takes_paths) lines += fmt::format("complete -c kijun{} -F\n", condition);
  for (const OptionEntry& option : command.options) lines += option_line(option, is_root ? "" : condition);
  return lines;
}

}  // namespace

std::string fish_completions(const CommandEntry& root) {
  std::string script(kFishHead);
  script += "set -g __kijun_commands";
  std::string lines;
  for (const CommandEntry* command : with_all_below(root)) {
    if (command != &root) script += " " + fish_word(place_of(*command));
    lines += command_lines(*command, command == &root);
  }
  return script + "\n\ncomplete -c kijun -f\n" + lines;
}

}  // namespace kijun::cli
