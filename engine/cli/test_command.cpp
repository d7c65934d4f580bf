#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "engine/analysis/example_runner.h"
#include "engine/cli/command.h"
#include "engine/cli/inputs.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kSummary{"ルールに書かれた例（[[rule.example]]）をすべて試す",
                                 "run the examples written beside the rules"};
constexpr LocalizedView kExamples{"例:\n  kijun test rules/mcare\n  kijun test rules/mcare --verbose",
                                  "Examples:\n  kijun test rules/mcare\n  kijun test rules/mcare --verbose"};

struct TestArguments {
  std::string rules;
  bool verbose = false;
};

void print_example(const analysis::ExampleResult& result, Session& session) {
  const bool japanese = session.language == Language::kJapanese;
  const std::string name = result.field.empty() ? result.rule : fmt::format("{} [{}]", result.rule, result.field);
  session.out << fmt::format("{} {}: {}\n",
                             result.passed ? (japanese ? "合格" : "ok  ") : (japanese ? "不合格" : "FAIL"), name,
                             result.example);
  if (result.passed) return;
  session.out << "    " << result.difference.in(session.language) << '\n';
  if (result.span.valid())
    session.out << fmt::format("    {}:{}\n", result.span.source->path(),
                               result.span.source->line_column(result.span.begin).line);
}

/// Rules without any example, which nothing tests.
void print_untested(const audit::Plan& plan, Session& session) {
  for (const policy::Rule& rule : plan.ruleset.rules)
    if (rule.examples.empty())
      session.err << fmt::format(
          "{}: {}\n", session.language == Language::kJapanese ? "例のないルール" : "rule without examples", rule.id);
}

ExitCode run_test(const TestArguments& arguments, Session& session) {
  const ResolvedPaths resolved = resolve_paths({"", arguments.rules}, session);
  if (session.print_diagnostics()) return ExitCode::kCouldNotRun;
  if (resolved.paths.rules.empty()) return no_rules_error(session);
  const std::unique_ptr<policy::Pack> pack = load_pack(resolved.paths.rules, session);
  if (pack == nullptr) return ExitCode::kCouldNotRun;
  std::size_t num_passed = 0;
  std::size_t num_failed = 0;
  for (const policy::Edition& edition : pack->editions) {
    const std::unique_ptr<audit::Plan> plan =
        load_plan(*pack, edition.from_year, Date::fiscal_year_end(edition.to_year).value_or(Date{}), session);
    if (plan == nullptr) return ExitCode::kCouldNotRun;
    for (const analysis::ExampleResult& result : analysis::run_examples(*plan, session.sink)) {
      ++(result.passed ? num_passed : num_failed);
      if (!result.passed || arguments.verbose) print_example(result, session);
    }
    print_untested(*plan, session);
  }
  if (session.print_diagnostics()) return ExitCode::kCouldNotRun;
  session.out << fmt::format("{} passed, {} failed\n", num_passed, num_failed);
  if (num_passed + num_failed == 0)
    return session.usage_error({"規則集に例が一つもありません", "the pack has no examples"},
                               {"[[rule.example]]を書いてください", "write [[rule.example]] tables"});
  return num_failed > 0 ? ExitCode::kGates : ExitCode::kClean;
}

}  // namespace

void add_test_command(CLI::App& app, Action& action, Language language) {
  CLI::App* command = app.add_subcommand("test", std::string(kSummary.in(language)));
  command->footer(std::string(kExamples.in(language)));
  auto arguments = std::make_shared<TestArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  command->add_option("pack", arguments->rules,
                      language == Language::kJapanese ? "規則集のフォルダー" : "folder of the rule pack");
  command->add_flag("--verbose", arguments->verbose,
                    language == Language::kJapanese ? "合格した例も表示する" : "also list examples that pass");
  command->callback(
      [arguments, &action] { action = [arguments](Session& session) { return run_test(*arguments, session); }; });
}

}  // namespace kijun::cli
