#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "engine/cli/session.h"

namespace kijun::cli {

/// The command that was chosen on the command line, ready to run.
using Action = std::function<ExitCode(Session&)>;

/// Adds a command to the application; parsing stores what to run in `action`. Descriptions are in `language`.
using AddCommand = void (*)(CLI::App& app, Action& action, Language language);

/// The commands, one per file.
void add_attest_command(CLI::App& app, Action& action, Language language);
void add_audit_command(CLI::App& app, Action& action, Language language);
void add_baseline_command(CLI::App& app, Action& action, Language language);
void add_completions_command(CLI::App& app, Action& action, Language language);
void add_compare_command(CLI::App& app, Action& action, Language language);
void add_correct_command(CLI::App& app, Action& action, Language language);
void add_doctor_command(CLI::App& app, Action& action, Language language);
void add_eval_command(CLI::App& app, Action& action, Language language);
void add_explain_command(CLI::App& app, Action& action, Language language);
void add_init_command(CLI::App& app, Action& action, Language language);
void add_lint_command(CLI::App& app, Action& action, Language language);
void add_man_command(CLI::App& app, Action& action, Language language);
void add_report_command(CLI::App& app, Action& action, Language language);
void add_review_command(CLI::App& app, Action& action, Language language);
void add_rules_command(CLI::App& app, Action& action, Language language);
void add_schema_command(CLI::App& app, Action& action, Language language);
void add_test_command(CLI::App& app, Action& action, Language language);
void add_verify_command(CLI::App& app, Action& action, Language language);
void add_waive_command(CLI::App& app, Action& action, Language language);

}  // namespace kijun::cli
