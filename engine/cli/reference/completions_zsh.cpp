#include <fmt/format.h>

#include <string_view>

#include "engine/cli/reference/completions.h"

namespace kijun::cli {
namespace {

/// A description inside a spec of `_arguments`, within single quotes.
std::string described(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\'') {
      result += "'\\''";
      continue;
    }
    if (c == '\\' || c == '[' || c == ']' || c == ':') result += '\\';
    result += c;
  }
  return result;
}

std::string function_of(const CommandEntry& command) { return fmt::format("_{}", fmt::join(command.path, "_")); }

/// `:what it is:how it is completed`.
std::string zsh_value(const OptionEntry& option) {
  const std::string name = described(option.value);
  switch (option.kind) {
    case ValueKind::kNone:
      return "";
    case ValueKind::kChoice:
      return fmt::format(":{}:({})", name, fmt::join(option.choices, " "));
    // Completes the path behind FORMAT= as well.
    case ValueKind::kPath:
      return option.value == "FORMAT=PATH" ? fmt::format(":{}:_kijun_output", name) : fmt::format(":{}:_files", name);
    case ValueKind::kWord:
      return fmt::format(":{}: ", name);
  }
  return "";
}

std::string option_specs(const OptionEntry& option) {
  std::string specs;
  for (const std::string& name : option.names)
    specs += fmt::format(" \\\n    '{}{}[{}]{}'", option.repeats ? "*" : "", name, described(option.text),
                         zsh_value(option));
  return specs;
}

std::string argument_spec(const OptionEntry& argument) {
  const std::string value = zsh_value(argument);
  return fmt::format(" \\\n    '{}{}'", argument.repeats ? "*" : ":", argument.repeats ? value : value.substr(1));
}

/// A command with commands below: the first word chooses, the rest is theirs.
std::string chooser(const CommandEntry& command) {
  std::string list;
  std::string arms;
  for (const CommandEntry& inner : command.commands) {
    list += fmt::format("    '{}:{}'\n", inner.path.back(), described(inner.text));
    arms += fmt::format("        {}) {} ;;\n", inner.path.back(), function_of(inner));
  }
  return fmt::format(
      "  local -a commands=(\n{}  )\n"
      "  case $state in\n"
      "    command) _describe command commands ;;\n"
      "    rest)\n"
      "      case $line[1] in\n{}      esac\n"
      "      ;;\n"
      "  esac\n",
      list, arms);
}

std::string function_text(const CommandEntry& command, const CommandEntry& root) {
  const bool chooses = !command.commands.empty();
  std::string text = fmt::format("{}() {{\n", function_of(command));
  if (chooses) text += "  local curcontext=$curcontext state line\n  typeset -A opt_args\n";
  text += chooses ? "  _arguments -C" : "  _arguments";
  for (const OptionEntry& option : command.options) text += option_specs(option);
  if (&command != &root)
    for (const OptionEntry& option : root.options)
      if (option.names.back() != "--help" && option.names.back() != "--version") text += option_specs(option);
  if (chooses) {
    text += " \\\n    '1: :->command' \\\n    '*:: :->rest'\n" + chooser(command);
  } else {
    for (const OptionEntry& argument : command.arguments) text += argument_spec(argument);
    text += '\n';
  }
  return text + "}\n\n";
}

}  // namespace

std::string zsh_completions(const CommandEntry& root) {
  std::string script =
      "#compdef kijun\n# Completions of kijun for zsh, made by `kijun completions zsh`.\n\n"
      "_kijun_output() {\n  compset -P '*='\n  _files\n}\n\n";
  for (const CommandEntry* command : with_all_below(root)) script += function_text(*command, root);
  return script + "_kijun \"$@\"\n";
}

}  // namespace kijun::cli
