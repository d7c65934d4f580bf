#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "engine/cli/session.h"
#include "engine/policy/pack.h"
#include "reports/model/format.h"

namespace kijun::cli {

/// The options of formats for CI as given.
struct CiArguments {
  std::string root;
  std::string sarif_group = "auto";
  std::string junit_unit = "auto";
  std::string junit_flavour = "common";
};

/// Adds them to a command, in a section of their own.
void add_ci_options(CLI::App& command, CiArguments& arguments, Language language);

/// Puts them into `options`. False after a usage error.
[[nodiscard]] bool parse_ci_options(const CiArguments& arguments, reports::CiOptions& options, Session& session);

/// What was printed, as outputs for a readership may pass it on: diagnostics quote lines of the files and name records, so
/// that outside the prefecture's own office nothing but code and level of them remains.
[[nodiscard]] std::vector<reports::Notification> notifications_for(audit::Readership readership,
                                                                   const std::vector<reports::Notification>& all);

/// Where the files of a survey stand in its repository: below `root`, else below the nearest folder upward with `.git`,
/// else below the working directory. `survey` is a folder or its survey.toml.
[[nodiscard]] reports::SourceFolders find_source_folders(const std::string& root, const std::string& survey,
                                                         Session& session);

/// Adds the packs of an audit that are not found below the root, as outputs name them.
void name_packs(const policy::PackIndex& pack, reports::SourceFolders& folders);

}  // namespace kijun::cli
