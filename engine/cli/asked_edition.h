#pragma once

#include <memory>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "engine/cli/inputs.h"

namespace kijun::cli {

/// The edition a command was asked for, by `--rules`, `--year` and `--as-of`.
struct EditionArguments {
  std::string rules;
  std::string as_of;
  int year = 0;
};

/// Adds the three options. They write into `arguments` later.
void add_edition_options(CLI::App& command, EditionArguments& arguments, Language language);

/// An edition with its pack, and the day up to which it is read: the last one of its year unless another was named.
struct AskedEdition {
  std::unique_ptr<policy::Pack> pack;
  const policy::Edition* edition = nullptr;
  Date as_of;
};

/// Mistakes are printed; nothing comes back then.
[[nodiscard]] std::optional<AskedEdition> load_asked_edition(const EditionArguments& arguments, Session& session);

}  // namespace kijun::cli
