#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "engine/cli/reference/completions.h"

namespace kijun::cli {
namespace {

constexpr std::string_view kBashHead = R"(# Completions of kijun for bash, made by `kijun completions bash`.

_kijun_paths() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$1")
}

_kijun_words() {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}

_kijun() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} path=kijun i
  COMPREPLY=()
  # FORMAT=PATH stands in three words.
  if [[ $cur == = ]]; then
    _kijun_paths ''
    return
  elif [[ $prev == = ]]; then
    _kijun_paths "$cur"
    return
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$path ${COMP_WORDS[i]}" in
)";

std::string joined_path(const CommandEntry& command) { return fmt::format("{}", fmt::join(command.path, " ")); }

std::vector<std::string> names_of(const std::vector<OptionEntry>& options) {
  std::vector<std::string> names;
  for (const OptionEntry& option : options) names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

/// The arm of a `case` for several patterns.
std::string arm(const std::vector<std::string>& patterns, std::string_view body) {
  return patterns.empty() ? std::string() : fmt::format("    {}) {} ;;\n", fmt::join(patterns, " | "), body);
}

std::string bash_word(const std::string& word) { return "'" + word + "'"; }

/// What follows an option, by what completes it. Options of the root hold everywhere.
std::string value_arms(const CommandEntry& root) {
  std::vector<std::string> paths;
  std::vector<std::string> words;
  std::map<std::string, std::vector<std::string>> choices;
  for (const CommandEntry* command : with_all_below(root)) {
    for (const OptionEntry& option : command->options) {
      for (const std::string& name : option.names) {
        const std::string place =
            command == &root ? "*" + bash_word(" " + name) : bash_word(joined_path(*command) + " " + name);
        if (option.kind == ValueKind::kChoice)
          choices[fmt::format("{}", fmt::join(option.choices, " "))].push_back(place);
        if (option.kind == ValueKind::kPath) paths.push_back(place);
        if (option.kind == ValueKind::kWord) words.push_back(place);
      }
    }
  }
  std::string arms;
  for (const auto& [list, places] : choices)
    arms += arm(places, fmt::format("_kijun_words '{}' \"$cur\"; return", list));
  return arms + arm(paths, "_kijun_paths \"$cur\"; return") + arm(words, "return");
}

std::string argument_arm(const CommandEntry& command) {
  const std::string path = joined_path(command);
  if (!command.commands.empty()) {
    std::vector<std::string> inner;
    for (const CommandEntry& each : command.commands) inner.push_back(each.path.back());
    return arm({bash_word(path)}, fmt::format("_kijun_words '{}' \"$cur\"", fmt::join(inner, " ")));
  }
  std::vector<std::string> choices;
  bool takes_paths = false;
  for (const OptionEntry& argument : command.arguments) {
    choices.insert(choices.end(), argument.choices.begin(), argument.choices.end());
    takes_paths = takes_paths || argument.kind == ValueKind::kPath;
  }
  if (!choices.empty())
    return arm({bash_word(path)}, fmt::format("_kijun_words '{}' \"$cur\"", fmt::join(choices, " ")));
  return arm({bash_word(path)}, takes_paths ? "_kijun_paths \"$cur\"" : ":");
}

}  // namespace

std::string bash_completions(const CommandEntry& root) {
  std::vector<std::string> commands;
  std::string options;
  std::string arguments;
  const std::vector<std::string> everywhere = names_of(root.options);
  for (const CommandEntry* command : with_all_below(root)) {
    const std::string path = bash_word(joined_path(*command));
    std::vector<std::string> names = command == &root ? std::vector<std::string>() : names_of(command->options);
    for (const std::string& name : everywhere)
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    if (command != &root) commands.push_back(path);
    options += "  " + arm({path}, fmt::format("_kijun_words '{}' \"$cur\"", fmt::join(names, " ")));
    arguments += "  " + argument_arm(*command);
  }
  return fmt::format(
      "{}  {}    esac\n  done\n  case \"$path $prev\" in\n{}  esac\n"
      "  if [[ $cur == -* ]]; then\n    case $path in\n{}    esac\n"
      "  else\n    case $path in\n{}    esac\n  fi\n}}\n\ncomplete -F _kijun kijun\n",
      kBashHead, arm(commands, R"(path+=" ${COMP_WORDS[i]}")"), value_arms(root), options, arguments);
}

}  // namespace kijun::cli
