#pragma once

#include <string>

#include "engine/base/language.h"
#include "engine/cli/reference/command_table.h"

namespace kijun::cli {

/// `kijun-rules-diff`: what the page of a command is called.
[[nodiscard]] std::string man_page_name(const CommandEntry& command);

/// The page of a command in section 1 of the manual, in the macros of man(7). `root` is the whole table, whose options hold
/// for every command. UTF-8.
[[nodiscard]] std::string man_page(const CommandEntry& command, const CommandEntry& root, Language language);

}  // namespace kijun::cli
