#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "engine/cli/session.h"
#include "reports/model/format.h"

namespace kijun::cli {

/// The options of the format `text` as given.
struct TextArguments {
  std::string by = "rule";
  std::string frames = "first";
};

/// Adds them to a command, in a section of their own.
void add_text_options(CLI::App& command, TextArguments& arguments, Language language);

/// Puts them into `options`. False after a usage error.
[[nodiscard]] bool parse_text_options(const TextArguments& arguments, reports::TextOptions& options, Session& session);

}  // namespace kijun::cli
