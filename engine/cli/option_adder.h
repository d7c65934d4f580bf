#pragma once

#include <CLI/CLI.hpp>

#include <string>

#include "engine/base/language.h"

namespace kijun::cli {

/// Adds options to a command, in a section of its help.
struct OptionAdder {
  CLI::App& command;
  Language language = Language::kJapanese;
  LocalizedView section;  ///< Empty for the section of all options.

  /// An option with a value, which help names `type`.
  template <typename Value>
  CLI::Option* operator()(const char* name, Value& value, const char* type, LocalizedView text) const {
    return in_section(command.add_option(name, value, std::string(text.in(language)))->type_name(type));
  }
  CLI::Option* flag(const char* name, bool& value, LocalizedView text) const {
    return in_section(command.add_flag(name, value, std::string(text.in(language))));
  }

 private:
  CLI::Option* in_section(CLI::Option* option) const {
    return section.ja.empty() ? option : option->group(std::string(section.in(language)));
  }
};

}  // namespace kijun::cli
