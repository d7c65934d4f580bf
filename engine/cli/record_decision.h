#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "engine/cli/inputs.h"
#include "engine/cli/session.h"
#include "engine/survey/decisions.h"

namespace kijun::cli {

/// What every command that records a decision is told.
struct DecisionArguments {
  InputPaths inputs;
  std::string subject;
  std::string reason;
  std::string reason_en;  ///< Empty: as `reason`.
  std::string by;
  std::string source;
  std::string when;  ///< Empty: today.
  bool dry_run = false;
};

/// Adds `--rules --reason --reason-en --by --source --when --dry-run`; `source` is what `--source` is without being given.
void add_decision_options(CLI::App& command, DecisionArguments& arguments, std::string source, Language language);

/// Fills in reason, source, by and when; false after a usage error when `--reason` or `--by` is missing or `--when` is no
/// date.
[[nodiscard]] bool fill_in(const DecisionArguments& arguments, survey::Decision& decision, Session& session);

/// What is to be recorded, and where.
struct NewDecision {
  const survey::Decision& decision;
  const survey::SurveyTable& survey;
  std::string survey_path;  ///< As given or configured.
};

/// Appends a decision to the survey's decisions.toml and prints the change. It is refused with the mistakes it would bring
/// into the file; a dry run only prints.
[[nodiscard]] ExitCode record_decision(const NewDecision& made, bool dry_run, Session& session);

}  // namespace kijun::cli
